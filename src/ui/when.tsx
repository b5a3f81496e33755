import type { Instant, PlainDate } from '../domain/calendar/plain-date.ts'
import { dateTimeWords, dateWords } from './words.ts'

const isDay = (when: PlainDate | Instant): when is PlainDate => when.length === 10

/** A day or a moment in words, and for machines beside it. */
export function When({ when, class: name }: { when: PlainDate | Instant; class?: string | undefined }) {
  return (
    <time datetime={when} class={name}>
      {isDay(when) ? dateWords(when) : dateTimeWords(when)}
    </time>
  )
}
