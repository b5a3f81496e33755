// What a box of a line says after somebody changed it in a Word file, as the fields of the line. Read only where the words can mean one
// thing: the words as the hub prints them, and the plain ways of writing the same. Anything else stays words for a person to read, because
// a number that is guessed at would be a promise that nobody wrote.

import { dateFromParts, type PlainDate } from '../../calendar/plain-date.ts'
import type { LineFields, LineKind, Period, ProvisionFields } from '../line.ts'

/** A box as the file has it: the label that the copy printed, what stood there, and what stands there now; empty where it was taken out. */
export interface Box {
  readonly label: string
  readonly was: string
  readonly wanted: string
}

/** The fields with this box changed; undefined where its words could mean more than one thing, or the box is none that is read. */
export function withBox(kind: LineKind, fields: LineFields, { label, wanted }: Pick<Box, 'label' | 'wanted'>): LineFields | undefined {
  const words = wanted.replaceAll(/\s+/gu, ' ').trim()
  const key = plainBoxes[kind]?.[label]
  if (key !== undefined) return put(fields, { [key]: words === '' ? undefined : words })
  if (kind !== 'provision') return undefined
  switch (label) {
    case 'How much and how often': {
      const amount = words === '' ? {} : readAmount(words)
      return amount === undefined ? undefined : put(fields, { minutes: undefined, times: undefined, per: undefined, weeks: undefined, ...amount })
    }
    case 'Starting': {
      const from = words === '' ? undefined : readDay(words)
      return words !== '' && from === undefined ? undefined : put(fields, { from })
    }
    case 'Checked by': return checking(fields, words)
    default: return undefined
  }
}

/** Boxes whose words are the field itself. */
const plainBoxes: Partial<Record<LineKind, Readonly<Record<string, keyof LineFields>>>> = {
  provision: { Who: 'who', 'For how long': 'howLong', 'In what group': 'groupSize', Where: 'setting', 'Why the wording is flexible': 'flexibleBecause' },
  outcome: { 'By when': 'by', 'How we will know': 'measure' },
  view: { 'How gathered': 'howGathered' },
}

function put(fields: LineFields, changed: { readonly [K in keyof LineFields]?: LineFields[K] | undefined }): LineFields {
  return Object.fromEntries(Object.entries({ ...fields, ...changed }).filter(([, value]) => value !== undefined))
}

/** One comma stands between who checks and when; without one it is what the box said before, where that was one of the two. */
function checking(fields: LineFields, words: string): LineFields | undefined {
  if (words === '') return put(fields, { checkedBy: undefined, checkedWhen: undefined })
  const [by = '', when, ...more] = words.split(/\s*,\s*/u)
  if (more.length > 0) return undefined
  if (when !== undefined) return by === '' || when === '' ? undefined : put(fields, { checkedBy: by, checkedWhen: when })
  if (fields.checkedWhen === undefined) return put(fields, { checkedBy: by })
  return fields.checkedBy === undefined ? put(fields, { checkedWhen: by }) : undefined
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** "3 March 2027", whole and alone. */
function readDay(words: string): PlainDate | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})(?:st|nd|rd|th)? (\p{L}+) (\d{4})$/u.exec(words) ?? []
  const no = months.indexOf(month.toLowerCase())
  return no < 0 ? undefined : dateFromParts(Number(year), no + 1, Number(day))
}

const many = String.raw`\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty-five|sixty`
const numbers: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, twenty: 20, thirty: 30, 'forty-five': 45, sixty: 60, once: 1, twice: 2,
}
const numberOf = (words: string): number => numbers[words.toLowerCase()] ?? Number(words)

const periodsSaid: readonly (readonly [Period, string])[] = [
  ['school-day', 'school day'], ['day', 'day'], ['week', 'week'], ['fortnight', 'fortnight'], ['month', 'month'], ['half-term', 'half[- ]term'], ['term', 'term'], ['year', 'year'],
]
const length = new RegExp(String.raw`^(?:(?:for )?(?:(?<hours>${many}) hours?)?(?: (?:and )?)?(?:(?<minutes>${many}) minutes?)?)(?=[ ,]|$)`, 'iu')
const often = new RegExp(String.raw`^(?<times>once|twice|(?:${many}) times) (?:(?<all>in all)|(?:a|an|each|every|per) (?<period>${periodsSaid.map(([, said]) => said).join('|')}))(?=[ ,]|$)`, 'iu')
const weeksAYear = new RegExp(String.raw`^(?:for )?(?<weeks>${many}) weeks? (?:a|each|every|per|of the) year$`, 'iu')

/** "45 minutes, once a week, for 20 weeks a year", in whole: what stands behind a colon is worked out and not read. Undefined where any word is left over. */
function readAmount(words: string): Pick<ProvisionFields, 'minutes' | 'times' | 'per' | 'weeks'> | undefined {
  let rest = (words.split(':')[0] ?? '').replaceAll(/(?:^|, )(?:length of each time|how often|weeks in the year) not said(?=,|$)/giu, '').replace(/^[ ,]+/u, '').trim()
  const said: { minutes?: number; times?: number; per?: Period; weeks?: number } = {}
  const take = (pattern: RegExp): Readonly<Record<string, string | undefined>> | undefined => {
    const found = pattern.exec(rest)
    if (found === null || found[0].trim() === '') return undefined
    rest = rest.slice(found[0].length).replace(/^[ ,]+/u, '').replace(/\.$/u, '')
    return found.groups
  }
  const lasts = take(length)
  if (lasts !== undefined) said.minutes = (lasts['hours'] === undefined ? 0 : numberOf(lasts['hours']) * 60) + (lasts['minutes'] === undefined ? 0 : numberOf(lasts['minutes']))
  const rate = take(often)
  if (rate !== undefined) {
    said.times = numberOf((rate['times'] ?? '').replace(/ times$/iu, ''))
    const period = (rate['period'] ?? '').toLowerCase()
    said.per = rate['all'] === undefined ? periodsSaid.find(([, pattern]) => new RegExp(`^${pattern}$`, 'u').test(period))?.[0] ?? 'week' : 'once'
  }
  const weeks = take(weeksAYear)
  if (weeks?.['weeks'] !== undefined) said.weeks = numberOf(weeks['weeks'])
  return rest === '' && Object.keys(said).length > 0 && Object.values(said).every((value) => value !== 0) ? said : undefined
}
