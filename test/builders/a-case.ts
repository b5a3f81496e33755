// A valid case at the stage a test needs, made from the same rows and facts that the acts write.

import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { recordFact } from '../../src/casebook/ledger.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import type { PlainDate } from '../../src/domain/calendar/plain-date.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { Fact } from '../../src/domain/case-file/facts.ts'
import type { CaseId, ChildId, PlanId, RequestId } from '../../src/domain/ids.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'

export interface CaseWishes {
  readonly givenName?: string
  readonly familyName?: string
  readonly bornOn?: string
  /** Keys of demonstration people who are parents. */
  readonly parents?: readonly string[]
  /** Key of the demonstration setting attended. */
  readonly setting?: string
  readonly officer?: string
  readonly receivedOn?: string
  readonly at?: 'considering' | 'assessing' | 'drafting'
}

/** Makes the case and answers with its key: `{ area: 'wendmere', caseId }`. */
export async function aCase(hub: Pick<Hub, 'house'>, wishes: CaseWishes = {}): Promise<CaseKey> {
  const {
    givenName = 'Rewan', familyName = 'Tahsin', bornOn = '2018-02-23', parents = ['shno', 'hoshang'], setting = 'larkfell',
    officer = 'hattie', at = 'considering',
  } = wishes
  return inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const localAreaId = demoAreaId('wendmere')
    const receivedOn: PlainDate = wishes.receivedOn === undefined ? tx.today : plainDateOf(wishes.receivedOn)
    const childId = tx.newId<ChildId>()
    const caseId = tx.newId<CaseId>()
    await tx.db.insertInto('child').values({ localAreaId, id: childId, givenName, familyName, bornOn: plainDateOf(bornOn), homeLanguages: ['English'] }).execute()
    await tx.db.insertInto('caseFile').values({
      localAreaId, id: caseId, childId, reference: `T-${caseId.slice(-6)}`, caseOfficerId: demoPersonId(officer),
      openedAt: tx.now, stage: 'not-known', receivedOn,
    }).execute()
    await tx.db.insertInto('childSetting').values({ localAreaId, id: tx.newId<string>(), childId, organisationId: demoOrganisationId(setting), fromOn: plainDateOf('2024-09-01') }).execute()
    await tx.db.insertInto('caseParty').values([
      { localAreaId, id: tx.newId<string>(), caseId, organisationId: demoOrganisationId(setting), part: 'school', basis: 'attends', fromOn: receivedOn },
      ...parents.map((parent) => ({ localAreaId, id: tx.newId<string>(), caseId, personId: demoPersonId(parent), part: 'parent', basis: 'parental responsibility', fromOn: receivedOn })),
    ]).execute()
    for (const parent of parents) {
      await tx.db.insertInto('relationship').values({
        localAreaId, id: tx.newId<string>(), childId, personId: demoPersonId(parent), relation: 'parent', hasParentalResponsibility: true,
      }).execute()
    }
    const key = { area: 'wendmere', caseId }
    const caseFile = await openCaseFile(tx, key, { lock: true })
    const facts: Fact[] = [
      { type: 'request-received', requestId: tx.newId<RequestId>(), madeBy: 'parent', channel: 'hub' },
      ...(at === 'considering' ? [] : [{ type: 'assessment-decided', outcome: 'assess', noticeId: tx.newId<string>() } as const]),
      ...(at === 'drafting' ? [{ type: 'plan-decided', outcome: 'issue', noticeId: tx.newId<string>() } as const] : []),
    ]
    for (const fact of facts) await recordFact(tx, caseFile, fact, { happenedOn: receivedOn })
    if (at === 'drafting') await tx.db.insertInto('plan').values({ localAreaId, id: tx.newId<PlanId>(), caseId, startedAt: tx.now }).execute()
    return key
  })
}
