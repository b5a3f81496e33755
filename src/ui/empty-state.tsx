import { hasContent, type Content } from './govuk/attributes.ts'

/** What a list says when it is empty: that it is, why, and what can be done. */
export function EmptyState({ title, children }: { title: string; children?: Content }) {
  return (
    <div class="hub-empty-state">
      <p class="govuk-body govuk-!-font-weight-bold">{title}</p>
      {hasContent(children) && <div class="govuk-body">{children}</div>}
    </div>
  )
}
