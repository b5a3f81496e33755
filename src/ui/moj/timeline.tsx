import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import { classes, hasContent, type Content, type Extra, type HeadingLevel, type Optional } from '../govuk/attributes.ts'
import { Heading } from '../govuk/heading.tsx'
import { When } from '../when.tsx'

export type TimelineItem = {
  readonly title: Content
  /** A day, or a moment shown in London time. */
  readonly when: PlainDate | Instant
} & Optional<{
  /** Who did it. */
  by: Content
  children: Content
  /** Why the entry no longer holds: it stays, struck through, with the reason. */
  corrected: Content
  class: string
}>

export type TimelineProps = Extra & { readonly items: readonly TimelineItem[] } & Optional<{
    headingLevel: HeadingLevel
  }>

export function Timeline({ items, headingLevel = 2, attributes, ...rest }: TimelineProps) {
  return (
    <div class={classes('moj-timeline', rest.class)} {...attributes}>
      {items.map((item) => (
        <Item item={item} level={headingLevel} />
      ))}
    </div>
  )
}

function Item({ item, level }: { item: TimelineItem; level: HeadingLevel }) {
  const corrected = hasContent(item.corrected)
  return (
    <div class={classes('moj-timeline__item', item.class)}>
      <div class="moj-timeline__header">
        <Heading level={level} class="moj-timeline__title">
          {corrected ? (
            <>
              <span class="govuk-visually-hidden">Corrected: </span>
              <s>{item.title}</s>
            </>
          ) : (
            item.title
          )}
        </Heading>
        {hasContent(item.by) && (
          <>
            {' '}
            <p class="moj-timeline__byline">by {item.by}</p>
          </>
        )}
      </div>
      <p class="moj-timeline__date">
        <When when={item.when} />
      </p>
      {corrected && <p class="govuk-body">Corrected: {item.corrected}</p>}
      {hasContent(item.children) && <div class="moj-timeline__description">{item.children}</div>}
    </div>
  )
}
