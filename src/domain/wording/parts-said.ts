// Which parts of a promise a provision line says, for its sort of provision.

import type { MissingPart } from './check-provision.ts'
import { saysWhat } from './content.ts'
import { blank } from './plain-text.ts'
import type { ProvisionLine } from './provision-line.ts'
import type { Weakness } from './weak-words.ts'

export type Parts = Readonly<Record<MissingPart, boolean>>

export const hasCeiling = (line: ProvisionLine): boolean =>
  line.durations.some((duration) => duration.isCeiling) || line.counts.some((count) => count.isCeiling)

const silentWeakness = new Set<Weakness>(['unmeasured', 'appropriate', 'opportunity', 'condition', 'access'])

export const partsOf = (line: ProvisionLine): Parts => {
  const { sort, durations, counts, frequencies, deliverers, main } = line
  const firmDuration = durations.some((duration) => !duration.isCeiling)
  // A lesson, a night and a stay have a length of their own.
  const firmLessons = frequencies.length > 0
    && counts.some((count) => count.times !== undefined && /^(?:lessons?|nights?|stays?|weekends?)$/.test(count.noun))
  const firmCount = counts.some((count) => !count.isCeiling && !count.isRange)
  const isPlaced = line.spans.length > 0 || line.deadlines.length > 0 || frequencies.length > 0
  const countedOverTime = firmCount && (firmDuration || isPlaced)
  const occasion = frequencies.some((frequency) => frequency.form === 'occasion')
  const hedgedDay = line.weak.some((phrase) => phrase.text === 'throughout the day')
  const oneTime = (sort.kind === 'training' && firmDuration || sort.kind === 'review') && line.deadlines.length > 0
  const howOften = (frequencies.length > 0 || countedOverTime || oneTime) && !(hedgedDay && frequencies.length === 0)
  const silent = [
    ...durations, ...frequencies, ...deliverers.roles, ...deliverers.unnamed, ...line.spans, ...line.groupSizes,
    ...line.counts, ...line.names, ...line.weak.filter((phrase) => phrase.takesBack || silentWeakness.has(phrase.weakness)),
  ]
  const isBareShortBreak = sort.kind === 'short-break' && !firmDuration && counts.length === 0
  const ratio = line.groupSizes.length > 0 && line.unsizedGroups.length === 0
  return {
    who: hasWho(line),
    what: (saysWhat(main, silent, line.groupSizes.length > 0, firmDuration) && !isBareShortBreak)
      || isNamedPersonsTime(line) || isStaffing(line),
    howMuch: hasHowMuch(line, firmDuration || firmLessons, firmCount, occasion),
    howOften,
    howLong: line.spans.length > 0,
    ratio: ratio || isAtHomeWithOne(line),
    reviewer: line.reviewing.isNamed,
    // No rule asks for these two: docs/law/specificity.md.
    training: true,
    setting: true,
  }
}

const assistant = /(?:assistant|\b(?:ta|lsa|hlta))s?$/

/** Sessions or hours with a named role tell what is done by who does it, as "teaching assistant support" does. */
const isNamedPersonsTime = ({ main, durations, counts, deliverers, frequencies }: ProvisionLine): boolean =>
  deliverers.roles.length > 0
  && (durations.length > 0 || counts.length > 0 || (frequencies.length > 0 && /\bsessions?\b/.test(main)))
  && !/\b(?:input|advice|involvement|contribut[a-z]+)\b/.test(blank(main, deliverers.roles))

/** Time with an assistant of which nothing more is said is adult support, for which the number of children is essential. */
export const isUnsaidTimeOfAssistant = (line: ProvisionLine): boolean =>
  isNamedPersonsTime(line) && line.deliverers.roles.some((role) => assistant.test(line.main.slice(role.start, role.end)))
  && !saysWhat(line.main, [
    ...line.deliverers.roles, ...line.durations, ...line.frequencies, ...line.counts, ...line.spans, ...line.weak,
  ], false, true)

/** "One teacher and one assistant for every six pupils": the people are the provision. */
const isStaffing = ({ deliverers, groupSizes }: ProvisionLine): boolean =>
  deliverers.isNamed && groupSizes.some((size) => size.form === 'ratio' || size.form === 'group')

// "The cardiology team will see Owen" names who; "CAMHS to remain involved" does not.
const actsItself = new RegExp(
  String.raw`^ (?:will|shall|must) (?!(?:be|remain|continue|offer|support|consider|advise|liaise|monitor|` +
  String.raw`work|provide (?:support|input|advice))\b)[a-z]`,
)

const hasWho = (line: ProvisionLine): boolean => {
  const { deliverers, sort } = line
  if (deliverers.isNamed) return true
  if (deliverers.provider !== undefined && deliverers.roles.length === 0) {
    return ['training', 'equipment', 'short-break', 'environment', 'review'].includes(sort.kind)
      || /^(?:by|with) /.test(line.main.slice(deliverers.provider.start))
      || actsItself.test(line.main.slice(deliverers.provider.end, deliverers.provider.end + 30))
  }
  return sort.isClassSize && line.groupSizes.length > 0 && line.sort.kind === 'environment'
}

const hasHowMuch = (line: ProvisionLine, firmDuration: boolean, firmCount: boolean, occasion: boolean): boolean => {
  const { sort } = line
  if (firmDuration || (sort.isVisit && (line.frequencies.length > 0 || firmCount))) return true
  switch (sort.kind) {
    case 'equipment': return hasItemCount(line)
    case 'other':
    case 'strategy': return occasion || sort.kind === 'strategy' && line.frequencies.length > 0
    case 'environment': return sort.isClassSize && line.groupSizes.length > 0 || occasion && !sort.isGroup
    case 'short-break': return firmCount
    default: return false
  }
}

const uncounted = /\b(?:equipment|resources|aids)\b/
const counted = /\b(?:an?|\d{1,3}) (?!(?:appropriate|suitable|range|[a-z]+ equipment))[a-z]/
const owned = /\b(?:an?|\d{1,3}|his|her|their|each|the|own) /

/** One of a thing is a number of it, and so is a thing that has no plural; a hedge or a bare plural says no number. */
const hasItemCount = ({ main, weak }: ProvisionLine): boolean => {
  if (counted.test(main)) return true
  if (uncounted.test(main)) return false
  return owned.test(main.slice(0, 200)) || (!weak.some((phrase) => phrase.takesBack) && !/^[^.;,]*s\b/.test(main))
}

/** A personal assistant, or one adult at the child's own home, is with that child alone. */
const isAtHomeWithOne = ({ main, sort }: ProvisionLine): boolean =>
  sort.kind === 'care' || (/\bat home\b/.test(main) && /\ban? [a-z ]{0,40}(?:adult|worker|assistant|carer|visitor)\b/.test(main))
