import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { hasContent, type Content, type Optional } from '../govuk/attributes.ts'
import { Details } from '../govuk/details.tsx'
import { Tag } from '../govuk/tag.tsx'
import { daysAwayWords, plural } from '../words.ts'
import { When } from '../when.tsx'

export type ContextualDateProps = {
  readonly date: PlainDate
  /** Days from today, worked out by whoever knows what today is: negative when past. */
  readonly daysAway: number
} & Optional<{
  /** What is counted. */
  day: 'day' | 'working day'
  /** A day past is late. Without it, a day past is only past. */
  due: boolean
}>

/** "3 March 2026 (in 5 days)": the date first, because "in 5 days" is wrong tomorrow on paper. */
export function ContextualDate({ date, daysAway, day = 'day', due }: ContextualDateProps) {
  const late = due === true && daysAway < 0
  return (
    <span class="hub-contextual-date">
      <When when={date} />{' '}
      {late ? (
        <Tag colour="red">{plural(-daysAway, day)} late</Tag>
      ) : (
        <span class="hub-contextual-date__away">({daysAwayWords(daysAway, day)})</span>
      )}
    </span>
  )
}

/** A date that the law sets: the date, how far it is, and the law in a block that opens. */
export function StatutoryDate({ law, ...date }: ContextualDateProps & { readonly law: Content }) {
  return (
    <div class="hub-statutory-date">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <ContextualDate due {...date} />
      </p>
      {hasContent(law) && (
        <Details summary="Why this date" class="govuk-!-margin-bottom-2">
          {law}
        </Details>
      )}
    </div>
  )
}
