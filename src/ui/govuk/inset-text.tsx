import { classes, type Content, type Extra, type Optional } from './attributes.ts'

export type InsetTextProps = Extra & Optional<{ children: Content; id: string }>

export function InsetText({ children, id, attributes, ...rest }: InsetTextProps) {
  return (
    <div id={id} class={classes('govuk-inset-text', rest.class)} {...attributes}>
      {children}
    </div>
  )
}
