// What a case's facts say of the young person's rights: capacity, as assessed for each decision, and what each parent may do.
// Nothing here depends on today; the questions asked of it name their day.

import type { PlainDate } from '../calendar/plain-date.ts'
import { youngPersonFrom } from '../calendar/school-year.ts'
import type { HelpPart, Permitter, RecordedFact } from '../case-file/facts.ts'
import { standingFacts } from '../case-file/facts.ts'
import type { CapacityRecord, Person, Representative, RightsHolder } from './rights-holder-on.ts'
import { rightsHolderOn } from './rights-holder-on.ts'
import type { RightsDecision } from './decisions.ts'

/** What was last said about one parent, from that day. */
export interface Permission {
  readonly parentId: string
  readonly name: string
  readonly parts: readonly HelpPart[]
  readonly by: Permitter
  readonly on: PlainDate
  readonly seq: number
  /** The record of how it was said. */
  readonly permissionId: string
}

export interface RightsRecord extends Person {
  /** From this day the rights are the young person's. */
  readonly rightsOn: PlainDate
  /** Everything said about parents, oldest first. */
  readonly said: readonly Permission[]
  readonly doubts: readonly { readonly decision: string; readonly on: PlainDate }[]
  readonly noticeOn?: PlainDate
  readonly reminderOn?: PlainDate
}

export function rightsRecordOf(ledger: readonly RecordedFact[], dateOfBirth: PlainDate): RightsRecord {
  const capacity: CapacityRecord[] = []
  const said: Permission[] = []
  const doubts: { decision: string; on: PlainDate }[] = []
  let noticeOn: PlainDate | undefined
  let reminderOn: PlainDate | undefined
  for (const fact of standingFacts(ledger)) {
    switch (fact.type) {
      case 'capacity-found': capacity.push(capacityRecordOf(fact)); break
      case 'capacity-doubted': doubts.push({ decision: fact.decision, on: fact.happenedOn }); break
      case 'rights-notice-given': noticeOn = fact.happenedOn; break
      case 'rights-reminder-sent': reminderOn = fact.happenedOn; break
      case 'permission-given':
      case 'permission-narrowed':
      case 'permission-ended':
      case 'permission-refused':
        said.push({ parentId: fact.parentId, name: fact.name, parts: fact.parts, by: fact.by, on: fact.happenedOn, seq: fact.seq, permissionId: fact.permissionId })
        break
      default:
    }
  }
  return {
    dateOfBirth, rightsOn: youngPersonFrom(dateOfBirth), capacity, said, doubts,
    ...(noticeOn === undefined ? {} : { noticeOn }), ...(reminderOn === undefined ? {} : { reminderOn }),
  }
}

function capacityRecordOf(fact: RecordedFact & { type: 'capacity-found' }): CapacityRecord {
  const representative: Representative | undefined = fact.standIn ?? (fact.representative === undefined ? undefined : { name: fact.representative, as: 'representative' })
  return {
    decision: fact.decision, assessedOn: fact.happenedOn, hasCapacity: fact.hasCapacity, assessedBy: fact.assessedBy ?? '', evidence: fact.assessmentId ?? '',
    ...(fact.reviewOn === undefined ? {} : { reviewOn: fact.reviewOn }), ...(representative === undefined ? {} : { representative }),
  }
}

export const hasPassed = ({ rightsOn }: RightsRecord, on: PlainDate): boolean => on >= rightsOn

/** Who takes this decision on a day. */
export const holderOf = (rights: RightsRecord, on: PlainDate, decision: RightsDecision): RightsHolder => rightsHolderOn(on, rights, decision)

/** What was last said about this parent by then; undefined when nobody has asked. Said the same day, the later counts. */
export function permissionOf({ said }: RightsRecord, parentId: string, on: PlainDate): Permission | undefined {
  return said.filter((one) => one.parentId === parentId && one.on <= on).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1)
}

/** Doubts about a decision that no assessment has answered yet. */
export function openDoubts({ doubts, capacity }: RightsRecord): { readonly decision: string; readonly on: PlainDate }[] {
  return doubts.filter(({ decision, on }) => !capacity.some((record) => record.decision === decision && record.assessedOn >= on))
}
