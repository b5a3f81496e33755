// A scripted insider: what they do is told within a minute, and what colleagues do every day is not.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { runJob } from '../../casebook/jobs.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { usualLimits } from '../../domain/access/unusual.ts'
import { paths } from '../../paths.ts'
import { demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'
import { findUnusualAccess } from './unusual/find-unusual-access.ts'

describe('unusual looking', () => {
  let hub: Hub
  const cases: CaseKey[] = []
  before(async () => {
    hub = await aHub({ now: '2026-09-14T09:00:00.000Z' })
    for (let n = 0; n < 27; n += 1) cases.push(await aCase(hub, { givenName: `Child${n}`, familyName: `Number${n}`, officer: 'hattie', parents: ['kerry'] }))
  })
  after(() => hub.close())

  const look = () => runJob({ ...hub.house, unusualLimits: usualLimits }, findUnusualAccess, {})
  const found = () => hub.fresh.db.selectFrom('unusualAccess as u').innerJoin('person as p', 'p.id', 'u.personId').select(['p.fullName as name', 'u.kind', 'u.cases']).orderBy('u.foundAt').execute()
  const openAll = async (person: string, which: readonly CaseKey[]): Promise<void> => {
    const visitor = await hub.as(person)
    for (const key of which) assert.equal((await visitor.get(paths.caseOverview(key))).status, 200)
  }

  it('says nothing of an officer who goes through her own cases, nor of a colleague within the limit', async () => {
    await openAll('hattie', cases)
    await openAll('leona', cases.slice(0, usualLimits['case-officer']))
    await look()
    assert.deepEqual(await found(), [])
  })

  it('tells within a minute of one who goes through everybody’s, once', async () => {
    hub.setNow('2026-09-14T10:30:00.000Z')
    await openAll('tom', cases)
    hub.setNow('2026-09-14T10:31:00.000Z')
    await look()
    assert.deepEqual(await found(), [{ name: 'Tom Ellery', kind: 'many-cases', cases: 27 }])
    await look()
    assert.equal((await found()).length, 1)
    await hub.work()
    const mails = hub.carrier.carried.filter(({ subject }) => subject === 'Unusual looking at records')
    assert.deepEqual(mails.map(({ to }) => to), ['winifred@example.org'])
    assert.doesNotMatch(mails[0]?.body ?? '', /Child|Number|Tom|T-/)
  })

  it('tells of nights, of the same family name, of a colleague’s child, and of trying names', async () => {
    hub.setNow('2026-09-15T21:30:00.000Z')
    await openAll('leona', cases.slice(0, 6))
    await look()
    assert.deepEqual((await found()).slice(1), [{ name: 'Leona Abara', kind: 'out-of-hours', cases: 6 }])
    hub.setNow('2026-09-16T10:00:00.000Z')
    const namesake = await aCase(hub, { givenName: 'Rhys', familyName: 'Abara', officer: 'hattie', parents: ['kerry'] })
    const colleagues = await aCase(hub, { givenName: 'Una', familyName: 'Penn', officer: 'hattie', parents: ['sinead'] })
    await hub.fresh.db.insertInto('membership').values({ id: hub.house.newId<string>(), personId: demoPersonId('sinead'), organisationId: demoOrganisationId('send-team'), role: 'staff-administrator', fromOn: '2026-01-01' as never }).execute()
    await openAll('leona', [namesake, colleagues])
    const agnes = await (await hub.as('agnes')).get(paths.emergency())
    for (const givenName of ['Ann', 'Bea', 'Cas']) {
      await agnes.submit({ area: 'wendmere', givenName, familyName: 'Nobody', 'bornOn-day': '1', 'bornOn-month': '2', 'bornOn-year': '2018', reason: 'medical', words: 'A child is on the ward.', understood: 'yes' })
      assert.equal(agnes.status, 422)
    }
    await look()
    assert.deepEqual((await found()).slice(2).map(({ name, kind }) => `${name} ${kind}`).toSorted(), ['Agnes Follett-Rao emergency-misses', 'Leona Abara colleague', 'Leona Abara same-name'])
  })

  it('is looked into by the access officer, who reads numbers and no names of children', async () => {
    const winifred = await (await hub.as('winifred')).get(paths.accessDesk({ area: 'wendmere' }))
    assert.match(winifred.text, /5 unusual patterns wait for you/)
    assert.match(winifred.text, /Opened 27 cases within an hour that they do not look after/)
    const { id } = await hub.fresh.db.selectFrom('unusualAccess').select('id').where('kind', '=', 'many-cases').executeTakeFirstOrThrow()
    await winifred.get(paths.accessUnusual({ area: 'wendmere', unusualId: id }))
    assert.match(winifred.text, /T-[0-9a-f]{6}, 1 page/)
    assert.doesNotMatch(winifred.text, /Child\d|Number\d/)
    await winifred.submit({ words: '' })
    assert.deepEqual(winifred.errors, ['Say what you found out'])
    await winifred.submit({ words: 'He covers for a colleague who is ill.' })
    assert.match(winifred.text, /4 unusual patterns wait for you/)
    assert.equal((await (await hub.as('meera')).get(paths.accessUnusual({ area: 'wendmere', unusualId: id }))).status, 404)
  })
})
