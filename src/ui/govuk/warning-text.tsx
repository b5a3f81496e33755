import { classes, type Content, type Extra, type Optional } from './attributes.ts'

export type WarningTextProps = Extra & Optional<{ children: Content; iconFallbackText: string }>

export function WarningText({ children, iconFallbackText, attributes, ...rest }: WarningTextProps) {
  return (
    <div class={classes('govuk-warning-text', rest.class)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconFallbackText || 'Warning'}</span> {children}
      </strong>
    </div>
  )
}
