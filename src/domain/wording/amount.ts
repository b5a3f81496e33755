// How much: minutes, hours, half days, nights, sessions. Numbers that are not amounts (Year 4, Level 2, Key Stage 2, ages,
// dates) are never read, because a number counts only beside a unit of time or a counted occasion.

import { findAll, heldIn, type Found, type Place } from './plain-text.ts'

export interface Duration extends Place {
  /** Minutes, when they are one firm number; a range, a half day or a night has none. */
  readonly minutes?: number
  readonly unit: 'minute' | 'hour' | 'day' | 'night' | 'clock' | 'extent'
  /** "Up to three hours": a ceiling promises nothing. */
  readonly isCeiling: boolean
}

export interface Count extends Place {
  /** The number, when it is one firm number. */
  readonly times?: number
  readonly noun: string
  readonly isCeiling: boolean
  readonly isRange: boolean
}

export const number = String.raw`\d{1,4}(?:\.\d{1,2})?`
const ceiling =
  String.raw`(?<ceiling>up to(?: a maximum of)? |a maximum of |maximum of |maximum |max |no more than |` +
  String.raw`at most |not more than |(?<!\bno |\bnot )(?:fewer than |less than ))?`
const floor =
  String.raw`(?:at least |a minimum of |minimum of |minimum |min |about |approximately |around |roughly |` +
  String.raw`between |not less than |no less than |no fewer than |not fewer than )?`
const range = String.raw`(?:(?: ?- ?| to | or | and )(?<upper>${number}))?`

const spelled = new RegExp(
  String.raw`\b${ceiling}${floor}(?<amount>${number})(?<half> and a half)?(?:${range})[ -]?(?:(?:full|` +
    String.raw`whole|taught|school|clock)[ -])?(?<unit>minutes?|mins?|hours?|hrs?|hr|` +
    String.raw`h)\b(?<after> and a half)?`, 'g')
const hourAndMinutes = new RegExp(
  String.raw`\b${ceiling}(?<hours>\d{1,2}) ?(?:hours?|hrs?) (?:and )?(?<rest>\d{1,2}) ?(?:minutes?|mins?)\b`, 'g')
const inWords = new RegExp(
  String.raw`\b${ceiling}(?<words>an hour and a half|(?:3[- ])?quarters? of an hour|half(?: an|-an|-|-a|` +
    String.raw` )?[ -]?hour|an? hour|hour-long)\b`, 'g')
const daysAndNights = new RegExp(
  String.raw`\b${ceiling}${floor}(?<amount>${number}|an?|half an?|each)?(?:${range})[ -]?(?:(?<part>half|` +
    String.raw`full|whole|overnight|consecutive|separate|single|introductory) ?-?)?(?<unit>days?|nights?|` +
    String.raw`overnights?|overnight stays?|stays?|weekends?)\b(?! (?:out of|in 5|in 7))`, 'g')
const clock = String.raw`(?:\d{1,2}(?:[.:]\d{2})? ?(?:am|pm)|\d{1,2}[.:]\d{2}|noon|midday|midnight)`
const clockSpan = new RegExp(String.raw`\b(?:from |between )?${clock}(?: to | until | till | and | ?- ?)(?:[a-z]{6,9} )?${clock}`, 'g')
const extents = new RegExp(
  String.raw`\b(?:full[- ]time|throughout (?:every|each|all|the whole|break|lunch|the school day|play)|` +
  String.raw`for the whole of (?:each|every|the|break|lunch|play|[a-z]+ time)|for the duration of|at all times|(?:for|` +
  String.raw`throughout) all (?:of )?(?:the |his |her |their )?(?:\d{1,2}(?:\.\d{1,2})? )?hours|for every hour|whole (?:of )?(?:each|every) |(?:1|an?|each|every) (?:full|whole) (?:morning|afternoon|evening|day)\b|` +
  String.raw`1 (?:full )?day (?:a|per|each|every) (?:week|fortnight|month))`, 'g',
)

// A share of a stated whole: "60% of lessons", "half of his timetable", "3 quarters of the school week".
const shares = new RegExp(
  String.raw`\b(?:\d{1,3}(?:\.\d)? ?(?:%|per ?cent)|half|(?:3 )?quarters?|(?:1|2|a) thirds?) of ` +
  String.raw`(?:all |the |his |her |their |every |each |school |taught |college |core )*(?:lessons|timetable|sessions|week|day|curriculum|subjects)\b`, 'g')

const wordMinutes = (words: string): number => {
  if (words === 'an hour and a half') return 90
  if (words.startsWith('3')) return 45
  if (words.startsWith('quarter')) return 15
  return words.startsWith('half') ? 30 : 60
}

/** An interval or a limit is not an amount: every 20 minutes, within two hours, after ten minutes, a rate per hour. */
const isNotAnAmount = (text: string, found: Place): boolean =>
  new RegExp(
    String.raw`(?:\bevery|\bwithin|\bafter|\bper|\bin under|\bmore than|\bevery other|\bevery half|\btimes|` +
    String.raw`\bminutes|\bonce|\btwice|\bleast every) (?:the (?:first|last) )?$`,
  ).test(
    text.slice(Math.max(0, found.start - 24), found.start)) && !/^(?:up to|no more|at most)/.test(text.slice(found.start, found.end))

export const readDurations = (text: string): Duration[] => {
  const found: Duration[] = []
  const held = heldIn(text.length)
  const add = (place: Found, rest: Omit<Duration, 'start' | 'end' | 'isCeiling'>): void => {
    if (isNotAnAmount(text, place) || !held.isFree(place)) return
    held.hold(place)
    found.push({ start: place.start, end: place.end, isCeiling: place.groups.ceiling !== undefined, ...rest })
  }
  for (const place of findAll(text, hourAndMinutes)) {
    add(place, { unit: 'minute', minutes: Number(place.groups.hours) * 60 + Number(place.groups.rest) })
  }
  for (const place of findAll(text, spelled)) {
    const hours = place.groups.unit?.startsWith('h') ?? false
    const half = place.groups.half ?? place.groups.after
    const minutes = (Number(place.groups.amount) + (half === undefined ? 0 : 0.5)) * (hours ? 60 : 1)
    const unit = hours ? 'hour' : 'minute'
    add(place, place.groups.upper === undefined ? { unit, minutes } : { unit })
  }
  for (const place of findAll(text, inWords)) add(place, { unit: 'hour', minutes: wordMinutes(place.groups.words ?? '') })
  for (const place of findAll(text, clockSpan)) add(place, { unit: 'clock' })
  for (const place of findAll(text, daysAndNights)) {
    const { amount, part, unit = '' } = place.groups
    const isDay = unit.startsWith('day')
    // "Five days a week" is how often; "a half day", "five full days", "placements of five days" are how much.
    const isRate = /^,? (?:a|per|each|every|in each|in every|out of|in(?! the (?:summer|autumn|spring|easter|christmas|school|holidays?))) /.test(text.slice(place.end, place.end + 10))
    const isCourse = /^\d{1,2}-day$/.test(place.text) && /^ [a-z]/.test(text.slice(place.end, place.end + 2))
    const isHowMuch = isDay
      ? isCourse || part === 'half' || part === 'full' || part === 'whole' || amount?.startsWith('half')
        || (!isRate && amount !== undefined && /^\d/.test(amount) 
          && / (?:of|over|for|lasting|takes) $/.test(text.slice(Math.max(0, place.start - 9), place.start)))
      : amount !== undefined && /^(?:\d|an?$)/.test(amount) || unit.startsWith('overnight') && amount !== undefined
    if (isHowMuch) add(place, { unit: isDay ? 'day' : 'night' })
  }
  for (const place of [...findAll(text, shares), ...findAll(text, extents)]) add(place, { unit: 'extent' })
  return found.toSorted((a, b) => a.start - b.start)
}

const notAnAdjective =
  'of|with|by|for|from|in|per|a|an|each|every|the|and|or|to|on|at|who|will|is|are|years?|days?|weeks?|' +
  'months?'
const adjectives = String.raw`(?:(?!(?:${notAnAdjective})\b)[a-z0-9'./-]{1,24},? ){0,6}`
const occasions =
  'sessions?|visits?|lessons?|meetings?|appointments?|workshops?|times|stays?|nights?|contacts?|weekends?|' +
  'placements?|interviews?|calls?|assessments?|tests?|reviews?|observations?|reports?|mornings?|afternoons?|' +
  'evenings?|(?:taster|taught|induction|training|experience|transition|placement|work|visit) days?|journeys?|outings?|trips?'
const counted = new RegExp(
  String.raw`(?<!to[- ]|:)\b${ceiling}${floor}(?<amount>${number}|once|twice|` +
    String.raw`1)${range}[ -](?:x )?${adjectives}(?<noun>${occasions})\b`, 'g')
const crossed = new RegExp(String.raw`\b(?<amount>\d{1,3}) ?x ?(?=\d|half|an? )|\bx ?(?<after>\d{1,3})\b`, 'g')

/** Counted occasions: "8 to 12 sessions", "six home visits", "3 x 20 mins". */
export const readCounts = (text: string): Count[] => [
  ...findAll(text, counted).map((place): Count => {
    const { amount, upper, noun = '', ceiling: limit } = place.groups
    const firm = amount !== undefined && /^\d+$/.test(amount) && upper === undefined && limit === undefined
    return {
      start: place.start, end: place.end, noun, isCeiling: limit !== undefined, isRange: upper !== undefined,
      ...(firm ? { times: Number(amount) } : {}),
    }
  }),
  ...findAll(text, crossed).map((place): Count => ({
    start: place.start, end: place.end, noun: 'times', isCeiling: false, isRange: false,
    times: Number(place.groups.amount ?? place.groups.after),
  })),
].toSorted((a, b) => a.start - b.start)
