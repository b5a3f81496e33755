import type { Addressee } from '../../../casebook/sending/letters.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Channel } from '../../../domain/case-file/facts.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { ChangeKind } from '../../../domain/review/change-said.ts'
import { changeKinds } from '../../../domain/review/change-said.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'

export interface ChangeForm {
  readonly what: ChangeKind
  readonly words: string
  readonly sinceOn?: PlainDate
  readonly asksForReview: boolean
  readonly onBehalfOf?: PersonId
  readonly channel: Channel
}

export const longestWords = 5_000
export const spokenChannels = ['phone', 'in-person', 'interpreter', 'letter', 'email'] as const satisfies readonly Channel[]
/** For the council's people: they say it themselves. */
export const ourselves = 'council'

export function readChange(form: FormBody, { today, family, isTeam }: { today: PlainDate; family: readonly Addressee[]; isTeam: boolean }): { value: ChangeForm } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const whose = form.text('whose')
  const person = isTeam ? family.find(({ personId }) => personId !== undefined && personId === whose) : undefined
  const spoken = spokenChannels.find((one) => one === form.text('how'))
  if (isTeam && whose !== ourselves && person === undefined) errors.push({ field: 'whose', message: 'Select who says it' })
  if (person !== undefined && spoken === undefined) errors.push({ field: 'how', message: 'Select how they said it' })
  const what = changeKinds.find((one) => one === form.text('what'))
  if (what === undefined) errors.push({ field: 'what', message: 'Select what has changed' })
  const words = form.text('words')
  if (words === '') errors.push({ field: 'words', message: 'Enter what has changed' })
  if (words.length > longestWords) errors.push({ field: 'words', message: `What has changed must be ${longestWords.toLocaleString('en-GB')} characters or fewer` })
  const isDated = ['since-day', 'since-month', 'since-year'].some((name) => form.text(name) !== '')
  const since = isDated ? readDate(form, 'since', { what: 'The day since when', latest: today }) : undefined
  if (since !== undefined && 'error' in since) errors.push(since.error)
  if (errors.length > 0 || what === undefined) return { errors }
  return {
    value: {
      what, words, asksForReview: form.text('review') === 'yes', channel: person === undefined ? 'hub' : spoken ?? 'hub',
      ...(since !== undefined && 'value' in since ? { sinceOn: since.value } : {}), ...(person?.personId === undefined ? {} : { onBehalfOf: person.personId }),
    },
  }
}
