import { classes, type Content, type Extra, type Optional } from '../govuk/attributes.ts'

export type BadgeProps = Extra &
  Optional<{
    children: Content
    colour: 'purple' | 'bright-purple' | 'red' | 'green' | 'blue' | 'black' | 'grey'
    large: boolean
  }>

export function Badge({ children, colour, large, attributes, ...rest }: BadgeProps) {
  const looks = [colour && `moj-badge--${colour}`, large && 'moj-badge--large']
  return (
    <span class={classes('moj-badge', ...looks, rest.class)} {...attributes}>
      {children}
    </span>
  )
}
