import {
  classes,
  hasContent,
  type Attributes,
  type Content,
  type Entry,
  type Extra,
  type HeadingLevel,
  type Optional,
} from './attributes.ts'
import { Heading } from './heading.tsx'

export type Action = { readonly href: string; readonly text: Content } & Optional<{
  /** What the link acts on, for those who hear it alone: "Change" + "name". */
  visuallyHiddenText: string
  class: string
  attributes: Attributes
}>

export type SummaryRow = { readonly key: Content; readonly value: Content } & Optional<{
  actions: readonly Action[]
  class: string
  keyClass: string
  valueClass: string
  actionsClass: string
}>

export type SummaryCardOptions = Extra &
  Optional<{
    title: Content
    titleClass: string
    headingLevel: HeadingLevel
    actions: readonly Action[]
    actionsClass: string
  }>

export type SummaryListProps = Extra & { readonly rows: readonly Entry<SummaryRow>[] } & Optional<{
    card: SummaryCardOptions
  }>

function ActionLink({ action, cardTitle }: { action: Action; cardTitle: Content }) {
  const { visuallyHiddenText } = action
  const titled = hasContent(cardTitle)
  return (
    <a class={classes('govuk-link', action.class)} href={action.href} {...action.attributes}>
      {action.text}
      {(visuallyHiddenText || titled) && (
        <span class="govuk-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {titled && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  )
}

function SummaryCard({ card, children }: { card: SummaryCardOptions; children: Content }) {
  const { title, actions = [], headingLevel = 2 } = card
  const [first] = actions
  const block = classes('govuk-summary-card__actions', card.actionsClass)
  return (
    <div class={classes('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {hasContent(title) && (
          <Heading level={headingLevel} class={classes('govuk-summary-card__title', card.titleClass)}>
            {title}
          </Heading>
        )}
        {actions.length > 1 ? (
          <ul class={block}>
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={title} />
              </li>
            ))}
          </ul>
        ) : (
          first && (
            <div class={block}>
              <ActionLink action={first} cardTitle={title} />
            </div>
          )
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

function RowActions({ row, cardTitle }: { row: SummaryRow; cardTitle: Content }) {
  const { actions = [] } = row
  const [first] = actions
  if (!first) return null
  return (
    <dd class={classes('govuk-summary-list__actions', row.actionsClass)}>
      {actions.length === 1 ? (
        <ActionLink action={first} cardTitle={cardTitle} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {actions.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

export function SummaryList({ card, attributes, ...rest }: SummaryListProps) {
  const rows = rest.rows.filter((row) => !!row)
  const someRowActs = rows.some((row) => row.actions?.length)
  const list = (
    <dl class={classes('govuk-summary-list', rest.class)} {...attributes}>
      {rows.map((row) => (
        <div
          class={classes(
            'govuk-summary-list__row',
            someRowActs && !row.actions?.length && 'govuk-summary-list__row--no-actions',
            row.class,
          )}
        >
          <dt class={classes('govuk-summary-list__key', row.keyClass)}>{row.key}</dt>
          <dd class={classes('govuk-summary-list__value', row.valueClass)}>{row.value}</dd>
          <RowActions row={row} cardTitle={card?.title} />
        </div>
      ))}
    </dl>
  )
  return card ? <SummaryCard card={card}>{list}</SummaryCard> : list
}
