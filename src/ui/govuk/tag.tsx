import { classes, type Content, type Extra, type Optional } from './attributes.ts'

/** Red is for what has gone wrong. A colour is never all that tells two states apart. */
export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow'

export type TagProps = Extra & Optional<{ children: Content; colour: TagColour }>

export function Tag({ children, colour, attributes, ...rest }: TagProps) {
  return (
    <strong class={classes('govuk-tag', colour && `govuk-tag--${colour}`, rest.class)} {...attributes}>
      {children}
    </strong>
  )
}
