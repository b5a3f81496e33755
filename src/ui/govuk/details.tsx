import { classes, type Content, type Extra, type Optional } from './attributes.ts'

export type DetailsProps = Extra & { readonly summary: Content } & Optional<{
    children: Content
    id: string
    open: boolean
  }>

export function Details({ summary, children, id, open, attributes, ...rest }: DetailsProps) {
  return (
    <details id={id} class={classes('govuk-details', rest.class)} open={open} {...attributes}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
