// Who must get a final plan, derived from what the plan says and never typed as a list (CFA 2014 ss.39(8) and 40(5);
// SEND Regulations 2014, reg 13(2); disclosure to others who deliver it: reg 17). Each copy carries its reasons.

import type { AdviceId, LineId } from '../ids.ts'
import { readDeliverersSaid } from '../wording/read-quantity.ts'
import { holdsTerm } from './holds-term.ts'
import type { PlanContent, PlanLine } from './line.ts'
import { linesInOrder } from './plan-order.ts'
import type { Section } from './sections.ts'

/** Keys name one person or organisation within this list: two entries with one key are one recipient. */
export interface OnCase {
  readonly key: string
  readonly name: string
}
export interface ParentOnCase extends OnCase {
  /** Parental responsibility, or care of the child (Education Act 1996 s.576). */
  readonly isParentInLaw: boolean
  /** False when a court order, or the young person's own say, keeps the plan from them; true after transfer of rights only with it. */
  readonly maySee: boolean
  readonly why?: string
}
export interface SettingOnCase extends OnCase {
  readonly head?: string
  readonly senco?: string
}
export interface AdviserOnCase extends OnCase {
  readonly adviceId: AdviceId
  readonly role: string
  readonly organisation?: OnCase
}
/** An organisation that delivers or checks, with the words that plan lines use for its people ("physiotherapist"). */
export interface ServiceOnCase extends OnCase {
  readonly staff: readonly string[]
}

export interface PeopleOnCase {
  /** From the end of compulsory school age the young person holds the rights (CFA 2014 s.83). */
  readonly rightsHolder: 'parents' | 'young-person'
  readonly youngPerson: OnCase
  readonly parents: readonly ParentOnCase[]
  readonly settings: readonly SettingOnCase[]
  readonly healthBoard?: OnCase
  readonly gp?: OnCase
  readonly socialWorkers: readonly OnCase[]
  readonly advisers: readonly AdviserOnCase[]
  readonly services: readonly ServiceOnCase[]
}

export interface Reason {
  readonly words: string
  readonly citation: string
  readonly lineIds: readonly LineId[]
}
export interface Recipient extends OnCase {
  readonly role: string
  /** Whether the law itself says that they are sent the plan; others get it so that it can be delivered. */
  readonly isOwedByLaw: boolean
  readonly reasons: readonly Reason[]
}

/** Somebody who delivers by the words of the plan and answers to nobody on the case: a person says who that is, or that nobody is. */
export interface Unmatched {
  /** As the plan says it; empty where the lines do not say who. */
  readonly words: string
  readonly lineIds: readonly LineId[]
}

export interface Distribution {
  readonly recipients: readonly Recipient[]
  /** Family members who do not get a copy, and why: said out loud, so that nobody is left out by chance. */
  readonly leftOut: readonly { readonly key: string; readonly name: string; readonly why: string }[]
  /** People whom the plan or the law names and the case does not know: somebody must find them. */
  readonly notFound: readonly { readonly words: string; readonly lineId?: LineId }[]
  /** Those who deliver provision that no adviser on the case asked for, and are matched to nobody: asked about before the plan is issued (CFA 2014 s.42). */
  readonly unmatched: readonly Unmatched[]
}

const owed = 'CFA 2014 ss.39(8) and 40(5); SEND Regulations 2014, reg 13(2)'
/** On what ground somebody who delivers is sent the plan. */
export const deliverCitation = 'CFA 2014 s.42; SEND Regulations 2014, reg 17'

/** What plan lines call the people of a school, nursery or college. */
const settingStaff = [
  'school', 'nursery', 'college', 'setting', 'teacher', 'teaching assistant', 'learning support assistant', 'SENCO', 'key person',
  'key adult', 'form tutor', 'lecturer', 'class staff', 'TA', 'LSA',
]

type Given = { to: OnCase; role: string; isOwedByLaw: boolean; reason: Reason }
const reason = (words: string, citation: string, lines: readonly PlanLine[] = []): Reason =>
  ({ words, citation, lineIds: lines.map((line) => line.id) })

const namesAny = (words: string | undefined, terms: readonly string[]): boolean =>
  words !== undefined && terms.some((term) => holdsTerm(words, term) || holdsTerm(words, `${term}s`))

/** People or bodies that these words could mean, by their name and by what their people are called. */
export const answersTo = (words: string, { name, staff }: Pick<ServiceOnCase, 'name' | 'staff'>): boolean => namesAny(words, [name, ...staff])

/**
 * Who delivers a line, as it says so. A line that was brought in from an older plan names people in its words alone, and often several: they
 * are read from there. A line that stands on advice is met by its author too, so only what its fields say is asked of it.
 */
function deliverersOf(line: PlanLine): string[] {
  const who = line.fields.who?.trim() ?? ''
  if (who !== '' && line.sources.some(({ kind }) => kind === 'advice')) return [who]
  const said = readDeliverersSaid(line.text)
  return who === '' ? said : [who, ...said.filter((one) => !holdsTerm(who, one) && !holdsTerm(one, who))]
}
const isDoneByAny = (line: PlanLine, terms: readonly string[]): boolean => deliverersOf(line).some((words) => namesAny(words, terms))

const provisionOf = (content: PlanContent): PlanLine[] =>
  linesInOrder(content.lines.filter((line) => line.kind === 'provision'))

/** The recipients of a final plan, in the order in which they are met: family, setting, health, then those who deliver. */
export function distributionOf(content: PlanContent, people: PeopleOnCase): Distribution {
  const placements = linesInOrder(content.lines.filter((line) => line.kind === 'placement'))
  const named = people.settings.filter((setting) => placements.some((line) => isNamed(line, setting)))
  const provision = provisionOf(content)
  const given = [
    ...toFamily(people),
    ...named.flatMap((setting) => toSetting(setting, placements, provision)),
    ...toHealthBoard(people, provision),
    ...provision.flatMap((line) => toThoseWhoDeliver(line, people)),
    ...toSocialWorkers(content, people),
    ...people.advisers.map((adviser): Given =>
      ({ to: adviser, role: adviser.role, isOwedByLaw: false, reason: reason('Gave advice for this plan', 'SEND Regulations 2014, regs 6 and 17') })),
    ...toGp(people),
  ]
  return {
    recipients: together(given),
    leftOut: people.parents.filter((parent) => !getsCopy(parent)).map(({ key, name, why, isParentInLaw }) =>
      ({ key, name, why: why ?? (isParentInLaw ? 'May not see the plan' : 'Has no parental responsibility for the child') })),
    notFound: [
      ...placements
        .filter((line) => line.fields.settingName !== undefined && !people.settings.some((setting) => isNamed(line, setting)))
        .map((line) =>
          ({ words: `Section I names ${line.fields.settingName ?? ''}, which is not on the case`, lineId: line.id })),
      ...(
        people.healthBoard
          ? []
          : [{ words: 'No integrated care board is on the case, and it must get every final plan' }]
      ),
      ...provision.flatMap((line) => unknownBeside(line, people, knownTerms(people, named.length > 0))),
    ],
    unmatched: unmatchedIn(provision, people, knownTerms(people, named.length > 0)),
  }
}

const isNamed = (line: PlanLine, setting: OnCase): boolean =>
  line.fields.settingName?.trim().toLowerCase() === setting.name.trim().toLowerCase()

const getsCopy = (parent: ParentOnCase): boolean => parent.isParentInLaw && parent.maySee

function toFamily({ rightsHolder, youngPerson, parents }: PeopleOnCase): Given[] {
  const isOwn = rightsHolder === 'young-person'
  const own: Given[] = isOwn
    ? [
      {
        to: youngPerson,
        role: 'young person',
        isOwedByLaw: true,
        reason: reason('The plan is theirs, and so are its rights', `${owed}; CFA 2014 s.83`),
      },
    ]
    : []
  return [...own, ...parents.filter(getsCopy).map((parent): Given => ({
    to: parent,
    role: 'parent or carer',
    isOwedByLaw: !isOwn,
    reason: isOwn
      ? reason(parent.why ?? 'The young person wants them to have it', 'SEND Regulations 2014, reg 17')
      : reason('Is a parent of the child', owed),
  }))]
}

function toSetting(setting: SettingOnCase, placements: readonly PlanLine[], provision: readonly PlanLine[]): Given[] {
  const here = placements.filter((line) => isNamed(line, setting))
  const delivers = provision.filter((line) =>
    isDoneByAny(line, settingStaff) || namesAny(line.fields.checkedBy, settingStaff))
  const reasons = [
    reason('Is named in section I', owed, here),
    ...(delivers.length ? [reason('Delivers or checks provision in the plan', deliverCitation, delivers)] : []),
  ]
  const roles = [
    ['head', setting.head, 'head or principal'], ['senco', setting.senco, 'special educational needs co-ordinator'],
  ] as const
  return roles.flatMap(([key, name, role]) => reasons.map((each): Given => ({
    to: { key: `${setting.key} ${key}`, name: name ?? setting.name },
    role: `${role}, ${setting.name}`,
    isOwedByLaw: key === 'head',
    reason: each,
  })))
}

function toHealthBoard({ healthBoard }: PeopleOnCase, provision: readonly PlanLine[]): Given[] {
  if (healthBoard === undefined) return []
  const arranges = provision.filter((line) => line.section === 'G')
  const to = { to: healthBoard, role: 'integrated care board', isOwedByLaw: true }
  return [
    { ...to, reason: reason('Is the responsible commissioning body', owed) },
    ...(
      arranges.length
        ? [{ ...to, reason: reason('Must arrange the health provision in section G', 'CFA 2014 s.42(3)', arranges) }]
        : []
    ),
  ]
}

/** People of a service are met by the words of the line; advisers and their organisation by the advice that the line cites. */
function toThoseWhoDeliver(line: PlanLine, { advisers, services }: PeopleOnCase): Given[] {
  const cited = new Set(line.sources.flatMap((source) => (source.kind === 'advice' ? [source.adviceId] : [])))
  const says = (terms: readonly string[]): Reason[] => [
    ...(isDoneByAny(line, terms) ? [reason('Delivers provision in the plan', deliverCitation, [line])] : []),
    ...(namesAny(line.fields.checkedBy, terms) ? [reason('Checks provision in the plan', deliverCitation, [line])] : []),
  ]
  return [
    ...services.flatMap((service) => says([service.name, ...service.staff]).map((each): Given =>
      ({ to: service, role: 'service', isOwedByLaw: false, reason: each }))),
    ...advisers.flatMap((adviser) => {
      const isCited = cited.has(adviser.adviceId)
      const reasons = [
        ...says([adviser.name, adviser.role]),
        ...(isCited ? [reason('Provision in the plan stands on their advice', deliverCitation, [line])] : []),
      ]
      const to = isCited && adviser.organisation ? [adviser, adviser.organisation] : [adviser]
      return to.flatMap((who) => reasons.map((each): Given =>
        ({ to: who, role: who === adviser ? adviser.role : 'service', isOwedByLaw: false, reason: each })))
    }),
  ]
}

const toGp = ({ gp }: PeopleOnCase): Given[] =>
  gp === undefined
    ? []
    : [{
        to: gp,
        role: 'GP',
        isOwedByLaw: false,
        reason: reason('Is the child’s or young person’s GP', 'SEND Regulations 2014, reg 17'),
      }]

function toSocialWorkers(content: PlanContent, { socialWorkers }: PeopleOnCase): Given[] {
  const care: readonly Section[] = ['D', 'H1', 'H2']
  const lines = linesInOrder(content.lines.filter((line) => care.includes(line.section) && line.kind !== 'none-identified'))
  return lines.length === 0 ? [] : socialWorkers.map((worker) => ({
    to: worker,
    role: 'social worker',
    isOwedByLaw: false,
    reason: reason('The plan has social care needs or provision', deliverCitation, lines),
  }))
}

const knownTerms = ({ advisers, services }: PeopleOnCase, hasSetting: boolean): string[] => [
  ...services.flatMap((service) => [service.name, ...service.staff]),
  ...advisers.flatMap((adviser) => [adviser.name, adviser.role]),
  ...(hasSetting ? settingStaff : []),
]

/** The author of the advice that a line stands on has the plan, and knows who does what it asks for: nobody else is asked about before it goes. */
const isMetByAdvice = ({ sources }: PlanLine, { advisers }: PeopleOnCase): boolean =>
  sources.some((source) => source.kind === 'advice' && advisers.some(({ adviceId }) => adviceId === source.adviceId))

/** "a play therapist" whom nobody on the case answers to: the line would be promised by someone who never reads it. One entry for the same words. */
function unmatchedIn(provision: readonly PlanLine[], people: PeopleOnCase, known: readonly string[]): Unmatched[] {
  const byWords = new Map<string, Unmatched>()
  for (const line of provision.filter((one) => !isMetByAdvice(one, people))) {
    const said = deliverersOf(line)
    for (const words of said.length === 0 ? [''] : said.filter((one) => !namesAny(one, known))) {
      const same = byWords.get(words.toLowerCase())
      byWords.set(words.toLowerCase(), { words: same?.words ?? words, lineIds: [...new Set([...same?.lineIds ?? [], line.id])] })
    }
  }
  return [...byWords.values()]
}

/** Said, and not asked about: who delivers what an adviser asked for, and who only checks. */
const unknownBeside = (line: PlanLine, people: PeopleOnCase, known: readonly string[]): Distribution['notFound'] =>
  [...(isMetByAdvice(line, people) ? [line.fields.who] : []), line.fields.checkedBy]
    .filter((words) => words !== undefined && words.trim() !== '' && !namesAny(words, known))
    .map((words) => ({ words: `The plan says “${words ?? ''}”, and nobody on the case answers to that`, lineId: line.id }))

/** One recipient for each key, one reason for each set of words, with all the lines that it is true of. */
function together(given: readonly Given[]): Recipient[] {
  const byKey = new Map<string, { recipient: Recipient; reasons: Map<string, Reason> }>()
  for (const { to, role, isOwedByLaw, reason: why } of given) {
    const entry = byKey.get(to.key) ?? {
      recipient: { key: to.key, name: to.name, role, isOwedByLaw, reasons: [] },
      reasons: new Map<string, Reason>(),
    }
    const same = entry.reasons.get(why.words)
    entry.reasons.set(why.words, same ? { ...same, lineIds: [...new Set([...same.lineIds, ...why.lineIds])] } : why)
    const recipient = { ...entry.recipient, isOwedByLaw: entry.recipient.isOwedByLaw || isOwedByLaw }
    byKey.set(to.key, { ...entry, recipient })
  }
  return [...byKey.values()].map(({ recipient, reasons }) => ({ ...recipient, reasons: [...reasons.values()] }))
}
