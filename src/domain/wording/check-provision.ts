// Is a provision line specific? CFA 2014 s.42(2) makes the council secure what section F says, so a stranger must be able to
// tell whether it was delivered: who, what, how much, how often (Code 9.69). A person decides; this points at words.

import type { ProvisionKind } from '../plan/line.ts'
import type { Section } from '../plan/sections.ts'
import { heldIn, type Place } from './plain-text.ts'
import { hasCeiling, isUnsaidTimeOfAssistant, missingParts, partsOf, type MissingPart, type Parts } from './parts-said.ts'
import { isDetailed, isSaidSomehow, partsWithParticulars } from './particulars.ts'
import { readProvisionLine, type ProvisionLine } from './provision-line.ts'
import type { WeakPhrase } from './weak-words.ts'

export const verdicts = ['specific', 'partly', 'vague'] as const
export type Verdict = (typeof verdicts)[number]

export interface Phrase extends Place {
  /** The author's own words. */
  readonly text: string
  readonly why: string
}

export interface FoundParts {
  readonly kind: ProvisionKind
  readonly who?: Place
  readonly howMuch?: Place
  readonly howOften?: Place
  readonly howLong?: Place
  readonly ratio?: Place
  readonly reviewer?: Place
}

export interface ProvisionCheck {
  readonly verdict: Verdict
  readonly missing: readonly MissingPart[]
  /** Parts whose absence keeps the line from being specific; the others are worth adding. */
  readonly essential: readonly MissingPart[]
  readonly phrases: readonly Phrase[]
  readonly found: FoundParts
}

export interface ProvisionContext {
  readonly section?: Extract<Section, 'F' | 'G' | 'H1' | 'H2'>
}

export const checkProvision = (text: string, context: ProvisionContext = {}): ProvisionCheck => {
  const line = readProvisionLine(text)
  const said = partsWithParticulars(partsOf(line, context.section === 'G'), line)
  // "Weekly if the therapist considers it necessary": with no amount beside it, a hedged frequency is none.
  const has = isHedgedAway(line) ? { ...said, howOften: false } : said
  const wanted = partsWanted(line, has, context)
  const unread = missingParts.filter((part) => wanted.essential.has(part) && !has[part])
  const isSaid = isSaidSomehow(line, unread)
  const essential = isSaid ? [] : unread
  const missing = missingParts.filter((part) => (wanted.essential.has(part) || wanted.listed.has(part)) && !has[part] && !(isSaid && unread.includes(part)))
  const takenBack = line.weak.some((phrase) => phrase.takesBack) || hasCeiling(line)
  return {
    verdict: verdictOf(line, has, essential, takenBack),
    missing,
    essential,
    phrases: phrasesOf(line),
    found: foundIn(line),
  }
}

const isTaught = /\b(?:curriculum|approach|teaching|ethos|experiences)\b/

const partsWanted = (
  line: ProvisionLine, has: Parts, context: ProvisionContext,
): { essential: ReadonlySet<MissingPart>; listed: ReadonlySet<MissingPart> } => {
  const { sort, main } = line
  const essential = new Set<MissingPart>(['who', 'what'])
  const listed = new Set<MissingPart>()
  const quantified = line.isFirmSomewhere
  switch (sort.kind) {
    case 'equipment':
      essential.add('howMuch')
      // What is "to be used" must be used at some stated time; what is supplied is there all the time.
      if (line.weak.some((phrase) => phrase.weakness === 'condition') || /\b(?:be|are) used\b/.test(main)) essential.add('howOften')
      if ((quantified || line.deadlines.length > 0 || has.howMuch) && line.reviewing.clauses.length === 0) listed.add('reviewer')
      break
    case 'review':
      essential.add('howOften')
      if (!has.what) essential.add('howMuch')
      break
    case 'environment':
      if (/\barrangements\b/.test(main)) break
      essential.add('howMuch')
      if (sort.isClassSize) essential.add('ratio')
      else essential.add('howOften')
      if (!sort.isClassSize || has.ratio) listed.add('reviewer')
      break
    case 'training':
      essential.add('howMuch').add('howOften')
      if (has.howMuch) listed.add('reviewer')
      break
    case 'consultation':
      essential.add('howMuch').add('howOften')
      if (has.howMuch || /\b(?:advice|consultation|supervision)\b/.test(main)) listed.add('reviewer')
      break
    case 'adult-support':
      essential.add('howMuch').add('howOften').add('ratio')
      listed.add('reviewer')
      break
    case 'strategy':
      essential.add('howMuch').add('howOften')
      // Awareness, encouragement and policies are nothing that is delivered, so there is nothing yet to review.
      if ((has.what && !/\btime\b(?! (?:allows|permits|permitting))/.test(main)) || isTaught.test(main) || line.durations.length > 0) listed.add('reviewer')
      break
    default:
      essential.add('howMuch').add('howOften')
      listed.add('reviewer')
  }
  if (isManner(line)) listed.delete('reviewer')
  // In social care a club or group is a place the child goes to, and its size is not what is provided.
  const isGoingOut = (context.section === 'H1' || context.section === 'H2') && sort.kind !== 'adult-support'
  if ((sort.isGroup && !isGoingOut) || isUnsaidTimeOfAssistant(line)) essential.add('ratio')
  if (wantsRatio(line)) listed.add('ratio')
  return { essential, listed }
}

// How adults speak and behave, what a room is like and what parents are told is nobody's piece of work that could be reviewed.
const manner = new RegExp(
  String.raw`\b(?:tone of voice|simple language|language simple|questions|sensitiv(?:e|ity)|(?:feedback|updates?) to parents|kept informed|informed of|` +
  String.raw`lighting|listening conditions|worksheets?|materials|pre-?warn(?:ed)?|avoid(?:ance)?|` +
  String.raw`(?:rais|famil?iaris)[a-z]+ (?:staff|of staff)|cue?ing|relationships with staff|differentiat(?:e|ion) by|understanding of|notes in advance)\b`)
const isManner = (line: ProvisionLine): boolean => manner.test(line.main) && line.durations.length === 0 && !isDetailed(line)
  && !/\b(?:therapy|programme|group|sessions?|practice|assistant|therapist)\b/.test(line.main)

/** A therapist's "input", "sessions" or "time" with nothing more said is read as direct therapy. */
const isTherapistsInput = ({ main, sort, deliverers }: ProvisionLine): boolean =>
  (sort.kind === 'other' || sort.kind === 'teaching' || sort.kind === 'strategy') && !sort.isVisit
  && !/\b(?:observ[a-z]+|assess[a-z]*|writ(?:e|es|ing|ten)|produce[sd]?|reports?|meet(?:ings?|s)?|join|attend|coach[a-z]*|modelling|class team|phone|telephone)\b/.test(main)
  && deliverers.roles.some((role) => /(?:therapist|counsellor)s?$/.test(main.slice(role.start, role.end)))

// A short line in which somebody sees, works with or holds sessions for a child, and nothing says whether others are there.
const unsaidCompany = new RegExp(
  String.raw`\bsessions?\b|\binput\b|\b(?:will|to) (?:see|mentor|work with|work on|do(?! (?:what|its|all|everything))|teach|support)\b(?! (?:staff|school|parents|the (?:family|staff|class|school|team)))|` +
  String.raw`\b(?:literacy|reading|maths|numeracy|language|spelling|writing|learning|behaviour|study) support\b|\bskills (?:work|practice)\b`)
const isClinical = /(?:nurse|paediatrician|psychiatrist|dietitian|podiatrist|audiologist|orthotist|visitor|adviser)s?\b/
const saysNoCompany = (line: ProvisionLine): boolean =>
  !isClinical.test(line.main) &&
  ['teaching', 'other', 'strategy', 'programme-by-trained-adult'].includes(line.sort.kind) && !line.sort.isVisit && !isDetailed(line)
  && unsaidCompany.test(line.main) && !/\b(?:class|classes|club|clubs|scheme|training|workshops?|assembly|every lesson|sensory input)\b/.test(line.main)

/** For direct therapy and programmes the number of children is listed when it is not said; the verdict stays. */
const wantsRatio = (line: ProvisionLine): boolean => {
  const { sort } = line
  const main = line.main.replace(/\b(?:using|following|through) (?:an? |the |his |her )?(?:[a-z-]+ ){0,3}programmes?\b/g, '')
  if (/\b(?:parents?|parent-led|mothers?|fathers?|carers|mum|dad|mrs|mr)\b/.test(main) && sort.kind !== 'therapy-direct') return false
  if (/\bratio\b/.test(main) && !/\d/.test(main)) return true
  return saysNoCompany(line) || sort.kind === 'therapy-direct' || sort.kind === 'therapy-group' || isTherapistsInput(line)
  || (sort.kind === 'programme-by-trained-adult' && /\bprogramme\b/.test(main)
    // One child's own programme, told in detail, is done with that child.
    && !(isDetailed(line) && /\b(?:his|her|their|[a-z]+'s) (?:[a-z-]+ ){0,4}programme\b/.test(main)))
  || (sort.kind === 'teaching' && /\b(?:programme|interventions?|mentoring|tuition)\b/.test(main))
  || new RegExp(
    String.raw`\b(?:therapy|peers?|friendships?|social (?:skills|interaction|groups?|development)|` +
    String.raw`(?:wellbeing|emotional|self-esteem|anxiety|anger) (?:[a-z-]+ )?(?:sessions?|work|support)|(?<!breakfast |youth |holiday |homework )club|` +
    String.raw`sessions? (?:to build|on) [a-z -]*(?:self-esteem|confidence|emotions|anxiety|anger))\b`,
  ).test(main) && sort.kind !== 'consultation' && sort.kind !== 'training' && sort.kind !== 'review'
}

/** "Weekly where possible" counts as no frequency; a firm amount beside it still counts. */
const isNoMeasure = (phrase: WeakPhrase): boolean =>
  phrase.takesBack || phrase.weakness === 'unmeasured' || phrase.weakness === 'opportunity'

const isHedgedAway = (line: ProvisionLine): boolean =>
  line.weak.some((phrase) => phrase.takesBack && phrase.weakness === 'condition' && !phrase.text.startsWith('or '))
  && line.durations.length === 0 && line.counts.length === 0 && line.groupSizes.every((size) => size.form === 'one-to-one' && line.frequencies.length === 0)

/** So many people trained is an amount, whoever trains them. */
const countedTrainees = /\b\d{1,2} (?:[a-z-]+ ){0,4}(?:staff|adults?|assistants?|teachers?|people|person|practitioners?|workers?)\b/

const verdictOf = (line: ProvisionLine, has: Parts, essential: readonly MissingPart[], takenBack: boolean): Verdict => {
  if (essential.length === 0 && !takenBack) return 'specific'
  const sized = line.groupSizes.some((size) => size.form !== 'one-to-one')
    || line.groupSizes.length > 0 && line.unsizedGroups.length === 0 && !line.weak.some(isNoMeasure)
  const trainees = line.sort.kind === 'training'
    && (has.who && /\b(?:all|every|\d{1,2})\b/.test(line.main) || countedTrainees.test(line.main))
  const counted = line.counts.length > 0
  if (isHedgedAway(line)) return 'vague'
  const numberedSpan = line.spans.some((span) => /\d/.test(line.main.slice(span.start, span.end)))
  const item = line.sort.kind === 'equipment'
    && (has.who && has.howMuch || line.placings.length > 0 || /^1 |(?<!year |level |stage )\b(?:[2-9]|\d{2,3})\b/.test(line.main))
  return line.isFirmSomewhere || numberedSpan || sized || counted || trainees || item ? 'partly' : 'vague'
}

const phrasesOf = (line: ProvisionLine): Phrase[] => {
  const why = 'A group of what size? Give the largest number of children.'
  const groups = line.unsizedGroups.map((group) => ({ ...group, why }))
  const held = heldIn(line.plain.text.length)
  return [...line.weak, ...groups].flatMap((weak) => {
    if (!held.isFree(weak)) return []
    held.hold(weak)
    const place = line.plain.placeOf(weak.start, weak.end)
    return [{ ...place, text: line.plain.original.slice(place.start, place.end), why: weak.why }]
  }).toSorted((a, b) => a.start - b.start)
}

const foundIn = (line: ProvisionLine): FoundParts => {
  const at = (place: Place | undefined): Place | undefined =>
    place === undefined ? undefined : line.plain.placeOf(place.start, place.end)
  const entries = {
    who: at(line.deliverers.isNamed ? line.deliverers.roles[0] : undefined),
    howMuch: at(line.durations.find((duration) => !duration.isCeiling)),
    howOften: at(line.frequencies[0]),
    howLong: at(line.spans[0]),
    ratio: at(line.groupSizes[0]),
    reviewer: at(line.reviewing.by),
  }
  const said = Object.fromEntries(Object.entries(entries).filter(([, place]) => place !== undefined))
  return { kind: line.sort.kind, ...said }
}
