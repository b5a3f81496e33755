// Which parts of a promise a provision line says, for its sort of provision.

import type { Count } from './amount.ts'
import { isTelling, saysWhat } from './content.ts'
import { blank, type Place } from './plain-text.ts'
import type { ProvisionLine } from './provision-line.ts'
import type { Weakness } from './weak-words.ts'

export const missingParts = [
  'who', 'what', 'howMuch', 'howOften', 'howLong', 'ratio', 'reviewer', 'training', 'setting',
] as const
export type MissingPart = (typeof missingParts)[number]

export type Parts = Readonly<Record<MissingPart, boolean>>

export const hasCeiling = (line: ProvisionLine): boolean =>
  line.durations.some((duration) => duration.isCeiling) || line.counts.some((count) => count.isCeiling)

const wholeThings = /^(?:lessons?|nights?|stays?|weekends?|journeys?|outings?|trips?|[a-z]+ days?)$/
// "Ten mornings in the autumn term" is an amount; "three mornings a week" is how often.
const partsOfDay = /^(?:mornings?|afternoons?|evenings?)$/

const silentWeakness = new Set<Weakness>(['unmeasured', 'appropriate', 'opportunity', 'condition', 'access'])

export const partsOf = (line: ProvisionLine, isHealth = false): Parts => {
  const { sort, durations, counts, frequencies, deliverers, main } = line
  const firmDuration = durations.some((duration) => !duration.isCeiling)
  // A lesson, a night and a stay have a length of their own.
  const firmLessons = (frequencies.length > 0 || line.spans.length > 0) && counts.some((count) =>
    count.times !== undefined && (wholeThings.test(count.noun)
      || partsOfDay.test(count.noun) && !/^ (?:a|per|each|every) /.test(main.slice(count.end, count.end + 7))))
  const firmCount = counts.some((count) => !count.isCeiling && !count.isRange)
  const isPlaced = line.spans.length > 0 || line.placings.length > 0 || line.deadlines.length > 0 || frequencies.length > 0
  const countedOverTime = firmCount && (firmDuration || isPlaced)
  const occasion = frequencies.some((frequency) => frequency.form === 'occasion')
  const hedgedDay = line.weak.some((phrase) => phrase.text === 'throughout the day')
  const isSetDown = line.placings.length > 0 && firmDuration
  const oneTime = (firmDuration || sort.kind === 'review') && line.deadlines.length > 0
  const howOften = (frequencies.length > 0 || countedOverTime || oneTime || isSetDown) && !(hedgedDay && frequencies.length === 0)
  const silent = [
    ...durations, ...frequencies, ...deliverers.roles, ...deliverers.unnamed, ...line.spans, ...line.groupSizes,
    ...line.counts.flatMap((count) => numberAndNoun(count)), ...line.names, ...line.weak.filter((phrase) => phrase.takesBack || silentWeakness.has(phrase.weakness)),
  ]
  const isBareShortBreak = sort.kind === 'short-break' && !firmDuration && counts.length === 0
  const ratio = line.groupSizes.length > 0 && line.unsizedGroups.length === 0
  return {
    who: hasWho(line),
    what: (saysWhat(main, silent, line.groupSizes.length > 0, firmDuration) && !isBareShortBreak)
      && !isBareVisit(line, silent) || isNamedPersonsTime(line) && !isBareVisit(line, silent)
      || sort.kind === 'nursing' || sort.kind === 'short-break' && !isBareShortBreak || isStaffing(line) || sort.isClassSize,
    howMuch: hasHowMuch(line, firmDuration || firmLessons || isSeenNowAndThen(line, isHealth), firmCount, occasion),
    howOften,
    howLong: line.spans.length > 0,
    ratio: ratio || isAtHomeWithOne(line),
    reviewer: line.reviewing.isNamed,
    // No rule asks for these two: docs/law/specificity.md.
    training: true,
    setting: true,
  }
}

/** "Two 15-minute spelling sessions": the number and the noun are no "what", but the words between them are. */
const numberAndNoun = ({ start, end, noun }: Count): readonly Place[] =>
  noun === 'times' ? [{ start, end }] : [{ start, end: start + 1 }, { start: Math.max(start, end - noun.length), end }]

/** "Will visit three times a year": to do what? A visit with a length is known to be a visit of work. */
const isBareVisit = (line: ProvisionLine, silent: readonly Place[]): boolean =>
  /\b(?:will|to) (?:visit|attend)\b/.test(line.main) && line.durations.length === 0 && line.reviewing.clauses.length === 0
  && !isTelling(blank(line.main, silent).replace(/\b(?:visits?|attend|therapy)\b/g, ' '))

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

// Whoever stands after "supplied by" provides it, unless it is nobody in particular.
const suppliedBy = new RegExp(
  String.raw`\b(?:supplied|provided|bought|purchased|paid for|funded|lent|loaned|issued|ordered|fitted|installed|made|arranged|` +
  String.raw`fixed|maintained|kept up|prescribed and supplied) (?:and (?:paid for|fitted|kept|maintained|fixed) )?(?:by|from|through) ` +
  String.raw`(?:the |his |her |their )?(?!(?:staff|adults?|school staff|someone|professionals|a member|parents)\b)[a-z]`)

// A child stays with a link family or a foster family, which is who provides the break.
const hostFamily = /\bwith (?:an? |the |his |her |their )(?:same )?(?:[a-z-]+ ){0,3}(?:family|carers?)\b/

const hasWho = (line: ProvisionLine): boolean => {
  const { deliverers, sort } = line
  if (sort.kind === 'short-break' && hostFamily.test(line.main)) return true
  if (deliverers.isNamed) return true
  if ((sort.kind === 'equipment' || sort.kind === 'review') && suppliedBy.test(line.main)) return true
  const team = deliverers.provider && line.main.slice(deliverers.provider.start, deliverers.provider.end)
  if (team !== undefined && /^(?:by|from|with) (?:the |his |her |their )?(?:team|service)s?$/.test(team)) return false
  if (deliverers.provider !== undefined && deliverers.roles.length === 0) {
    return ['training', 'equipment', 'short-break', 'environment', 'review'].includes(sort.kind)
      || /^(?:by|with) /.test(line.main.slice(deliverers.provider.start))
      || actsItself.test(line.main.slice(deliverers.provider.end, deliverers.provider.end + 30))
  }
  return sort.isClassSize && line.groupSizes.length > 0 && line.sort.kind === 'environment'
}

// "Will meet her at the gate at 8.45 each day and walk with her to class": somebody acts at a stated moment, which is its own
// amount. Therapy, an adult's support and a programme take time, and their time must be said.
const willAct = /^ (?:will|to|shall|must) (?!(?:be|support|help|work|provide|offer|deliver|run|lead|carry|contribute|liaise|monitor)\b)[a-z]/
const isAtStatedMoments = ({ main, sort, deliverers, frequencies }: ProvisionLine): boolean =>
  ['other', 'strategy', 'teaching', 'environment'].includes(sort.kind) && deliverers.isNamed
  && frequencies.some((frequency) => frequency.form === 'clock' || frequency.form === 'occasion')
  && deliverers.roles.some((role) => willAct.test(main.slice(role.end, role.end + 24)))

const hasHowMuch = (line: ProvisionLine, firmDuration: boolean, firmCount: boolean, occasion: boolean): boolean => {
  const { sort } = line
  if (isAtStatedMoments(line)) return true
  if (firmDuration || (sort.isVisit && (line.frequencies.length > 0 || firmCount))) return true
  switch (sort.kind) {
    case 'equipment': return hasItemCount(line)
    case 'other': return occasion || line.frequencies.length > 0 && line.deliverers.isNamed && isAct(line)
    case 'strategy': return occasion || line.frequencies.length > 0 && isAct(line)
    case 'environment': return sort.isClassSize && line.groupSizes.length > 0 || occasion && !sort.isGroup
    case 'short-break': return firmCount
    default: return false
  }
}

// "Will give coaching every week" is a session, whose length must be said; "will give a printed list each Monday" is not.
const takesTime = /\b(?:coaching|advice|advise|input|guidance|mentoring|counselling|tuition|practice|teaching|therapy)\b/

// Something done at each stated time (serve a meal, print a list, change a dressing), and not time spent with the child.
const spendsTime = new RegExp(
  String.raw`\b(?:sessions?|programmes?|interventions?|check-in|support(?:s|ed)?|help(?:s|ed)?|(?:will|to) (?:see|meet|work|spend|` +
  String.raw`join|play|be(?= with| there| on| beside| near| available)|offer|treat|teach|coach|provide (?!an?\b|\d))|time with|groups?|clubs?|circles?|tutorials?|meetings?|contact|(?:stay|keep|remain|be) in touch|(?:will|to) (?:run|go|work|talk) through(?! it)|work (?:on|with)|checks?[ -]ins?|carr(?:y|ies) out|targets|activities)\b`)
export const isAct = ({ main }: ProvisionLine): boolean => !takesTime.test(main) && !spendsTime.test(main)

const uncounted = /\b(?:equipment|resources|aids)\b/
const counted = /\b(?:an?|\d{1,3}) (?!(?:appropriate|suitable|range|[a-z]+ equipment))[a-z]/
const owned = /\b(?:an?|\d{1,3}|his|her|their|each|the|own) /

/** One of a thing is a number of it, and so is a thing that has no plural; a hedge or a bare plural says no number. */
const hasItemCount = ({ main, weak }: ProvisionLine): boolean => {
  if (counted.test(main)) return true
  if (uncounted.test(main)) return false
  return owned.test(main.slice(0, 200)) || (!weak.some((phrase) => phrase.takesBack) && !/^[^.;,]*s\b/.test(main))
}

const medical = new RegExp(
  String.raw`(?:paediatrician|nurse|dietiti?cian|dietician|doctor|\bgp|consultant|psychiatrist|prescriber|dentist|surgeon|` +
  String.raw`(?<!psych)ologist|orthoptist|optometrist|podiatrist|orthotist|continence adviser)s?$`,
)
const seldom = /(?:month|term|quarter|year|annual|\b(?:[3-9]|1\d) weeks|\d[- ]weekly)/

/** A clinician who sees a child every few months is a review, whatever it is called: the interval is the amount. */
const isSeenNowAndThen = ({ main, deliverers, frequencies, durations }: ProvisionLine, isHealth: boolean): boolean =>
  durations.length === 0 && deliverers.isNamed
  && frequencies.some((rate) => seldom.test(main.slice(rate.start, rate.end)))
  && (isHealth || deliverers.roles.some((role) => medical.test(main.slice(role.start, role.end))))
  && !/\b(?:therapy|sessions?|treatment|teach(?:es|ing)?|train(?:ing)?)\b/.test(main)

/** A personal assistant, or one adult at the child's own home, is with that child alone. */
const isAtHomeWithOne = ({ main, sort }: ProvisionLine): boolean =>
  sort.kind === 'care' || (/\bat home\b/.test(main) && /\ban? [a-z ]{0,40}(?:adult|worker|assistant|carer|visitor)\b/.test(main))
