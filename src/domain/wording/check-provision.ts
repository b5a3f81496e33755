// Is a provision line specific? CFA 2014 s.42(2) makes the council secure what section F says, so a stranger must be able to
// tell whether it was delivered: who, what, how much, how often (Code 9.69). A person decides; this points at words.

import type { ProvisionKind } from '../plan/line.ts'
import type { Section } from '../plan/sections.ts'
import { saysWhat } from './content.ts'
import { blank, heldIn, type Place } from './plain-text.ts'
import { readProvisionLine, type ProvisionLine } from './provision-line.ts'
import type { WeakPhrase, Weakness } from './weak-words.ts'

export const missingParts = [
  'who', 'what', 'howMuch', 'howOften', 'howLong', 'ratio', 'reviewer', 'training', 'setting',
] as const
export type MissingPart = (typeof missingParts)[number]

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
  const has = partsOf(line)
  const wanted = partsWanted(line, has, context)
  const essential = missingParts.filter((part) => wanted.essential.has(part) && !has[part])
  const missing = missingParts.filter((part) => (wanted.essential.has(part) || wanted.listed.has(part)) && !has[part])
  const takenBack = line.weak.some((phrase) => phrase.takesBack) || hasCeiling(line)
  return {
    verdict: verdictOf(line, has, essential, takenBack),
    missing,
    essential,
    phrases: phrasesOf(line),
    found: foundIn(line),
  }
}

type Parts = Record<MissingPart, boolean>

const hasCeiling = (line: ProvisionLine): boolean =>
  line.durations.some((duration) => duration.isCeiling) || line.counts.some((count) => count.isCeiling)

const silentWeakness = new Set<Weakness>(['unmeasured', 'appropriate', 'opportunity', 'condition', 'access'])

const partsOf = (line: ProvisionLine): Parts => {
  const { sort, durations, counts, frequencies, deliverers, main } = line
  const firmDuration = durations.some((duration) => !duration.isCeiling)
  const firmCount = counts.some((count) => !count.isCeiling && !count.isRange)
  const countedOverTime = firmCount && (firmDuration || line.spans.length > 0 || line.deadlines.length > 0 || frequencies.length > 0)
  const occasion = frequencies.some((frequency) => frequency.form === 'occasion')
  const hedgedDay = line.weak.some((phrase) => phrase.text === 'throughout the day')
  const oneTime = (sort.kind === 'training' && firmDuration || sort.kind === 'review') && line.deadlines.length > 0
  const howOften = (frequencies.length > 0 || countedOverTime || oneTime) && !(hedgedDay && frequencies.length === 0)
  const silent = [
    ...durations, ...frequencies, ...deliverers.roles, ...deliverers.unnamed, ...line.spans, ...line.groupSizes,
    ...line.counts, ...line.names, ...line.weak.filter((phrase) => phrase.takesBack || silentWeakness.has(phrase.weakness)),
  ]
  const ratio = line.groupSizes.length > 0 && line.unsizedGroups.length === 0
  return {
    who: hasWho(line),
    what: saysWhat(main, silent, line.groupSizes.length > 0, firmDuration) && !(sort.kind === 'short-break' && !firmDuration && counts.length === 0)
      || isNamedPersonsTime(line) || isStaffing(line),
    howMuch: hasHowMuch(line, firmDuration, firmCount, occasion),
    howOften,
    howLong: line.spans.length > 0,
    ratio: ratio || isAtHomeWithOne(line),
    reviewer: line.reviewing.isNamed,
    training: true,
    setting: true,
  }
}

const assistant = /(?:assistant|\b(?:ta|lsa|hlta))s?$/

/** Sessions or hours with a named role tell what is done by who does it, as "teaching assistant support" does. */
const isNamedPersonsTime = ({ main, durations, counts, deliverers, frequencies }: ProvisionLine): boolean =>
  deliverers.roles.length > 0 && (durations.length > 0 || counts.length > 0 || frequencies.length > 0 && /\bsessions?\b/.test(main))
  && !/\b(?:input|advice|involvement|contribut[a-z]+)\b/.test(blank(main, deliverers.roles))

/** Time with an assistant of which nothing more is said is adult support, for which the number of children is essential. */
const isUnsaidTimeOfAssistant = (line: ProvisionLine): boolean =>
  isNamedPersonsTime(line) && line.deliverers.roles.some((role) => assistant.test(line.main.slice(role.start, role.end)))
  && !saysWhat(blank(line.main, line.deliverers.roles), [...line.durations, ...line.frequencies, ...line.counts, ...line.spans, ...line.weak], false, true)

/** "One teacher and one assistant for every six pupils": the people are the provision. */
const isStaffing = ({ deliverers, groupSizes }: ProvisionLine): boolean =>
  deliverers.isNamed && groupSizes.some((size) => size.form === 'ratio' || size.form === 'group')

const hasWho = (line: ProvisionLine): boolean => {
  const { deliverers, sort } = line
  if (deliverers.isNamed) return true
  if (deliverers.provider !== undefined && deliverers.roles.length === 0) {
    return ['training', 'equipment', 'short-break', 'environment', 'review'].includes(sort.kind)
      || /^(?:by|with) /.test(line.main.slice(deliverers.provider.start))
  }
  return sort.isClassSize && line.groupSizes.length > 0 && line.sort.kind === 'environment'
}

const hasHowMuch = (line: ProvisionLine, firmDuration: boolean, firmCount: boolean, occasion: boolean): boolean => {
  const { sort, main } = line
  if (firmDuration || (sort.isVisit && (line.frequencies.length > 0 || firmCount))) return true
  switch (sort.kind) {
    case 'equipment': return /\b(?:an?|\d{1,3}) (?!(?:appropriate|suitable|range|[a-z]+ equipment))[a-z]/.test(main) || !/\b(?:equipment|resources|aids)\b/.test(main) && /(?:^|\b)(?:an?|\d{1,3}|1|his|her|their|each|the|own) /.test(main.slice(0, 200)) || !line.weak.some((phrase) => phrase.takesBack) && !/\b(?:equipment|resources|aids)\b|^[^.;,]*s\b/.test(main)
    case 'other':
    case 'strategy': return occasion || sort.kind === 'strategy' && line.frequencies.length > 0
    case 'environment': return sort.isClassSize && line.groupSizes.length > 0 || occasion && !sort.isGroup
    case 'short-break': return firmCount
    default: return false
  }
}

/** A personal assistant, or one adult at the child's own home, is with that child alone. */
const isAtHomeWithOne = ({ main, sort }: ProvisionLine): boolean =>
  sort.kind === 'care' || (/\bat home\b/.test(main) && /\ban? [a-z ]{0,40}(?:adult|worker|assistant|carer|visitor)\b/.test(main))

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
      if (line.weak.some((phrase) => phrase.takesBack)) essential.add('howOften')
      if (quantified || line.deadlines.length > 0) listed.add('reviewer')
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
      if (has.howMuch) listed.add('reviewer')
      break
    case 'adult-support':
      essential.add('howMuch').add('howOften').add('ratio')
      listed.add('reviewer')
      break
    case 'strategy':
      essential.add('howMuch').add('howOften')
      // Awareness, encouragement and policies are nothing that is delivered, so there is nothing yet to review.
      if (has.what && !/\btime for\b/.test(main) || /\b(?:curriculum|approach|teaching|ethos|experiences)\b/.test(main)) listed.add('reviewer')
      break
    default:
      essential.add('howMuch').add('howOften')
      listed.add('reviewer')
  }
  // In social care a club or group is a place the child goes to, and its size is not what is provided.
  const isGoingOut = (context.section === 'H1' || context.section === 'H2') && sort.kind !== 'adult-support'
  if ((sort.isGroup && !isGoingOut) || isUnsaidTimeOfAssistant(line)) essential.add('ratio')
  if (wantsRatio(line)) listed.add('ratio')
  return { essential, listed }
}

/** A therapist's "input", "sessions" or "time" with nothing more said is read as direct therapy. */
const isTherapistsInput = ({ main, sort, deliverers }: ProvisionLine): boolean =>
  (sort.kind === 'other' || sort.kind === 'teaching' || sort.kind === 'strategy') && !sort.isVisit
  && !/\b(?:observations?|assessments?|reports?|meetings?|join|attend)\b/.test(main)
  && deliverers.roles.some((role) => /(?:therapist|counsellor)s?$/.test(main.slice(role.start, role.end)))

/** For direct therapy and for programmes the number of children is listed when it is not said; it does not lower the verdict. */
const wantsRatio = (line: ProvisionLine): boolean => {
  const { sort } = line
  const main = line.main.replace(/\b(?:using|following|through) (?:an? |the |his |her )?(?:[a-z-]+ ){0,3}programmes?\b/g, '')
  return   sort.kind === 'therapy-direct' || sort.kind === 'therapy-group' || isTherapistsInput(line)
  || (sort.kind === 'programme-by-trained-adult' && /\bprogramme\b/.test(main))
  || (sort.kind === 'teaching' && /\b(?:programme|interventions?|mentoring|tuition)\b/.test(main))
  || new RegExp(
    String.raw`\b(?:therapy|peers?|friendships?|social (?:skills|interaction|groups?|development)|` +
    String.raw`(?:wellbeing|emotional|self-esteem|anxiety|anger) (?:[a-z-]+ )?(?:sessions?|work|support)|` +
    String.raw`sessions? (?:to build|on) [a-z -]*(?:self-esteem|confidence|emotions|anxiety|anger))\b`,
  ).test(main) && sort.kind !== 'consultation' && sort.kind !== 'training' && sort.kind !== 'review'
}

/** "Weekly where possible" counts as no frequency; a firm amount beside it still counts. */
const isNoMeasure = (phrase: WeakPhrase): boolean =>
  phrase.takesBack || phrase.weakness === 'unmeasured' || phrase.weakness === 'opportunity'

const isHedgedAway = (line: ProvisionLine): boolean =>
  line.weak.some((phrase) => phrase.takesBack && phrase.weakness === 'condition' && !phrase.text.startsWith('or '))
  && line.durations.length === 0 && line.counts.length === 0 && line.groupSizes.length === 0

const verdictOf = (line: ProvisionLine, has: Parts, essential: readonly MissingPart[], takenBack: boolean): Verdict => {
  if (essential.length === 0 && !takenBack) return 'specific'
  const sized = line.groupSizes.some((size) => size.form !== 'one-to-one')
    || line.groupSizes.length > 0 && line.unsizedGroups.length === 0 && !line.weak.some(isNoMeasure)
  const trainees = line.sort.kind === 'training' && has.who && /\b(?:all|every|\d{1,2})\b/.test(line.main)
  const counted = line.counts.length > 0
  if (isHedgedAway(line)) return 'vague'
  const numberedSpan = line.spans.some((span) => /\d/.test(line.main.slice(span.start, span.end)))
  return line.isFirmSomewhere || numberedSpan || sized || counted || trainees || (line.sort.kind === 'equipment' && has.who && has.howMuch) ? 'partly' : 'vague'
}

const phrasesOf = (line: ProvisionLine): Phrase[] => {
  const groups = line.unsizedGroups.map((group) => ({ ...group, why: 'A group of what size? Give the largest number of children.' }))
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
