import { classes, type Content, type Extra, type Optional } from './attributes.ts'

export type ErrorMessageProps = Extra & Optional<{ children: Content; id: string; visuallyHiddenText: string }>

export function ErrorMessage({ children, id, visuallyHiddenText = 'Error', attributes, ...rest }: ErrorMessageProps) {
  return (
    <p id={id} class={classes('govuk-error-message', rest.class)} {...attributes}>
      {visuallyHiddenText && <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>} {children}
    </p>
  )
}
