// Words that several pages of advice share.

import type { NotAtThisStage } from '../../casebook/act.ts'
import { adviceTitles } from '../../casebook/plan/plan-content.ts'
import type { RequestState } from '../../domain/advice/advice-kinds.ts'
import { itemLaw, itemWords, stateWords } from '../../domain/advice/advice-kinds.ts'
import { daysBetween } from '../../domain/calendar/plain-date.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { AdviceItem } from '../../domain/case-file/facts.ts'
import { actRow } from '../../domain/case-file/open-acts.ts'
import type { NeedArea } from '../../domain/plan/line.ts'
import type { MarkKind } from '../../domain/advice/guess-mark.ts'
import type { TagColour } from '../../ui/govuk/tag.tsx'
import { plural } from '../../ui/words.ts'
import type { AdviceRequest } from './request-store.ts'

export const titleOfKind = (kind: string): string => adviceTitles[kind] ?? 'Advice'

/** "Health (regulation 6(1)(c))" */
export const itemInWords = (item: AdviceItem): string => `${itemWords[item]} (${itemLaw(item)})`

export const stateTags: Record<RequestState, { words: string; colour: TagColour }> = {
  asked: { words: stateWords.asked, colour: 'blue' }, received: { words: stateWords.received, colour: 'blue' },
  given: { words: stateWords.given, colour: 'green' }, returned: { words: stateWords.returned, colour: 'orange' },
  accepted: { words: stateWords.accepted, colour: 'green' }, reused: { words: stateWords.reused, colour: 'teal' },
  excused: { words: stateWords.excused, colour: 'purple' }, withdrawn: { words: stateWords.withdrawn, colour: 'grey' },
}

/** Days late, while it is still waited for; undefined when it is not late. */
export function daysLate({ state, dueOn }: Pick<AdviceRequest, 'state' | 'dueOn'>, today: PlainDate): number | undefined {
  const isWaited = state === 'asked' || state === 'received' || state === 'returned'
  const late = daysBetween(dueOn, today)
  return isWaited && late > 0 ? late : undefined
}

export const lateWords = (days: number): string => `${plural(days, 'day')} late`

/** "Callum Dreyfus-Webb, Children’s speech…" or the service alone. */
export function askedOf({ personName, organisationName }: Pick<AdviceRequest, 'personName' | 'organisationName'>): string {
  if (personName === undefined) return organisationName ?? 'Nobody named'
  return organisationName === undefined ? personName : `${personName}, ${organisationName}`
}

export const markWords: Record<MarkKind, string> = { need: 'Need', outcome: 'Outcome', provision: 'Provision', view: 'View' }

export const needAreaWords: Record<NeedArea, string> = {
  'communication-and-interaction': 'Communication and interaction', 'cognition-and-learning': 'Cognition and learning',
  'social-emotional-mental-health': 'Social, emotional and mental health', 'sensory-and-or-physical': 'Sensory and/or physical',
}

/** Why an act that was open when the page was made is not any more. */
export const stageWords = ({ act }: NotAtThisStage): string =>
  `${actRow(act).words}: this is not open at the stage the case is at now. Somebody may have moved the case on`
