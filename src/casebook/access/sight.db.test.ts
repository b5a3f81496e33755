// Sight in SQL where it hangs on what somebody is to the child. Rows, roles and stages are compared whole by the proof of access.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { demoPersonId } from '../../features/demo/seed-world.ts'
import type { CaseId } from '../../domain/ids.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { CaseKey } from '../open-case-file.ts'
import { openCaseFile } from '../open-case-file.ts'
import { NotFound } from '../out-of-bounds.ts'
import { caseInSight } from './sight.ts'
import { read } from '../tx.ts'

describe('sight of a parent', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  const inSight = async (key: CaseKey): Promise<readonly [listed: boolean, opens: boolean]> => read(await hub.occasion('shno'), async (tx) => [
    (await tx.db.selectFrom('caseFile').select('id').where('id', '=', key.caseId as CaseId).where(caseInSight(tx)).execute()).length === 1,
    await openCaseFile(tx, key).then(() => true, (thrown: unknown) => { if (thrown instanceof NotFound) return false; throw thrown }),
  ])
  const standing = (values: { livesWithChild?: boolean; responsibilityFrom?: string | null; responsibilityTo?: string | null }) => hub.fresh.db.updateTable('relationship').set({
    ...(values.livesWithChild === undefined ? {} : { livesWithChild: values.livesWithChild }),
    ...(values.responsibilityFrom === undefined ? {} : { responsibilityFrom: values.responsibilityFrom === null ? null : plainDateOf(values.responsibilityFrom) }),
    ...(values.responsibilityTo === undefined ? {} : { responsibilityTo: values.responsibilityTo === null ? null : plainDateOf(values.responsibilityTo) }),
  }).where('personId', '=', demoPersonId('shno')).execute()

  it('goes with responsibility or care, and with both of them (Education Act 1996, s.576): list and case agree', async () => {
    const key = await aCase(hub, { parents: ['shno'] })
    assert.deepEqual(await inSight(key), [true, true])
    await standing({ responsibilityTo: '2026-09-13' })
    assert.deepEqual(await inSight(key), [true, true], 'the child lives with them')
    await standing({ livesWithChild: false })
    assert.deepEqual(await inSight(key), [false, false], 'responsibility ended yesterday, and no care')
    await standing({ responsibilityTo: '2026-09-14' })
    assert.deepEqual(await inSight(key), [true, true], 'it ends today')
    await standing({ responsibilityFrom: '2026-09-15', responsibilityTo: null })
    assert.deepEqual(await inSight(key), [false, false], 'it begins tomorrow')
  })
})
