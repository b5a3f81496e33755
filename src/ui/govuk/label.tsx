import { classes, hasContent, type Content, type Extra, type Optional } from './attributes.ts'

export type TextSize = 's' | 'm' | 'l' | 'xl'
export type LabelOptions = Extra & Optional<{ size: TextSize; isPageHeading: boolean }>
export type LabelProps = LabelOptions & Optional<{ children: Content; for: string }>

export function Label({ children, size, isPageHeading, attributes, ...rest }: LabelProps) {
  if (!hasContent(children)) return null
  const label = (
    <label class={classes('govuk-label', size && `govuk-label--${size}`, rest.class)} for={rest.for} {...attributes}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
