// What a line's own words say for the fields of the promise, to fill a form in advance that a person confirms. Only what
// the words say: a range, a ceiling or a hedge fills nothing in, and nothing is worked out that a reader could not point to.

import type { Period, ProvisionFields } from '../plan/line.ts'
import { saysWhat, isTelling } from './content.ts'
import type { Frequency } from './frequency.ts'
import { readFrequencies, readSpans } from './frequency.ts'
import { blank, findAll, heldIn, type Place, type PlainText } from './plain-text.ts'
import { readProvisionLine, type ProvisionLine } from './provision-line.ts'
import { findRoles } from './role.ts'

export type SaidFields = Pick<
  ProvisionFields,
  'provisionKind' | 'who' | 'what' | 'minutes' | 'times' | 'per' | 'weeks' | 'howLong' | 'groupSize' | 'checkedBy' | 'checkedWhen'
>

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export const readQuantity = (text: string): SaidFields => {
  const line = readProvisionLine(text)
  const said: Mutable<SaidFields> = {}
  if (line.sort.kind !== 'other') said.provisionKind = line.sort.kind
  const who = whoIn(line)
  if (who !== undefined) said.who = who
  const what = whatIn(line)
  if (what !== undefined) said.what = what
  const minutes = minutesIn(line)
  if (minutes !== undefined) said.minutes = minutes
  Object.assign(said, rateIn(line))
  const weeks = weeksIn(line)
  if (weeks !== undefined) said.weeks = weeks
  const span = line.spans[0]
  if (span !== undefined) said.howLong = quote(line.plain, span)
  const sizes = new Set(line.groupSizes.filter((size) => size.form !== 'adults').map((size) => quote(line.plain, size)))
  if (sizes.size > 0) said.groupSize = [...sizes].join('; ')
  Object.assign(said, checkingIn(line, who))
  return said
}

const quote = (plain: PlainText, place: Place): string => {
  const { start, end } = plain.placeOf(place.start, place.end)
  return plain.original.slice(start, end).replace(/[*_]/g, '').replace(/\s+/g, ' ').replace(/\((?=[^)]*$)/, '').trim()
}

const qualification = new RegExp(
  String.raw`^(?: of the deaf| for [a-z-]+ impairment| with (?:[a-z]+ ){0,3}(?:experience|training|` +
  String.raw`qualification)[^,;.()]{0,60}| (?:who (?:is|has been) )?(?:trained|qualified|experienced|` +
  String.raw`registered) (?:in|by|to|with|as)[^,;.():]{2,60}?(?= (?:will|to|for \d|at least|in a|shall)\b|` +
  String.raw`[,;.():]|$))`,
)

const whoIn = (line: ProvisionLine): string | undefined => {
  const role = line.deliverers.isNamed ? line.deliverers.roles[0] : undefined
  if (role === undefined) return undefined
  return quote(line.plain, withQualification(line.main, role))
}

/**
 * Everybody whom the words name as doing the work, as the line writes them: people by their role, and a service or provider that stands where a
 * person might. Empty where the words name nobody in particular. For finding who must have the plan, so also where another of them takes it back.
 */
export const readDeliverersSaid = (text: string): string[] => {
  const line = readProvisionLine(text)
  const { roles, provider } = line.deliverers
  const said = [...roles, ...(provider === undefined ? [] : [provider])].map((place) => quote(line.plain, place).replace(/^(?:by|from|through|with|at) /iu, '').replace(/^(?:the|an?|his|her|their) /iu, ''))
  return [...new Set(said.filter((words) => words !== ''))]
}

const withQualification = (main: string, role: Place): Place => {
  const person = main.slice(role.start, role.end).replace(/ (?:who|trained|teaching|working|with) .*$| who$/, '')
  const end = role.start + person.length
  return { start: role.start, end: end + (qualification.exec(main.slice(end, end + 100))?.[0].trimEnd().length ?? 0) }
}

/** The first stretch that is no amount, no time and no person, and that names something. */
const whatIn = (line: ProvisionLine): string | undefined => {
  const silent = [
    ...line.durations, ...line.frequencies, ...line.spans, ...line.groupSizes, ...line.counts, ...line.deadlines, ...line.names,
    ...line.deliverers.roles.map((role) => withQualification(line.main, role)), ...line.deliverers.unnamed,
    ...(line.deliverers.provider === undefined ? [] : [line.deliverers.provider]),
    ...line.weak.filter((phrase) => phrase.weakness !== 'support'),
  ]
  if (!saysWhat(line.main, silent, line.groupSizes.length > 0, line.durations.length > 0)) return undefined
  const rest = blank(line.main, silent)
  const stretches = findAll(rest, /[a-z](?: ?[^\s.,;:()]){2,300}/g)
    .map((stretch) => trimmed(stretch))
    .filter((stretch) => isTelling(stretch.text) && !notTheThing.test(stretch.text))
  const first = stretches[0]
  return first === undefined ? undefined : quote(line.plain, first)
}

const notTheThing = new RegExp(
  String.raw`^(?:paid|trained|qualified|supervised|overseen|starting|beginning|holds?|made up|shared|see|` +
  String.raw`visit|meet|work with|pupils?|children)\b(?! (?:[a-z'-]+ ){3})`,
)

const edge =
  '(?:a|an|the|of|to|for|in|on|at|by|with|from|and|or|as|per|is|are|be|been|will|would|should|who|which|' +
  'that|this|sessions?|each|every|have|has|given|delivered|provided|led|run|carried out|using|during|x|' +
  'minutes?|hours?|support from)'
const leading = new RegExp(String.raw`^(?:${edge} )+`)
const trailing = new RegExp(String.raw`(?: ${edge})+$`)

const trimmed = (stretch: Place & { readonly text: string }): Place & { readonly text: string } => {
  const lead = leading.exec(stretch.text)?.[0].length ?? 0
  const tail = trailing.exec(stretch.text.slice(lead))?.[0].length ?? 0
  return {
    start: stretch.start + lead,
    end: stretch.end - tail,
    text: stretch.text.slice(lead, stretch.text.length - tail),
  }
}

const minutesIn = (line: ProvisionLine): number | undefined => {
  const first = line.durations[0]
  if (first === undefined || first.isCeiling || first.minutes === undefined) return undefined
  return Number.isInteger(first.minutes) ? first.minutes : undefined
}

const rateIn = (line: ProvisionLine): { times?: number; per?: Period } => {
  // "For 46 weeks a year" is how long, not how often.
  const spans = heldIn(line.main.length, line.spans)
  const timed = line.frequencies.filter((frequency) => frequency.per !== undefined && spans.isFree(frequency))
  const rates = [...timed, ...namedDays(line)].toSorted((a, b) => a.start - b.start)
  const first = rates[0]
  if (first?.per === undefined) return {}
  const isAtClockTimes = line.frequencies.some((frequency) => frequency.form === 'clock')
  const isCeiling = line.durations[0]?.isCeiling === true
  if (first.isRange === true || isCeiling || isAtClockTimes) return { per: perOf(line, first, first.per) }
  if (line.counts.some((count) => count.isRange || count.isCeiling) && first.times === undefined) return { per: first.per }
  // "10 minutes a day, five days a week" is five times a week.
  const days = first.per === 'day' && (first.times ?? 1) === 1
    ? rates.find((rate) => rate.per === 'week' && /\d ?days?/.test(line.main.slice(rate.start, rate.end)))
    : undefined
  if (days?.times !== undefined) return { times: days.times, per: 'week' }
  return { times: first.times ?? countBefore(line, first) ?? 1, per: perOf(line, first, first.per) }
}

const perOf = (line: ProvisionLine, place: Place, per: Period): Period =>
  per === 'day' && /school/.test(line.main.slice(place.start, place.end)) ? 'school-day' : per

const dayNames = /\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?\b/g

/** "Every Tuesday and Thursday": as many times a week as days are named. "Mon-Fri" names only its ends, so it says no number. */
const namedDays = (line: ProvisionLine): Frequency[] => {
  const weekday = line.frequencies.find((frequency) => frequency.form === 'weekday')
  if (weekday === undefined) return []
  const words = line.main.slice(weekday.start, weekday.end)
  const named = findAll(words, dayNames).length
  return named === 0 || /day ?(?:-|to) ?|\bmon\b|\bfri\b/.test(words) ? [] : [{ ...weekday, times: named, per: 'week' }]
}

/** "Three 20-minute sessions a week": the count stands before the rate with no stop between. */
const countBefore = (line: ProvisionLine, rate: Place): number | undefined => {
  const count = line.counts.find((other) => other.end <= rate.start && !/[,;.:]/.test(line.main.slice(other.end, rate.start)))
  return count?.times
}

const weeksIn = (line: ProvisionLine): number | undefined => {
  for (const span of line.spans) {
    const words = line.main.slice(span.start, span.end)
    const weeks = /(\d{1,2})[- ](?:(?:school|term|teaching|consecutive) )?weeks?\b/.exec(words)?.[1]
    if (weeks !== undefined && !/blocks?|cycle/.test(line.main.slice(Math.max(0, span.start - 12), span.end))) return Number(weeks)
  }
  return undefined
}

const checkingIn = (line: ProvisionLine, who: string | undefined): Pick<SaidFields, 'checkedBy' | 'checkedWhen'> => {
  const clause = line.reviewing.by
  if (clause === undefined) return {}
  const words = line.plain.text.slice(clause.start, clause.end)
  const inClause = (place: Place | undefined): string | undefined => (place === undefined
    ? undefined
    : quote(line.plain, { start: place.start + clause.start, end: place.end + clause.start }))
  // "…, and will review": the one who delivers also checks.
  const by = inClause(findRoles(words)[0]) ?? who
  const when = inClause(whenDone(words)[0] ?? readFrequencies(words)[0] ?? readSpans(words)[0])
  return { ...(by === undefined ? {} : { checkedBy: by }), ...(when === undefined ? {} : { checkedWhen: when }) }
}

const whenDone = (words: string): Place[] =>
  findAll(words, new RegExp(
    String.raw`\b(?:at|after|by|before) (?:the )?(?:(?:end|start) of (?:each|every|the) [a-z]+|` +
    String.raw`sessions? \d+(?: and (?:session )?\d+)?|visits? \d+|weeks? \d+(?: and \d+)?|each visit|` +
    String.raw`[a-z]+ fifth visit|(?:next )?annual review)`, 'g',
  ))
