import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import * as fc from 'fast-check'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { caseInSight } from '../../casebook/access/sight.ts'
import { inTransaction } from '../../casebook/tx.ts'
import type { PersonViewer, Viewer } from '../../casebook/signing-in/viewer.ts'
import { asWorkingFor } from '../../casebook/signing-in/viewer.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { CaseId, ChildId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

describe('working for several organisations in several areas', () => {
  let hub: Hub
  let larkfells: CaseKey
  let hallowcrosses: CaseKey
  before(async () => {
    hub = await aHub()
    larkfells = await aCase(hub, { givenName: 'Rewan', familyName: 'Tahsin', setting: 'larkfell' })
    hallowcrosses = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', setting: 'hallowcross', parents: ['kerry'] })
    await hub.fresh.db.insertInto('membership').values({ id: hub.house.newId<string>(), personId: demoPersonId('debra'), organisationId: demoOrganisationId('hallowcross'), role: 'senco', fromOn: plainDateOf('2026-01-01') }).execute()
    await inTarnValley('Arlo', 'Vane', 'larkfell')
  })
  after(() => hub.close())

  /** A child of another council in a school of this one. */
  async function inTarnValley(givenName: string, familyName: string, setting: string): Promise<void> {
    const { db } = hub.fresh
    const localAreaId = demoAreaId('tarn-valley')
    const [childId, caseId] = [hub.house.newId<ChildId>(), hub.house.newId<CaseId>()]
    await db.insertInto('child').values({ localAreaId, id: childId, givenName, familyName, bornOn: plainDateOf('2017-05-05'), homeLanguages: [] }).execute()
    await db.insertInto('caseFile').values({ localAreaId, id: caseId, childId, reference: `T-${caseId.slice(-6)}`, openedAt: hub.house.clock.now(), stage: 'considering', receivedOn: plainDateOf('2026-09-01') }).execute()
    await db.insertInto('caseParty').values({ localAreaId, id: hub.house.newId<string>(), caseId, organisationId: demoOrganisationId(setting), part: 'school', basis: 'attends', fromOn: plainDateOf('2026-09-01') }).execute()
  }
  const names = ['Rewan', 'Beth', 'Arlo']
  const listed = (text: string): string[] => names.filter((name) => text.includes(name))

  it('shows all of them in one sign-in, and says so', async () => {
    const senco = await (await hub.as('debra')).get(paths.caseList())
    assert.deepEqual(listed(senco.text), names)
    assert.match(senco.root.querySelector('.moj-organisation-nav')?.textContent ?? '', /All your organisations, all areas/)
  })

  it('narrows lists to what is chosen, and opens the others all the same', async () => {
    const senco = await (await hub.as('debra')).get(paths.workingFor())
    await senco.submit({ organisation: demoOrganisationId('hallowcross') })
    assert.match(senco.text, /Your lists show what you chose/)
    assert.match(senco.root.querySelector('.moj-organisation-nav')?.textContent ?? '', /Hallowcross Academy, all areas/)
    assert.deepEqual(listed((await senco.get(paths.caseList())).text), ['Beth'])
    assert.equal((await senco.get(paths.caseOverview(larkfells))).status, 200, 'a link in a letter still opens')
    await (await senco.get(paths.workingFor())).submit({ organisation: 'all', area: demoAreaId('tarn-valley') })
    assert.deepEqual(listed((await senco.get(paths.caseList())).text), ['Arlo'])
    await (await senco.get(paths.workingFor())).submit({ organisation: 'all', area: 'all' })
    assert.deepEqual(listed((await senco.get(paths.caseList())).text), names)
  })

  it('takes only what is theirs', async () => {
    const senco = await (await hub.as('debra')).get(paths.workingFor())
    for (const wrong of [{ organisation: demoOrganisationId('fernside') }, { area: 'nowhere' }]) {
      await senco.submit(wrong)
      assert.equal(senco.status, 422)
      assert.match(senco.text, /Select one of those shown, or all/)
    }
    await hub.fresh.db.updateTable('session').set({ chosenOrganisationId: demoOrganisationId('fernside') }).where('personId', '=', demoPersonId('debra')).execute()
    assert.deepEqual(listed((await senco.get(paths.caseList())).text), names, 'what they do not hold narrows nothing and widens nothing')
  })

  it('is not offered where there is nothing to choose', async () => {
    for (const who of ['idwal', 'shno']) assert.equal((await (await hub.as(who)).get(paths.home())).root.querySelector('.moj-organisation-nav'), null, who)
    assert.equal((await (await hub.as('shno')).get(paths.workingFor())).status, 404)
  })

  it('records an act for the organisation that was chosen', async () => {
    const senco = await (await hub.as('debra')).get(paths.workingFor())
    await senco.submit({ organisation: demoOrganisationId('hallowcross') })
    const factsBefore = (await hub.fresh.db.selectFrom('fact').select('seq').where('caseId', '=', hallowcrosses.caseId as CaseId).execute()).length
    await senco.get(paths.caseEvidence(hallowcrosses))
    await senco.submitFiles({ file: { name: 'note.txt', bytes: Buffer.from('A note') } }, { title: 'A note', share: 'everybody' })
    const facts = await hub.fresh.db.selectFrom('fact').select(['type', 'forOrganisationId']).where('caseId', '=', hallowcrosses.caseId as CaseId).where('recordedBy', '=', demoPersonId('debra')).execute()
    assert.ok((await hub.fresh.db.selectFrom('fact').select('seq').where('caseId', '=', hallowcrosses.caseId as CaseId).execute()).length > factsBefore, senco.text)
    assert.ok(facts.every(({ forOrganisationId }) => forOrganisationId === demoOrganisationId('hallowcross')), JSON.stringify(facts))
  })

  it('never widens a list, whatever is chosen', async () => {
    const { viewer: found } = await hub.occasion('debra')
    assert.ok(found.kind === 'person')
    const all: PersonViewer = found
    const sightOf = async (viewer: Viewer): Promise<string[]> => inTransaction({ house: hub.house, viewer, page: 'test' }, async (tx) =>
      (await tx.db.selectFrom('caseFile').select('id').where(caseInSight(tx)).execute()).map(({ id }) => id))
    const wide = new Set(await sightOf(all))
    const organisation = fc.option(fc.constantFrom(...['larkfell', 'hallowcross', 'fernside', 'send-team'].map(demoOrganisationId)), { nil: undefined })
    const area = fc.option(fc.constantFrom(...['wendmere', 'tarn-valley'].map(demoAreaId)), { nil: undefined })
    await fc.assert(fc.asyncProperty(organisation, area, async (organisationId, localAreaId) => {
      const workingFor = { ...(organisationId === undefined ? {} : { organisationId }), ...(localAreaId === undefined ? {} : { localAreaId }) }
      const narrow = await sightOf(asWorkingFor({ ...all, workingFor }))
      assert.deepEqual(narrow.filter((id) => !wide.has(id)), [])
    }), { numRuns: 20 })
  })
})
