import { classes, hasContent, type Content, type Extra, type HeadingLevel, type Optional } from './attributes.ts'
import { Heading } from './heading.tsx'

export type FeedbackProps = Extra & { readonly title: Content } & Optional<{
    headingLevel: HeadingLevel
    children: Content
  }>

export function Feedback({ title, headingLevel = 2, children, attributes, ...rest }: FeedbackProps) {
  return (
    <div class={classes('govuk-feedback govuk-width-container', rest.class)} {...attributes}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Heading level={headingLevel} class="govuk-feedback__title">
            {title}
          </Heading>
          {hasContent(children) && (
            <div class="govuk-feedback__body">
              {typeof children === 'string' ? <p class="govuk-body">{children}</p> : children}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
