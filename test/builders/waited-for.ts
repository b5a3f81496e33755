// What somebody is waited for on a case, as rows and facts: advice or views asked for, a draft served, a setting consulted.

import { openConsultation } from '../../src/casebook/consultations.ts'
import { recordFact } from '../../src/casebook/ledger.ts'
import type { CaseFile, CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import type { Tx } from '../../src/casebook/tx.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import { addDays, addWeeks, plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { AdviceRequestId, ConsultationId, OrganisationId, PersonId, PlanVersionId } from '../../src/domain/ids.ts'
import { demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'

/** Something done to a case in one transaction, with its clocks folded at the end. */
export const onCase = <T>(hub: Hub, key: CaseKey, run: (tx: Tx, caseFile: CaseFile) => Promise<T>): Promise<T> =>
  inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => run(tx, await openCaseFile(tx, key, { lock: true })))

interface Asked {
  readonly on: string
  readonly person?: string
  readonly organisation?: string
  readonly kind?: string
}

/** Advice (or, by its kind, the family's views) asked for and received on a day: due six weeks later. */
export const askedForAdvice = (hub: Hub, key: CaseKey, { on, person, organisation, kind = 'psychological' }: Asked): Promise<AdviceRequestId> =>
  onCase(hub, key, async (tx, caseFile) => {
    const day = plainDateOf(on)
    const adviceRequestId = tx.newId<AdviceRequestId>()
    await tx.db.insertInto('adviceRequest').values({
      localAreaId: caseFile.localAreaId, id: adviceRequestId, caseId: caseFile.id, item: kind === 'parental' ? 'a' : 'd', kind,
      askedPersonId: person === undefined ? null : demoPersonId(person) as PersonId, askedOrganisationId: organisation === undefined ? null : demoOrganisationId(organisation),
      sentOn: day, receivedOn: day, dueOn: addWeeks(day, 6), state: 'received',
    }).execute()
    await recordFact(tx, caseFile, { type: 'advice-asked', adviceRequestId, item: kind === 'parental' ? 'a' : 'd', of: person ?? organisation ?? 'A parent' }, { happenedOn: day })
    return adviceRequestId
  })

/** A frozen version for what must name one; its content is nobody's. */
async function aVersion(tx: Tx, caseFile: CaseFile): Promise<PlanVersionId> {
  const id = tx.newId<PlanVersionId>()
  const plan = await tx.db.selectFrom('plan').select('id').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).executeTakeFirstOrThrow()
  const { no } = await tx.db.selectFrom('planVersion').select((eb) => eb.fn.countAll<number>().as('no')).where('planId', '=', plan.id).executeTakeFirstOrThrow()
  await tx.db.insertInto('planVersion').values({
    localAreaId: caseFile.localAreaId, id, planId: plan.id, no: Number(no) + 1, kind: 'draft', label: 'Draft', content: '{}', sha256: '0', frozenAt: tx.now, frozenBy: demoPersonId('tom'),
  }).execute()
  return id
}

/** The draft served on a day: the family has fifteen days beginning with it. */
export const servedDraft = (hub: Hub, key: CaseKey, on: string): Promise<PlanVersionId> => onCase(hub, key, async (tx, caseFile) => {
  const versionId = await aVersion(tx, caseFile)
  await recordFact(tx, caseFile, { type: 'draft-served', versionId, channel: 'hub', windowLastDay: addDays(plainDateOf(on), 14) }, { happenedOn: plainDateOf(on) })
  return versionId
})

/** A setting consulted today, with an answer due in fifteen days. */
export const consulted = (hub: Hub, key: CaseKey, setting: string, name: string): Promise<ConsultationId> => onCase(hub, key, async (tx, caseFile) => {
  const id = tx.newId<ConsultationId>()
  await openConsultation(tx, caseFile, {
    id, organisationId: demoOrganisationId(setting) as OrganisationId, name, versionId: await aVersion(tx, caseFile), adviceIds: [], documentIds: [], askedForByFamily: false,
    receivedOn: tx.today, dueOn: addDays(tx.today, 15),
  })
  return id
})
