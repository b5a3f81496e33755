import { classes, type Content, type Extra, type Optional } from './attributes.ts'

export type HintProps = Extra & Optional<{ children: Content; id: string }>

export function Hint({ children, id, attributes, ...rest }: HintProps) {
  return (
    <div id={id} class={classes('govuk-hint', rest.class)} {...attributes}>
      {children}
    </div>
  )
}
