// The second reading. The first asks whether each part is said in a form that the rules know. A line of many particulars says
// its parts in forms that no list of forms foresees, so for such a line it is enough that some words bear the part at all. What
// the rules can point at (a hedge, a ceiling, a group without a size, "school staff") counts against it as before. The aim is
// that a detailed line is questioned only for something that its author can see.

import { hasCeiling, isAct, type Parts } from './parts-said.ts'
import { blank, findAll } from './plain-text.ts'
import { countTelling } from './content.ts'
import type { ProvisionLine } from './provision-line.ts'
import { findRoles } from './role.ts'

const longLine = 16
const manyParticulars = 5
const manyTelling = 4

/** A number that labels something (Year 4, Level 2) is no particular. */
const labelling = /\b(?:years?|levels?|stage|aged?|entry|band|tier|grade|phase|step|type|unit|size|wave) $/

const quantities = (text: string): number =>
  findAll(text, /\b\d{1,4}(?:\.\d{1,2})?\b/g)
    .filter((found) => !labelling.test(text.slice(Math.max(0, found.start - 8), found.start))).length

const isLong = (line: ProvisionLine): boolean => line.plain.text.split(' ', longLine).length >= longLine

/** How much a line pins down: people, numbers and times, each to a limit. */
const particularsOf = (line: ProvisionLine): number => {
  const { text } = line.plain
  const times = line.frequencies.length + line.placings.length + line.deadlines.length + line.spans.length
  return Math.min(2, findRoles(text).length) + Math.min(3, quantities(text)) + Math.min(3, times)
}

/** Nobody at all, and time together of no stated length, are gaps that a person can see. */
const mayBeUnread = (line: ProvisionLine, part: string | undefined): boolean =>
  part === 'who' ? findRoles(line.main).length > 0 : part !== 'howMuch' || !takesSessions.test(line.main)

/**
 * One part alone is not read in a long line that pins down everything else, and nothing in it can be pointed at: it is said in a
 * form that the rules do not know.
 */
export const isSaidSomehow = (line: ProvisionLine, essential: readonly string[]): boolean =>
  essential.length === 1 && mayBeUnread(line, essential[0]) && isLong(line) && isDetailed(line) && particularsOf(line) >= manyParticulars
  && line.unsizedGroups.length === 0 && line.deliverers.unnamed.length === 0

export const isDetailed = (line: ProvisionLine): boolean => {
  const { text } = line.plain
  const words = text.split(' ', longLine).length
  const isPlain = !hasCeiling(line) && !line.weak.some((phrase) =>
    phrase.takesBack || phrase.weakness === 'opportunity' || phrase.weakness === 'unmeasured')
  return (words >= longLine || particularsOf(line) >= manyParticulars) && isPlain
}

// Those who act, in words that the strict reading of roles does not take for a role.
const someone = new RegExp(
  String.raw`\b(?:every|each|all|both)(?: [a-z-]{2,14}){0,3} (?:adults?|staff|teachers?|practitioners?|volunteers?|drivers?|people) |` +
  String.raw`\b\d{1,2}(?! (?:minutes?|mins|hours?|days?|weeks?|sessions?|times)\b)(?: [a-z-]{2,14}){0,3} (?:adults?|(?:members of )?staff|practitioners?|volunteers?|people)(?:, [^,;.]{3,50},)? (?:who (?!receive)|will|trained|with an? |from )|` +
  String.raw`\bthe adult (?:sitting|standing|who|next|beside|nearest|on duty|with)|\badults (?:in|at|on) (?:every|each|all|both|the) |` +
  String.raw`(?:^|[.;] )(?:an?|the|her|his) (?:(?!(?:pupils?|child|children|school|staff|key|familiar|sessions?|programmes?|groups?|lessons?|support|therapy|visits?|teaching|class|work|time|plan|timetable)\b)[a-z'-]+ ?){1,4}(?:, [^,;.]{3,60},)? ` +
  String.raw`(?:will|to|shall|must) (?!(?:be|have|receive|need|attend|benefit|continue|include|last|start|begin|run for|take place|focus|remain|consist|also|support|help)\b)[a-z]{2,}|` +
  String.raw`\bat (?:the |a |an |his |her )?(?:[a-z'-]+ ){0,4}(?:hospital|clinic|centre|unit|lodge|pool|stables|college|library)\b`)
// A school, a service or a council that is told to act is the one that must (CFA 2014 s.42): enough where the rest is said.
const body = new RegExp(
  String.raw`(?:^|[.;,] |\band )(?:the |an? |his |her |their )?(?:[a-z'-]+ ){0,5}(?:nursery|school|college|service|team|council|authority|trust|unit|base|` +
  String.raw`centre|academy|clinic|hospital|agency|practice|provider|board) (?:will|shall|must|to) (?!be\b)[a-z]|\b(?:provided|employed|delivered|run|supplied|funded|given|issued|lent|replaced)(?: to [a-z]+)? ` +
  String.raw`(?:by|from) (?:the |an? |his |her )?(?:[a-z'-]+ ){0,5}(?:nursery|school|college|service|council|authority|trust|unit|base|centre|hospital|clinic)\b`)
// In training the one who gives it delivers, a firm or a charity by its name as well.
const givenBy = /\b(?:provided|delivered|given|led|run|presented|taught) by (?:the |an? )?(?!(?:staff|adults?|school staff|someone|professionals|a member)\b)[a-z]/
const notTheDoer = new RegExp(
  String.raw`\b(?:trained|supervised|written|designed|devised|prescribed|recommended|advised|agreed|approved|planned|demonstrated|` +
  String.raw`(?<!(?:will|to) be )set|updated|reviewed|for|to) (?:by )?(?:the |a |an |her |his |all |each |both |\d{1,2} )?$`)

const saysSomeone = ({ main, plain, sort, deliverers }: ProvisionLine): boolean =>
  // "… carried out by school staff": what somebody else does beside it does not say who does this.
  !deliverers.unnamed.some((nobody) => /\b(?:by|from) /.test(nobody.text)) && (sort.kind === 'training' ? givenBy.test(main) : (someone.test(main) || body.test(main) || /\bthe same [a-z0-9]{1,14}\b/.test(plain.text)
    || deliverers.unnamed.length === 0
    && findRoles(main).some((role) => !notTheDoer.test(main.slice(Math.max(0, role.start - 40), role.start)))))

/** "One adult to two children": how many adults there are says who, as far as a ratio can. */
const saysStaffing = (line: ProvisionLine): boolean =>
  isLong(line) && line.groupSizes.some((size) => size.form === 'ratio' && /\b(?:adults?|staff|teachers?|assistants?)\b/.test(size.text))

const timed = new Set(['therapy-direct', 'therapy-group', 'programme-by-trained-adult', 'adult-support'])

// An act with an end of its own, seen when it is done: any verb but those of spending time with somebody.
const spendsTime =
  'support|help|assist|work|see|meet|spend|join|play|offer|treat|teach|coach|provide|deliver|run|lead|practise|do|attend|use|follow|' +
  'have|receive|continue|facilitate|focus|develop|access|engage|mentor|observe|visit|monitor|contribute|liaise|advise|ensure|encourage|' +
  'need|benefit|include|be|carry|also|then|usually'
const concreteAct = new RegExp(
  String.raw`\b(?:will|shall|must) (?:(?!(?:${spendsTime}|[a-z]+ly)\b)[a-z]{2,}|be (?:written|read|given|sent|printed|enlarged|shown|told|put|placed|on site))\b`)
const takesSessions = /\b(?:sessions?|programmes?|therapy|interventions?|lessons?|groups?|counselling|tuition|mentoring|coaching|support)\b/

/** Time spent together needs its length; a thing done at a stated time, or a stated number of things, is its own amount. */
const saysAmount = (line: ProvisionLine): boolean => {
  const isRoom = line.sort.kind === 'environment'
  if (line.durations.length > 0 || (isRoom && saysWhen(line))) return true
  const atMoments = line.frequencies.some((frequency) => frequency.form === 'clock' || frequency.form === 'occasion')
  // One adult beside one child for the whole of stated activities; a concrete act on stated occasions.
  if (line.sort.kind === 'adult-support' && line.groupSizes.length > 0 && occasion.test(line.main)) return true
  if (saysWhen(line) && concreteAct.test(line.main) && !takesSessions.test(line.main)) return true
  return !timed.has(line.sort.kind) && saysWhen(line) && (isAct(line) || atMoments)
}

// An occasion that anybody present would see ("whenever his alarm sounds", "during swimming and science practicals").
const occasion = /\b(?:whenever|each time|every time|as soon as|once|before|after|during|throughout|on entering|on leaving|each|every) (?:new |an? |the |his |her |their |any |all )?[a-z']{3,}/

// A part of the day, week or year by its name.
const partOfTime = new RegExp(
  String.raw`\b(?:january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|` +
  String.raw`mornings?|afternoons?|evenings?|lunch(?:time)?s?|playtimes?|breaktimes?|half[- ]terms?|terms?|weekends?|holidays?|fortnights?|weeks? \d|day \d|night)\b`)

const saysWhen = (line: ProvisionLine): boolean =>
  line.frequencies.length + line.placings.length + line.deadlines.length > 0 || occasion.test(line.main)
  || isLong(line) && partOfTime.test(line.main)

const peopleCounted = new RegExp(
  String.raw`\b\d{1,2}(?: other| named| chosen)? (?:pupils?|child(?:ren)?|students?|famil(?:y|ies)|peers?|friends?|young people|` +
  String.raw`interns?|learners?|members|others|adults?|people)\b|\b\d{1,2} [a-z]{3,14} to (?:every |each )?\d{1,2}\b`)

// "A teaching assistant will help Zahra to change": one adult does one thing with one child. Support for so many hours is not that.
const oneBesideOne = new RegExp(
  String.raw`\b(?:an?|1|the|his|her|their) (?:[a-z-]+ ){0,4}(?:assistant|adult|worker|carer|person|coach|therapist) will ` +
  String.raw`(?:help (?:him|her|them|[a-z]{2,14}) (?:to )?[a-z]{3,}|accompany|sit (?:beside|next to|with)|walk|stand|stay (?:with|beside)|go with|take|teach) `)

/** The parts that a detailed line says, by either reading. */
export const partsWithParticulars = (parts: Parts, line: ProvisionLine): Parts => {
  if (!isDetailed(line)) return parts
  return {
    ...parts,
    // For a room or a class the setting is the provider, so nobody need be named, unless the words hide who sets it aside.
    who: parts.who || saysSomeone(line) || saysStaffing(line)
      || line.sort.kind === 'environment' && !/\b(?:set aside|kept free|made available)\b/.test(line.main),
    what: parts.what || isLong(line) || countTelling(blank(line.main, [...line.deliverers.roles, ...line.names])) >= manyTelling,
    howMuch: parts.howMuch || saysAmount(line),
    howOften: parts.howOften || saysWhen(line),
    ratio: parts.ratio || line.unsizedGroups.length === 0 && oneBesideOne.test(line.main) || (line.unsizedGroups.length === 0 || line.sort.isGroup) && peopleCounted.test(line.main),
  }
}
