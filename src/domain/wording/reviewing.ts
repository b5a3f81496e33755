// Who checks, and when. The words of a check ("reviewed each term by the SENCO") are set apart from those of the work, so
// that "reviewed each term" is not taken for how often the work is done.

import { readDurations } from './amount.ts'
import { readFrequencies } from './frequency.ts'
import { findAll, heldIn, type Found, type Held, type Place } from './plain-text.ts'
import { findRoles } from './role.ts'

// The verbs of checking, by their stems: the forms of each are made and not listed. What is measured again, changed in the light
// of what was seen, or told to those who decide, has been checked (Code 9.69 and 9.176: provision is reviewed against outcomes).
const stems = [
  'review', 'check', 'monitor', 'audit', 'track', 'adjust', 'amend', 'renew', 'modif(?=y|i)', 'measur', 'evaluat', 'updat',
  'revis', 'gaug', 'apprais', 'scor', 're-?(?:assess|test|measur|grad|scor|rat|evaluat|visit|tak)', 'overs(?=ee)',
]
const form = (endings: string): string => `(?:${stems.join('|')})(?:${endings})`
const passive =
  `${form('ed|d|ied|een')}|assessed|rewritten|rated|re-?done|` +
  'recorded|observed|refreshed|looked at|reset|gone over|discussed|reported(?! to be)|(?:repeated|completed|read(?: through)?) by'
const bareOrThird = form('e|es|s|y|ies|ee|ees|')
const active =
  `${bareOrThird}|assess(?:es)?|re-[a-z]{4,9}|` +
  'tests? (?:him|her|them)|repeats? the (?:[a-z]+ )?(?:measures?|ratings?|tests?|scores?|questionnaires?|[a-z]+ (?:at|after|in) (?:week|session|month))|' +
  `looks? (?:at|back (?:over|at|on))|(?:${form('ing|ying')}|testing|scoring) (?!in\\b)|` +
  'sets? (?:and [a-z]+ )?(?:new |further |fresh |the next |next )+(?:[a-z]+ )?(?:targets?|goals?|exercises|steps)|(?:chang|mov)(?:e|es) (?:it|them|the programme|the plan|her|him) ?(?:on|if|when)?|' +
  'discuss(?:es)? (?:the |his |her |their |[a-z]+\'s )?(?:[a-z]+ )?(?:progress|targets|goals|results|scores)|' +
  'go(?:es)? (?:over|through) (?:the (?:log|chart|diary|record)|(?:it|them) with [a-z ]{2,24} (?:term|month|year|weeks)\\b|(?:[a-z]+ )?(?:targets|progress|records?|counts|goals|results|scores))|' +
  '(?<!train and )signs? (?:(?:him|her|them|[a-z]+) )?off|(?:gives?|runs?|does|carr(?:y|ies) out|administers?|repeats?) (?:an? |the )?(?:[a-z-]+ ){0,3}(?:tests?|probes?|screen|scales?|questionnaires?)\\b|' +
  'advises? on (?:the )?next|' +
  'writ(?:es?|ing) up|changes? (?:the|her|his|their) (?:[a-z]+ )?(?:targets|goals|programme|plan|symbols|timetable)|' +
  'attends? (?:each|every|the|her|his|their) (?:[a-z]+ )?reviews?|' +
  'tests? (?:speed|progress|accuracy|spelling|reading|the|his|her|their)|reports?|' +
  'decides?\\b[^.;]{0,40}\\b(?:whether|if|what|which|how)\\b|decides? on|agrees? (?:(?:any |the )?changes|(?:with [^.;]{2,40} )?(?:what|whether|how(?! many| much)|new|next|further))|' +
  '(?:chairs?|leads?) (?:an? |the |his |her |their )?(?:[a-z]+ ){0,2}reviews?|' +
  'asks? (?:(?!to\\b)[a-z\']+ ){1,9}(?:what|whether|how|if)\\b|' +
  'compares? |' +
  'ticks? off|(?:shares?|shows?) [^.;]{0,40}\\b(?:graph|chart|progress|results|scores|data|tally|log)\\b|' +
  'rewrites?|observes? (?:and|(?:[a-z0-9-]+ ){1,8}and (?:amend|change|adapt|adjust|revise|update))|(?:writes?|produces?|provides?|' +
  'sends?|gives?|shares?|leaves?) (?:them |(?:his |her |their |the )?parents |home |school )?(?:an? |the |up )?(?:[a-z-]+ ){0,3}(?:reviews?|notes?|' +
  'reports?|plan|summary|record)|leaves? (?:an? )?(?:[a-z]+ )?(?:notes?|reports?|summary)|' +
  'completes? (?:an? |the |his |her |their )?(?:[a-z]+ ){0,3}(?:measures?|reviews?|re-?assessment|evaluation|checklists?|' +
  'profiles?|questionnaires?|scales?|trackers?|assessments?)|feeds? back'
const passiveClause = new RegExp(String.raw`\b(?:${passive})\b(?! (?:history|needs))`, 'g')
const activeClause = new RegExp(
  String.raw`\b(?:will(?: also)?|to|who|shall|must|that|adviser|therapist|physiotherapist|psychologist|` +
    String.raw`teacher|nurse|senco|assistant|tutor|mentor|worker|officer|${'[a-z]{4,18}ist'}|and(?: will)?|` +
    String.raw`then|,) (?:${active})\b(?! (?:understanding|that|in with|in on|in and|in at|` +
    String.raw`for understanding|his understanding|her understanding))`, 'g')
// "A sheet that the teacher for vision impairment reviews each half term".
const relativeClause = /\b(?:that|which) (?:the |his |her |an? )?(?:[a-z]+ ){1,6}(?:reviews|checks|monitors|updates|scores|assesses|looks at)\b/g
const nounClause = new RegExp(
  String.raw`\b(?:followed by|with|then|and|including) (?:an? |the )?(?:[a-z-]+ ){0,3}(?:reviews?|` +
  String.raw`review meeting|evaluation|assessments?|questionnaires?|measures|scores)\b|\b(?:review|assessment|evaluation|progress (?:check|` +
  String.raw`review|report))s? (?:of [a-z ]{3,30})?(?:by|with|between)\b`, 'g',
)
const agent = /\b(?:by|with|between|from)\b/
const checker = new RegExp(
  String.raw`\b(?:team|panel|service|camhs|family|parents|paediatrics|key adult|key person|he|she|they|her|` +
  String.raw`him|them)\b`,
)
const hasRole = (words: string): boolean => checker.test(words) || findRoles(words).length > 0

export interface Reviewing {
  /** Clauses that speak of checking. Offsets of the plain text. */
  readonly clauses: readonly Place[]
  /** A role is named that checks. */
  readonly isNamed: boolean
  /** The clause that names it. */
  readonly by: Place | undefined
}

const longestClause = 400

const clauseStart = (text: string, at: number): number => {
  const from = Math.max(0, at - longestClause)
  const before = text.slice(from, at)
  const marks = [', ', '; ', '. ', '(', ': ', ' and ', ' with ', ' who '].map((mark) => before.lastIndexOf(mark) + 1)
  return from + Math.max(...marks)
}

/** "A meeting each term to review the plan": what comes before "to review" is the work, unless it is who reviews. */
const isPurpose = (text: string, found: Found): boolean => {
  if (!found.text.startsWith('to ')) return false
  const before = text.slice(Math.max(0, found.start - 80), found.start).trimEnd()
  return !findRoles(before).some((role) => role.end === before.length)
}

const clauseEnd = (text: string, from: number): number => {
  const rest = text.slice(from, from + longestClause)
  const end = /;|\.(?= |$)|\)|, (?:delivered|led|carried out|one-to-one|1-to-1|for \d)/.exec(rest)
  return from + (end?.index ?? rest.length)
}

/**
 * The checking clauses of a line. When the whole line is a check (a clinic review, a hearing test) the clause is the line
 * itself and is not set apart.
 */
export const readReviewing = (text: string): Reviewing => {
  const clauses: Place[] = []
  const held = heldIn(text.length)
  let by: Place | undefined
  const consider = (found: Found, isNamed: (clause: Place) => boolean): void => {
    // "… and will test her": what stands before "and" is the work.
    const begins = isPurpose(text, found) || /^(?:and|then|who|that|,)\b/.test(found.text)
    const start = begins ? found.start : clauseStart(text, found.start)
    const clause = { start, end: clauseEnd(text, found.end) }
    if (by === undefined && isNamed(clause)) by = clause
    if (clause.start <= 2 || sharesTheTime(text, found, clause) || !held.isFree(found) || isTheLineItself(text, found)) return
    held.hold(clause)
    clauses.push(clause)
  }
  const namedAfter = (clause: Place): boolean => {
    const words = text.slice(clause.start, clause.end)
    const at = agent.exec(words)
    return at !== null && hasRole(words.slice(at.index))
  }
  // The one who checks stands earlier in the line: "…, who will review", "and will test speed".
  const namedBefore = (found: Found) => (): boolean => hasRole(text.slice(Math.max(0, found.start - 300), found.end))
  for (const found of findAll(text, passiveClause)) consider(found, namedAfter)
  for (const found of findAll(text, relativeClause)) consider(found, () => findRoles(found.text).length > 0)
  for (const found of findAll(text, activeClause)) consider(found, namedBefore(found))
  // "… with a review at week ten": whoever does the work is there for it. "Followed by a review" is not said to be by anyone.
  for (const found of findAll(text, nounClause)) {
    consider(found, (clause) => namedAfter(clause) || /^(?:with|then) /.test(found.text) && namedBefore(found)())
  }
  return { clauses: withoutTheAmount(text, clauses, held), isNamed: by !== undefined, by }
}

/** "Will weigh her and check her blood every Monday": one subject, one time for both, so the clause is not set apart. */
const sharesTheTime = (text: string, found: Found, clause: Place): boolean =>
  /^and (?!will\b)/.test(found.text) && text[found.start - 2] !== ','
  && readFrequencies(text.slice(clause.start, clause.end)).length > 0
  && readFrequencies(text.slice(0, found.start)).length === 0 && readDurations(text.slice(0, found.start)).length === 0

/** "Weight and blood pressure to be checked by the nurse": in the first clause, what is to be checked is the provision. */
const isTheLineItself = (text: string, found: Found): boolean =>
  /\b(?:to|will|must|should|shall) be $/.test(text.slice(Math.max(0, found.start - 12), found.start))
  && found.start < 120 && !/[,;.:(]/.test(text.slice(0, found.start))
  // "The child and adolescent psychiatrist will review …": the check is the first thing that the line says is done.
  || /^(?:will|to|shall|must) /.test(found.text) && found.start < 120
  && !/[,;.:(]|\b(?:will|to|shall|must|is|are|who|for|with) /.test(text.slice(0, found.start)) && findRoles(text.slice(0, found.start)).length > 0
  // "The nurse will hold a telephone review with Mum every six weeks".
  || /\b(?:will|to|shall) (?:hold|have|carry out|do|complete|lead|arrange|attend|give|make|provide) [a-z0-9' -]{0,40}$/.test(text.slice(0, found.start))
  && !/[,;.:(]/.test(text.slice(0, found.start))
  // "Hip X-ray and clinical review": a check beside a check is the provision too.
  || new RegExp(String.raw`^(?:[a-z-]+ ){0,4}(?:x-ray|scan|tests?|screening|review|check|clinic|assessment)\b[^.;:]{0,60}$`)
    .test(text.slice(0, found.start)) && !/[,;]/.test(text.slice(0, found.start))

/** "will see Bo and review her mood for 45 minutes a week": the only amount stands in the clause, so it is not set apart. */
const withoutTheAmount = (text: string, clauses: readonly Place[], held: Held): Place[] => {
  const durations = readDurations(text).filter((duration) => duration.unit !== 'day')
  if (durations.length === 0 || durations.some((duration) => held.isFree(duration))) return [...clauses]
  const carriers = heldIn(text.length, durations)
  return clauses.filter((clause) => carriers.isFree(clause) || /\bon an? \d|\bvisits? of\b/.test(text.slice(clause.start, clause.end)))
}
