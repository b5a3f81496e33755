// The rows of the page that asks: everything reg 6(1) requires for this child, with the likeliest recipient filled in.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { AdviceKind, ViewsKind } from '../../../domain/advice/advice-kinds.ts'
import { itemOf } from '../../../domain/advice/still-to-ask.ts'
import type { AdviceItem } from '../../../domain/case-file/facts.ts'
import type { OrganisationId, PersonId } from '../../../domain/ids.ts'
import type { AssessmentCircumstances, RequiredAdvice } from '../../../domain/rights/advisers-required.ts'
import { advisersRequired } from '../../../domain/rights/advisers-required.ts'
import type { FamilyMember, Service, Setting } from '../recipient-store.ts'
import type { AdviceRequest } from '../request-store.ts'

/** Who is asked: a person, a service's inbox, or a person of a service. */
export interface Recipient {
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
  readonly name: string
}

export interface AskRow {
  /** Names its fields: 'c', 'a:…'. */
  readonly key: string
  readonly item: AdviceItem
  readonly kind: AdviceKind | ViewsKind
  /** Whom the law names. */
  readonly ask: readonly string[]
  readonly law: string
  /** Views are asked of one family member, who cannot be chosen. */
  readonly fixed?: Recipient
  /** The value of the recipient's select that is filled in. */
  readonly suggested?: string
  /** Asked already, and not withdrawn. */
  readonly earlier?: AdviceRequest
}

const kindsOfItem: Partial<Record<AdviceItem, AdviceKind>> = { b: 'education', c: 'medical', d: 'psychological', e: 'social-care', g: 'pfa' }
const serviceOfKind: Partial<Record<AdviceKind, RegExp>> = {
  medical: /paediatric/i, psychological: /psycholog/i, 'social-care': /social care/i, pfa: /adulthood/i, sensory: /sensory|vision|hearing/i,
}

export interface AskContext {
  readonly caseFile: CaseFile
  readonly circumstances: AssessmentCircumstances
  readonly services: readonly Service[]
  readonly family: readonly FamilyMember[]
  readonly setting: Setting | undefined
  readonly requests: readonly AdviceRequest[]
}

export function askRows(context: AskContext): AskRow[] {
  return advisersRequired(context.circumstances).flatMap((required): AskRow[] => {
    const item = itemOf(required)
    const base = { item, ask: required.ask, law: required.law }
    if (item === 's19') return [withEarlier({ ...base, key: 's19', kind: 'child-views', fixed: childRecipient(context) }, context)]
    if (item === 'a') return familyRows(required, context)
    const kind = item === 'b' && context.circumstances.education === 'early-years' ? 'early-years' : kindsOfItem[item] ?? 'other'
    const row = withEarlier({ ...base, key: item, kind, ...suggestion(kind, context) }, context)
    return item === 'b' ? [row, ...sensoryRow(required, context)] : [row]
  })
}

function childRecipient({ caseFile, family }: AskContext): Recipient {
  const young = family.find(({ part }) => part === 'young-person')
  return young === undefined ? { name: `${caseFile.child.preferredName}, in the way that works best` } : { personId: young.id, name: young.name }
}

/** Each parent is asked alone, so that neither answers for the other. */
function familyRows(required: RequiredAdvice, context: AskContext): AskRow[] {
  const wanted = context.circumstances.isYoungPerson ? 'young-person' : 'parent'
  return context.family.filter(({ part }) => part === wanted).map((member) => withEarlier({
    key: `a:${member.id}`, item: 'a', kind: 'parental', ask: ['this parent alone, on their own page'], law: required.law, fixed: { personId: member.id, name: member.name },
  }, context))
}

/** Reg 6(2): the teacher qualified for hearing or vision impairment is consulted, and is asked for a report of their own. */
function sensoryRow(required: RequiredAdvice, context: AskContext): AskRow[] {
  const { isHearingImpaired, isVisionImpaired } = context.circumstances
  if (!isHearingImpaired && !isVisionImpaired) return []
  return [withEarlier({ key: 'b-sensory', item: 'b', kind: 'sensory', ask: required.ask.slice(1), law: required.law, ...suggestion('sensory', context) }, context)]
}

function suggestion(kind: AdviceKind, { caseFile, services, setting }: AskContext): { suggested?: string } {
  const ofArea = kind === 'social-care' ? caseFile.area.socialCareId : kind === 'education' || kind === 'early-years' ? setting?.id : undefined
  const pattern = serviceOfKind[kind]
  const service = services.find(({ id }) => id === ofArea) ?? (pattern === undefined ? undefined : services.find((one) => pattern.test(one.service ?? one.name)))
  return service === undefined ? {} : { suggested: `service:${service.id}` }
}

function withEarlier(row: AskRow, { requests }: AskContext): AskRow {
  const earlier = requests.findLast((request) => request.state !== 'withdrawn' && request.item === row.item && request.kind === row.kind
    && (row.fixed?.personId === undefined || request.personId === row.fixed.personId))
  return earlier === undefined ? row : { ...row, earlier }
}

/** What a select's value names: "service:ID" or "person:ID:SERVICE"; undefined when it names nobody that may be asked. */
export function recipientOf(value: string, services: readonly Service[]): Recipient | undefined {
  const [sort, id, at] = value.split(':')
  if (sort === 'service') {
    const service = services.find((one) => one.id === id)
    return service === undefined ? undefined : { organisationId: service.id, name: service.name }
  }
  const service = services.find((one) => one.id === at)
  const person = sort === 'person' ? service?.people.find((one) => one.id === id) : undefined
  return service === undefined || person === undefined ? undefined : { personId: person.id, organisationId: service.id, name: `${person.name}, ${service.name}` }
}

/** The choices of a recipient's select: each service, then the people in it. */
export function recipientItems(services: readonly Service[]): { value: string; text: string }[] {
  return [
    { value: '', text: 'Choose a person or a service' },
    ...services.flatMap((service) => [
      { value: `service:${service.id}`, text: `${service.name} (inbox)` },
      ...service.people.map((person) => ({ value: `person:${person.id}:${service.id}`, text: `– ${person.name}${person.profession === undefined ? '' : `, ${person.profession}`} (${service.service ?? service.name})` })),
    ]),
  ]
}
