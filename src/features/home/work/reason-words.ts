// Why a case is on the list of today's work, in words, with the place where it is done.

import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { slugOf } from '../../../domain/clocks/clock-slug.ts'
import { limitName } from '../../../domain/clocks/limit-name.ts'
import { isStep, workWords } from '../../../domain/timeline/next-step.ts'
import { youngPersonFrom } from '../../../domain/calendar/school-year.ts'
import type { RightsWork } from '../../../domain/rights/rights-to-do.ts'
import { paths } from '../../../paths.ts'
import { dateWords, plural } from '../../../ui/words.ts'
import type { WorkCase, WorkReason } from '../work-store.ts'

export interface ReasonWords {
  readonly words: string
  readonly href?: string
  /** What one press asks again, and the field that says of whom. */
  readonly chase?: { readonly action: string; readonly field?: { readonly name: string; readonly value: string }; readonly of: string }
}

const clockWords = (clockId: string | undefined): string => (clockId === undefined ? 'A duty' : limitName(clockId))

/** Bodies that owe something and are not asked through the hub. */
const ownerWords: Readonly<Record<string, string>> = {
  family: 'The family', advisers: 'Advisers', setting: 'The setting', 'health-body': 'The health body', 'mediation-adviser': 'The mediation adviser', 'adult-care': 'Adult social care', tribunal: 'The Tribunal',
}

const rightsWorkWords: Record<RightsWork, string> = {
  untold: 'The family has not been told', contact: 'The young person cannot be reached yet', parent: 'Ask the young person what their parents may see',
  doubt: 'A decision is doubted and not assessed', review: 'An assessment of capacity is due again',
}

export function reasonWords({ kind, on, what, aboutId, count, chased }: WorkReason, row: WorkCase, today: PlainDate): ReasonWords {
  const { key } = row
  const since = on === undefined ? '' : dateWords(on)
  const last = chased.at(-1)
  const soFar = last === undefined ? '' : `, chased ${chased.length === 1 ? '' : `${chased.length} times, last `}on ${dateWords(last)}`
  const who = what === undefined ? 'Somebody' : ownerWords[what] ?? what
  switch (kind) {
    case 'limit': return { words: `${clockWords(what)}: ${on === undefined ? 'no day' : leftWords(daysBetween(today, on))}` }
    case 'tell-family': {
      if (count > 1) return { words: `Tell the family why: ${plural(count, 'legal date')}`, href: paths.caseDelays(key) }
      return { words: `Tell the family why: ${clockWords(what)}, ${on !== undefined && on < today ? 'late' : 'which will be late'}`, ...tellFamily(row, what, aboutId) }
    }
    case 'tell-again': {
      if (count > 1) return { words: `Tell the family again: ${plural(count, 'legal date')}`, href: paths.caseDelays(key) }
      return { words: `Tell the family again: ${clockWords(what)}, ${on !== undefined && on < today ? `promised by ${since}` : 'not excused any more'}`, ...tellFamily(row, what, aboutId) }
    }
    case 'planned': return { words: `${clockWords(what)}: planned for ${since}` }
    case 'refused': return { words: `Its dates cannot be worked out: ${what ?? ''} Put the wrong day right in the history${count > 1 ? ` (${plural(count, 'contradiction')})` : ''}`, href: paths.caseTimeline(key) }
    case 'message': return { words: `${who} has waited for an answer since ${since}`, href: aboutId === undefined ? paths.caseMessages(key) : paths.caseThread({ ...key, personId: aboutId }) }
    case 'advice': return { words: `${who} is late with advice, due on ${since}${soFar}`, ...chaseAdvice(row, aboutId, who) }
    case 'views': return { words: `The family’s views were asked for by ${since}${soFar}`, ...chaseAdvice(row, aboutId, 'the family') }
    case 'consultation': return { words: `${who} has not answered the consultation, due on ${since}${soFar}`, href: paths.consultSettings(key),
      ...(aboutId === undefined ? {} : { chase: { action: paths.chaseConsultation({ ...key, consultationId: aboutId }), of: who } }),
    }
    case 'others': return { words: `${who}: late since ${since}` }
    case 'delivery': {
      const whom = count === 1 ? who : plural(count, 'person or body', 'people or bodies')
      return {
        words: `${whom} ${count === 1 ? 'has' : 'have'} not opened the final plan, sent on ${since}`, href: paths.deliveries(key),
        chase: { action: paths.deliveries(key), field: { name: 'which', value: 'due' }, of: whom },
      }
    }
    case 'rights': return { words: `${rightsWorkWords[what as RightsWork] ?? 'The rights pass'}: the rights ${youngPersonFrom(row.bornOn) <= today ? 'passed' : 'pass'} to the young person on ${dateWords(youngPersonFrom(row.bornOn))}${count > 1 ? ` (and ${plural(count - 1, 'more thing')} to see to)` : ''}`, href: paths.caseRights(key) }
    case 'issue': return { words: 'Check and issue the final plan: every setting consulted has answered', href: paths.planCheck(key) }
    case 'comments': return ['drafting', 'draft-out'].includes(row.stage)
      ? { words: `${plural(count, 'comment')} on the draft to answer`, href: paths.proposals(key) }
      : { words: `${plural(count, 'proposal')} on the plan to answer`, href: paths.amendments(key) }
    case 'wishes': return { words: `${plural(count, 'wish', 'wishes')} of the family to answer`, href: paths.wishes(key) }
    case 'change': return {
      words: `${count === 1 ? 'Somebody says that something has changed' : `${count} changes that somebody told of`}: decide ${on !== undefined && on < today ? `(it was to be by ${since})` : `by ${since}`}`,
      href: count === 1 && aboutId !== undefined ? paths.change({ ...key, changeId: aboutId }) : paths.changes(key),
    }
    case 'advice-in': return { words: `${plural(count, 'piece')} of advice to read, and to accept or return`, href: paths.adviceList(key) }
    case 'check': return { words: 'The last check holds the plan back', href: paths.planCheck(key) }
    case 'return': return { words: `${plural(count, 'thing')} ${what === 'error' ? 'to put right' : 'to put right or explain'} for the national return, found last night`, href: paths.returnItems(key) }
    case 'next': return { words: what !== undefined && isStep(what) ? workWords[what] : 'Nothing is owed' }
  }
}

function tellFamily({ key }: WorkCase, clock: string | undefined, about: string | undefined): Pick<ReasonWords, 'href'> {
  return { href: clock === undefined || about === undefined ? paths.caseDelays(key) : paths.explainDelay({ ...key, limit: slugOf(clock), about }) }
}

function chaseAdvice({ key }: WorkCase, adviceRequestId: string | undefined, of: string): Pick<ReasonWords, 'href' | 'chase'> {
  if (adviceRequestId === undefined) return {}
  return { href: paths.adviceRequest({ ...key, adviceRequestId }), chase: { action: paths.chaseAdvice({ ...key, adviceRequestId }), of } }
}

const leftWords = (days: number): string => (days < 0 ? `${plural(-days, 'day')} past its last day` : days === 0 ? 'last day today' : `${plural(days, 'day')} left`)

const isAmendedPlan = ({ kind, what }: WorkReason): boolean => kind === 'limit' && (what === 'REV-11' || what === 'REV-12')

/** The reasons that a row shows: what comes next goes without saying when something presses. */
export function shownReasons({ reasons }: WorkCase): readonly WorkReason[] {
  // Two limits on one act, eight weeks from the notice and twelve from the meeting: the earlier one is said.
  const [sooner] = reasons.filter(isAmendedPlan).toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
  const pressing = reasons.filter((reason) => reason.kind !== 'next' && (!isAmendedPlan(reason) || reason === sooner))
  return pressing.length > 0 ? pressing : reasons
}
