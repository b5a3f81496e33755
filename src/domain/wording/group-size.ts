// With how many others: one-to-one, individually, in a pair, a group of no more than four, two adults to one child.

import { findAll, type Found } from './plain-text.ts'

const person =
  '(?:pupils?|children|child|students?|learners?|peers?|young people|others?|members|classmates|boys|girls|' +
  'participants|friends|people)'
const limit =
  '(?:(?:no more than|not more than|up to|at most|a maximum of|maximum of|maximum|max\\.?|fewer than|' +
  'less than|no larger than|no bigger than|under|between|at least|about|around) )?'
// "A group for 30 minutes" is no group of thirty.
const count =
  '\\d{1,2}\\b(?: ?(?:-|to|or) ?\\d{1,2}\\b)?(?! ?-?(?:minutes?|mins?|hours?|hrs?|weeks?|terms?|days?|' +
  'sessions?|months?|half|x |[:.]\\d|[a-z]+ minutes))'

const oneToOne = new RegExp(
  String.raw`\b(?:1[ -]?(?:to|:|-|2)[ -]?1|1-1|1on1|1 on 1|individual(?:ly|ised sessions)?|on (?:his|her|` +
  String.raw`their) own|alone|in (?:a |their |his |her )?pairs?|in pairs|` +
  String.raw`paired(?! reading)|(?<=[,(;] ?)pair(?=[,;).])|to (?:him|her)self)\b(?! (?:desk|needs|targets|timetable|plan|curriculum|` +
  String.raw`programme of study|learning plan|education|support plan|healthcare))`, 'g',
)
const ratios = new RegExp(
  String.raw`\b\d{1,2} ?: ?\d{1,2}\b(?![:.]\d)|\b(?:ratio of )?\d{1,2}[- ]to[- ]\d{1,2}\b(?= (?:ratio|` +
  String.raw`basis|adult|staff|support))|\b\d{1,2} (?:adults?|staff|members of staff|workers?|teachers?|` +
  String.raw`assistants?|carers?) (?:to|for|per|with|and) (?:every |each |no more than |up to )?(?:\d{1,2}|` +
  String.raw`a|an)? ?(?:other )?${person}?`, 'g')
const sized = new RegExp(
  String.raw`\bgroups? (?:no (?:larger|bigger|more) than|under|below) ${count}|` +
  String.raw`\b(?:groups?|class(?:es)?|sets?|clubs?|teaching groups?|bubbles?|circles?|` +
  String.raw`teams?)(?: size)?s?(?: \(| of| with| for| not exceeding| will number| number(?:s|` +
  String.raw`ing)?)+ ?${limit}${count}(?: or (?:fewer|less|under))?|\b(?:groups?|` +
  String.raw`class)\b[^.;]{0,40}?\b(?:for|with|of) ${limit}${count} (?:other )?(?:[a-z-]{1,14} )?${person}|` +
  String.raw`\(?(?:maximum|max|up to|no more than) ${count} (?:other )?${person}|` +
  String.raw`\b${count} ${person} (?:at most|maximum|or fewer|or less|in (?:the|each) group)|` +
  String.raw`\b${count}[- ](?:pupil|child|person)\b|\b${person} in the (?:class|group|room) will (?:number|` +
  String.raw`be)(?: (?:no|more|than|up|to|at|most))* ${count}`, 'g')
const others = new RegExp(
  String.raw`\b(?:with|to|alongside|and|shared with|shared between|between|for)(?: up to| no more than|` +
  String.raw` at most| [a-z]{2,14} and)? ?(?:\d{1,2}|a|an|another)(?: (?:or|to) \d{1,2})? ?(?:other |` +
  String.raw`chosen |familiar |named |matched )*(?:pupils?|child(?:ren)?|students?|learners?|peers?|` +
  String.raw`friends?|classmates?)\b`, 'g')
const twoAdults = new RegExp(
  String.raw`\b\d{1,2} (?:(?!(?:pupils|children|students|hours|minutes|sessions|visits)\b)[a-z-]{1,14} ){0,4}(?:adults|coaches|carers|members of staff|staff|assistants|` +
  String.raw`workers)\b(?! (?:to be|will be|who teach|in the use))`, 'g',
)
// Work with the family, or with one more adult beside the one who leads, says who is there.
const company = new RegExp(
  String.raw`\bwith (?:(?:both|his|her|their|the) (?:[a-z]+ )?(?:parents|carers)|(?:parents|mother|father|mum|dad|family) present)\b|` +
  String.raw`\b1 (?:[a-z-]+ ){0,3}(?:assistant|teacher|adult|worker|therapist|instructor|carer|helper|coach|nurse) and 1 (?:[a-z-]+ ){0,3}(?:assistant|teacher|adult|worker|helper|carer)\b|` +
  String.raw`\band (?:1|an|a) (?:additional|other|second|further|more) adult\b`, 'g')
const undefinedGroups = /\b(?:small(?:er)?[ -]?groups?|small(?:er)? class(?:es)?(?: sizes?)?|groups?(?! (?:tasks?|activit|discussions?|projects?|what|who|is\b)))\b/g

export interface GroupSize extends Found {
  readonly form: 'one-to-one' | 'ratio' | 'group' | 'adults'
}

export const readGroupSizes = (text: string): GroupSize[] => {
  const of = (pattern: RegExp, form: GroupSize['form']): GroupSize[] =>
    findAll(text, pattern).map((found) => ({ ...found, form }))
  return [
    ...of(oneToOne, 'one-to-one'), ...of(ratios, 'ratio'), ...of(sized, 'group'), ...of(others, 'group'),
    ...of(twoAdults, 'adults'), ...of(company, 'adults'),
  ].map((size): GroupSize => (/^1(?: ?: ?|[ -]to[ -])1$/.test(size.text) ? { ...size, form: 'one-to-one' } : size))
    .filter((size) => !isClock(text, size)).toSorted((a, b) => a.start - b.start)
}

const isClock = (text: string, size: Found): boolean =>
  /^\d{1,2} ?: ?\d{2}$/.test(size.text) && /(?:at|from|to|until|and|,|-) ?$/.test(text.slice(Math.max(0, size.start - 6), size.start))

/** Groups that are named in a line that gives no size for a group. */
export const findUnsizedGroups = (text: string, sizes: readonly GroupSize[]): Found[] => {
  const isSized = sizes.some((size) => size.form === 'group' || size.form === 'ratio')
  if (isSized) return []
  // One-to-one work that takes a child to a group ("a comic group") leaves no size unsaid; "one-to-one or small group" does.
  const isAlone = sizes.some((size) => size.form === 'one-to-one')
  return findAll(text, undefinedGroups).filter((group) => !isAlone || group.text.startsWith('small')
    || /^ work(?:,| and| or)|^ (?:and|or) (?:individual|1-to-1)/.test(text.slice(group.end, group.end + 20)))
}
