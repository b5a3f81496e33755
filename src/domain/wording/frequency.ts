// How often: once a week, termly, every other Friday, at 9.00 and 11.15, in every lesson, ten sessions over ten weeks.

import type { Period } from '../plan/line.ts'
import { findAll, heldIn, type Found, type Place } from './plain-text.ts'

export interface Frequency extends Place {
  /** How many times in each `per`, when the words say so directly ("weekly" is once a week). */
  readonly times?: number
  readonly per?: Period
  /** "Two to three times a week": no one number. */
  readonly isRange?: true
  /** rate: once a week. occasion: in every lesson. clock: at 9.15. weekday: on Mondays. */
  readonly form: 'rate' | 'occasion' | 'clock' | 'weekday'
}

const periodOf: Readonly<Record<string, Period>> = {
  day: 'day', morning: 'day', afternoon: 'day', evening: 'day', night: 'day', daily: 'day', nightly: 'day',
  week: 'week', wk: 'week', weekend: 'week', weekly: 'week', wkly: 'week', pw: 'week',
  fortnight: 'fortnight', fortnightly: 'fortnight', month: 'month', monthly: 'month',
  'half term': 'half-term', 'half-term': 'half-term', 'half-termly': 'half-term', 'half termly': 'half-term',
  term: 'term', termly: 'term', year: 'year', yearly: 'year', annually: 'year', annual: 'year',
}

const saidTimes =
  String.raw`(?:(?<![.:\d])(?<times>once|twice|thrice|\d{1,2}) ?(?:x|times|days|mornings|afternoons|` +
  String.raw`evenings|nights|sessions|lessons|visits)?,? ?-?)?`
const adverbs = new RegExp(
  String.raw`\b${saidTimes}(?<word>daily|nightly|weekly|wkly|fortnightly|monthly|half[- ]termly|termly|` +
    String.raw`yearly|annually|annual|quarterly|bi-?weekly|bi-?monthly|hourly)\b(?! (?:living|life|lives|` +
    String.raw`routines?|timetable of|review (?:meeting|report|of the (?:plan|ehc))))`, 'g')
const numbered = /\b(?<every>\d{1,2})[- ](?:weekly|monthly|yearly|hourly)\b/g
const perPeriod = new RegExp(
  String.raw`\b${saidTimes}(?<lead>an?|per|each|every|in each|in every|in the|in a|during each|during the|of each|` +
    String.raw`of every) (?:and every )?(?:single |school |working |week|academic |calendar |taught |` +
    String.raw`full )?(?<word>half[- ]term|day|morning|afternoon|evening|night|weekend|week|wk|fortnight|` +
    String.raw`month|term|year)\b(?![- ](?:group|teacher|assistant|old|tutor))(?!(?<=year) \d)`, 'g')
const shortForms = /\b(?:p\/w|pw|p\.w\.?)|(?<=\d|[a-z])\/ ?(?:week|wk|day|term|month)\b/g
const intervals = new RegExp(
  String.raw`\b(?:once )?(?:every|each) (?<every>\d{1,3}|other|second|third|alternate|half|` +
  String.raw`hour)(?: to \d{1,2}| or \d{1,2})?(?: ?(?:school )?(?<unit>minutes?|hours?|days?|weeks?|` +
  String.raw`months?|terms?|half[- ]terms?|years?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|` +
  String.raw`saturdays?|sundays?|mornings?|afternoons?))?\b(?! (?:of|adults?|pupils?|children))`, 'g',
)
const yearly = new RegExp(
  String.raw`\b(?:each|every) (?:january|february|march|april|may|june|july|august|september|october|` +
  String.raw`november|december|easter|christmas|autumn|spring|summer)(?: (?:half )?term)?\b`, 'g',
)
const dayName = '(?:mon|tues?|wednes|thurs?|fri|satur|sun)day'
const weekdays = new RegExp(
  String.raw`\b(?:(?:each|every|on) ${dayName}s?|${dayName}s|(?:mon(?:day)?)(?: ?- ?| to )fri(?:day)?|${dayName}s?(?: ?- ?| to )${dayName}s?|` +
    String.raw`${dayName}s? (?:sessions|visits|mornings|afternoons|evenings|clubs?))(?:(?:, | and |, and |` +
    String.raw` ?& ?)(?:each |every |on )?${dayName}s?)*\b`, 'g')
const clockTimes = new RegExp(
  String.raw`\bat (?:\d{1,2}[.:]\d{2}|\d{1,2} ?(?:am|pm)|noon|midday)(?: ?(?:am|pm))?(?:(?:, | and |` +
  String.raw`, and )\d{1,2}(?:[.:]\d{2})?(?: ?(?:am|pm))?)*`, 'g',
)
const thing =
  'lessons?|sessions?|meals?|mealtimes?|breaks?|breaktimes?|lunch(?:es|times?)?|playtimes?|activit(?:y|' +
  'ies)|occasions?|transitions?|transfers?|assembl(?:y|ies)|class(?:es)?|feeds?|exams?|examinations?|' +
  // "Subject to availability" is a condition, not a school subject.
  'tests?|trips?|subjects?(?! to )|times|tasks?|days?|instructions?|pieces? of work|routines?|events?|hours?|' +
  'weeks? of term|change of position|holidays?|journeys?|swims?|visits?|appointments?'
const everyThing = new RegExp(
  String.raw`\b(?:in|at|during|for|throughout|before|after|on|between|of|to)? ?(?:all|every|each|both|` +
    String.raw`each of|all of|in each of)(?: (?:of )?(?:the|her|his|their))? (?!(?:the )?(?:adults?|staff|` +
    String.raw`people)\b)(?:(?!(?:who|of|and a|to|with|by|for|each|every|` +
    String.raw`visit|if|when|where|unless|subject to)\b)[a-z0-9'/-]{1,20},? ){0,6}?(?:${thing})\b`, 'g')
// Any occasion that every one of is named: "in every assessment", "before each swim". A place or a person is no occasion.
const everyOccasion = new RegExp(
  String.raw`\b(?:in|at|during|before|after|on|throughout|for) (?:every|each|both) (?:[a-z-]{2,14} )?(?!(?:child(?:ren)?|pupils?|adults?|` +
  String.raw`staff|person|member|teachers?|assistants?|parents?|class ?rooms?|rooms?|areas?|settings?|schools?|groups?|sites?|buildings?|` +
  String.raw`of|years?|weeks?|terms?|months?|key|level|stage|side|hands?|legs?|ears?|one|item|target|outcome)\b)[a-z]{3,16}\b`, 'g',
)
const everyTime = new RegExp(
  String.raw`\b(?:every|each|any) (?:adult|teacher|member of staff|person) who (?:gives?|speaks?|talks?|asks?|feeds?|lifts?|moves?|hoists?|greets?|changes?)\b|` +
  String.raw`(?:%|\bper ?cent|\bhalf|\bquarters?|\bthirds?) of (?:all |the |his |her |their |every |each |school |taught |college )*(?:lessons|timetable|sessions|week|day|subjects)\b|` +
  String.raw`\bin each of (?:school )?years? \d|\b(?:every|each) (?:single )?time\b|\bat every (?:stage|` +
  String.raw`opportunity given)|\b(?:whenever|each time|every time|every occasion on which) (?:there is|` +
  String.raw`an? |the |he (?:arrives|enters|leaves|starts|moves)|she (?:arrives|enters|leaves|starts|` +
  String.raw`moves)|they (?:arrive|enter|leave|start|move))|\bat all times\b`, 'g',
)
const dayOccasions = new RegExp(
  String.raw`\b(?:at|during|over|throughout|before|after) (?:the )?(?:all )?(?:morning |afternoon |` +
  String.raw`both )?(?:break|play|lunch|snack|registration|break[- ]?time|lunch[- ]?time|play[- ]?time|` +
  String.raw`meal[- ]?time|registration time|tutor time|assembly)s?(?: ?times?)?(?:(?: and |` +
  String.raw`, )(?:at )?(?:lunch|break|play|lunch[- ]?time|break[- ]?time|` +
  String.raw`play[- ]?time)s?(?: ?times?)?)*\b|\b(?:before|after) school\b|\b(?:at|on) (?:the )?(?:start|` +
  String.raw`end|beginning|arrival)(?: and (?:the )?end)? (?:of|at|in)? ?(?:each|every|the|` +
  String.raw`all) (?:school )?(?:day|lesson|session|morning|afternoon|half day|week|term|school)\b|` +
  String.raw`\bin all subjects\b|\bfull[- ]time\b`, 'g',
)

const afterThese = new RegExp(
  String.raw`(?:^|[^a-z])(?:for|in|within|of|after|about|during|with|is|as|at|on|have|has|needs|from|to|` +
  String.raw`take|not|over|lasting|into|had|by|into|and|than) $`,
)

/** "for a week" and "in a day" are not rates; "30 minutes a week" is. */
const isBareArticle = (text: string, place: Found): boolean =>
  /^(?:in |during )(?:the|a)$/.test(place.groups.lead ?? '') && place.groups.times === undefined
  || /^an?$/.test(place.groups.lead ?? '') && place.groups.times === undefined
  && (place.start === 0 || afterThese.test(text.slice(Math.max(0, place.start - 9), place.start)))

/** "10 weekly sessions" are ten sessions, one a week: the number before belongs to the sessions. */
const countsSessions = (text: string, place: Place): boolean =>
  /^ (?:[a-z0-9'-]{1,20} ){0,3}(?:sessions|visits|lessons|meetings|nights)\b/.test(text.slice(place.end, place.end + 70))

const isRange = (text: string, place: Found): boolean =>
  place.groups.times !== undefined && /(?:\d ?(?:to|-|or|and)|up to) ?$/.test(text.slice(Math.max(0, place.start - 8), place.start))

const timesOf = (said: string | undefined): number | undefined => {
  if (said === undefined) return undefined
  if (said === 'once') return 1
  if (said === 'twice') return 2
  return said === 'thrice' ? 3 : Number(said)
}

const everyPeriod = (place: Found): { times?: number; per?: Period } => {
  const unit = place.groups.unit?.replace(/s$/, '')
  const every = place.groups.every
  if (every === 'half') return {}
  const two = every === '2' || every === 'other' || every === 'second' || every === 'alternate'
  const isWeekly = unit === 'week' || /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(unit ?? '')
  if (two && isWeekly) return { times: 1, per: 'fortnight' }
  return every === '1' && unit !== undefined && periodOf[unit] !== undefined ? { times: 1, per: periodOf[unit] } : {}
}

export const readFrequencies = (text: string): Frequency[] => {
  const found: Frequency[] = []
  const held = heldIn(text.length)
  const add = (place: Place, rest: Omit<Frequency, 'start' | 'end'>): void => {
    if (!held.isFree(place)) return
    held.hold(place)
    found.push({ start: place.start, end: place.end, ...rest })
  }
  for (const place of findAll(text, intervals)) {
    const { every, unit } = place.groups
    // "every second" and "each one" say nothing without a unit.
    if (unit === undefined && every !== 'hour') continue
    add(place, { form: 'rate', ...everyPeriod(place) })
  }
  for (const place of findAll(text, yearly)) add(place, { form: 'rate', times: 1, per: 'year' })
  for (const place of findAll(text, numbered)) if (!countsSessions(text, place)) add(place, { form: 'rate' })
  for (const place of findAll(text, adverbs)) {
    const per = periodOf[place.groups.word ?? '']
    const times = countsSessions(text, place) && /^\d/.test(place.groups.times ?? '') ? 1 : timesOf(place.groups.times) ?? 1
    if (per === undefined) add(place, { form: 'rate' })
    else add(place, isRange(text, place) ? { form: 'rate', per, isRange: true } : { form: 'rate', times, per })
  }
  for (const place of findAll(text, perPeriod)) {
    if (isBareArticle(text, place)) continue
    const per = periodOf[place.groups.word ?? '']
    const times = timesOf(place.groups.times)
    add(place, {
      form: 'rate',
      ...(per === undefined ? {} : { per }),
      ...(isRange(text, place) ? { isRange: true as const } : times === undefined ? {} : { times }),
    })
  }
  for (const place of findAll(text, shortForms)) {
    const per = periodOf[place.text.replace(/[^a-z]/g, '')]
    add(place, { form: 'rate', ...(per === undefined ? {} : { per }) })
  }
  for (const place of findAll(text, weekdays)) add(place, { form: 'weekday' })
  for (const place of findAll(text, clockTimes)) add(place, { form: 'clock' })
  for (const pattern of [everyThing, everyTime, dayOccasions, everyOccasion]) {
    for (const place of findAll(text, pattern)) add(place, { form: 'occasion' })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

const season =
  '(?:first |last |second |first half of the |second half of the |whole |rest of the )*(?:autumn|spring|' +
  'summer|first|second|third|final|next)'
const spans = new RegExp(
  String.raw`\b(?:over|across|during|in|within|throughout|for|lasting|of|each)? ?(?:a |the |each of |` +
    String.raw`first |2 )?(?:period of |block of |course of )?(?:\d{1,2}[- ](?:(?:school|term|teaching|` +
    String.raw`consecutive) )?(?:weeks?|months?|terms?|half[- ]terms?|years?)\b(?: blocks?)?(?: (?:a|per|` +
    String.raw`each|every|of (?:the|each|every)) (?:school |academic )?year)?|` +
    String.raw`${season}(?: half)?(?: of the)?(?: and (?:autumn|spring|` +
    String.raw`summer))?(?: half)? ?(?:half[- ]terms?|terms?|holidays?)|term[- ]time|school year|` +
    String.raw`school holidays)`, 'g')

/** How long the arrangement runs: for ten weeks, 38 weeks a year, in the spring term. */
export const readSpans = (text: string): Place[] =>
  findAll(text, spans).filter((place) => !/(?:every|each|within) ?$/.test(text.slice(Math.max(0, place.start - 8), place.start))
    && !place.text.startsWith('within'))

const deadlines = new RegExp(
  String.raw`\b(?:by|before|within|in|from|until|starting(?: in| by)?|beginning(?: in)?|` +
  String.raw`no later than) (?:the )?(?:(?:end|start|beginning|first half|` +
  String.raw`second half) of )?(?:the )?(?:\d{1,2} (?:weeks?|months?|days?)|\d{1,2} )?(?:january|february|` +
  String.raw`march|april|may|june|july|august|september|october|november|december|easter|christmas|autumn|` +
  String.raw`spring|summer|first (?:half )?term|next term|term|year \d|[a-z]{2,14} (?:starts|begins|joins|` +
  String.raw`moves))|\bwithin \d{1,2} (?:school )?(?:days?|weeks?|months?|terms?)\b|\bbefore (?:they|he|` +
  String.raw`she|[a-z]{2,14}) (?:starts?|begins?|joins?|do)\b|\bon \d{1,2} [a-z]{3,9}\b|\b(?:repeated|` +
  String.raw`refreshed|renewed) (?:each|every|yearly|annually)`, 'g',
)

const soonAfter = new RegExp(
  String.raw`\bat (?:\d{1,2}(?:, | and |, and | weeks and | months and )?){1,5} (?:weeks|months)\b|\b(?:at|in|after) (?:weeks?|sessions?|months?|visits?) \d{1,2}\b|\b(?:in|within|during|by the end of) (?:the |her |his |their )?first (?:day|week|fortnight|month|half[- ]term|term)\b|` +
  String.raw`\b(?:by|before|at|in|within|on|during) (?:the )?(?:first|start|beginning|end|last) (?:(?:of|` +
  String.raw`day|week|fortnight|month|half|half-term|\d{1,2} weeks|\d{1,2} days) ?){1,3}(?:(?:the|each|` +
  String.raw`every|that|this|next) )?(?:of )?(?:the )?(?:[a-z]+ )?(?:term|year|half[- ]term|week|month|` +
  String.raw`january|february|march|april|may|june|july|august|september|october|november|december)\b|` +
  String.raw`\b(?:by|before) (?:the )?(?:[a-z]+ )?half[- ]term\b`, 'g',
)

/** A date or an event by which a thing that happens once will have happened. */
export const readDeadlines = (text: string): Place[] => [...findAll(text, deadlines), ...findAll(text, soonAfter)]
