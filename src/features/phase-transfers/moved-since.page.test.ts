import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aMaintainedCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { runJob } from '../../casebook/jobs.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { demoOrganisationId } from '../demo/seed-world.ts'
import { paths } from '../../paths.ts'
import { makeCohorts } from './make-cohorts.ts'

describe('a cohort and children who change settings after it was made', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2026-06-01T09:00:00.000Z' }) })
  after(() => hub.close())
  const board = async () => (await hub.as('tom')).get(paths.transfers({ area: 'wendmere' }, { year: 2027 }))
  const rowOf = async (key: CaseKey) => hub.fresh.db.selectFrom('phaseTransfer').select(['standing', 'kind', 'organisationId']).where('caseId', '=', key.caseId as never).executeTakeFirst()
  const goTo = async (key: CaseKey, setting: string): Promise<void> => {
    const { childId, localAreaId } = await hub.fresh.db.selectFrom('caseFile').select(['childId', 'localAreaId']).where('id', '=', key.caseId as never).executeTakeFirstOrThrow()
    await hub.fresh.db.updateTable('childSetting').set({ toOn: plainDateOf('2026-05-31') }).where('childId', '=', childId).where('toOn', 'is', null).execute()
    await hub.fresh.db.insertInto('childSetting').values({ localAreaId, id: hub.house.newId<string>(), childId, organisationId: demoOrganisationId(setting), fromOn: plainDateOf('2026-06-01') }).execute()
  }

  it('follows whoever makes the same move, sees anew what nothing hangs on, and shows the rest to a person', async () => {
    const leaves = await aMaintainedCase(hub, { givenName: 'Pia', familyName: 'Primary', bornOn: '2016-03-03', planOn: '2026-01-05' })
    const stays = await aMaintainedCase(hub, { givenName: 'Stella', familyName: 'Special', bornOn: '2016-03-03', planOn: '2026-01-05', setting: 'fernside', parents: [] })
    await runJob(hub.house, makeCohorts, {})
    assert.deepEqual([(await rowOf(leaves))?.standing, (await rowOf(stays))?.standing], ['moves', 'stays'])
    assert.match((await board()).words, /14 February 2027 Published: before 15 February 2027/)

    await goTo(stays, 'larkfell')
    await runJob(hub.house, makeCohorts, {})
    assert.deepEqual(await rowOf(stays), { standing: 'moves', kind: 'primary-to-secondary', organisationId: demoOrganisationId('larkfell') })

    await goTo(leaves, 'fernside')
    await runJob(hub.house, makeCohorts, {})
    assert.equal((await rowOf(leaves))?.organisationId, demoOrganisationId('larkfell'), 'its clock runs: a person says what is right')
    assert.match((await board()).words, /Pia Primary.*Now at Fernside School/)
  })

  it('looks at the last year of a college whose end is known', async () => {
    const student = await aMaintainedCase(hub, { givenName: 'Col', familyName: 'College', bornOn: '2009-03-03', planOn: '2026-01-05', setting: 'hallowcross', parents: [] })
    await (await (await hub.as('hattie')).get(paths.settingPhase({ area: 'wendmere', organisationId: demoOrganisationId('hallowcross') }))).submit({ phase: 'post-16', lowest: '12', highest: '13' })
    await hub.work()
    assert.deepEqual(await rowOf(student), { standing: 'to-look-at', kind: null, organisationId: demoOrganisationId('hallowcross') })
  })
})
