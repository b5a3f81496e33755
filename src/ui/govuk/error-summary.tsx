import { classes, hasContent, type Attributes, type Content, type Extra, type Optional } from './attributes.ts'

export type ErrorSummaryItem = { readonly text: Content } & Optional<{ href: string; attributes: Attributes }>

export type ErrorSummaryProps = Extra &
  Optional<{
    title: Content
    description: Content
    errors: readonly ErrorSummaryItem[]
    disableAutoFocus: boolean
  }>

export function ErrorSummary(props: ErrorSummaryProps) {
  const { title = 'There is a problem', description, errors = [] } = props
  return (
    <div
      class={classes('govuk-error-summary', props.class)}
      data-disable-auto-focus={props.disableAutoFocus}
      data-module="govuk-error-summary"
      {...props.attributes}
    >
      {/* The alert is apart from what takes the focus, or screen readers miss some of it. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {hasContent(description) && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map((error) => (
                <li>
                  {error.href ? (
                    <a href={error.href} {...error.attributes}>
                      {error.text}
                    </a>
                  ) : (
                    error.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
