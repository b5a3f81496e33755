import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { AdviceRequestId, CaseId, ChildId, LocalAreaId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

const on = plainDateOf('2026-09-01')
const children = ['Arlo', 'Bryony', 'Cosmo', 'Delyth', 'Emrys', 'Freya', 'Gwilym']

describe('one sign-in for children of seven councils', () => {
  let hub: Hub
  let areas: LocalAreaId[]
  before(async () => {
    hub = await aHub()
    const { db } = hub.fresh
    areas = [demoAreaId('wendmere'), demoAreaId('tarn-valley')]
    for (const code of ['third', 'fourth', 'fifth', 'sixth', 'seventh']) {
      const id = hub.house.newId<LocalAreaId>()
      await db.insertInto('localArea').values({ id, code, name: `Area ${code}`, councilName: `${code} Council` }).execute()
      areas.push(id)
    }
    for (const [index, localAreaId] of areas.entries()) {
      const [childId, caseId] = [hub.house.newId<ChildId>(), hub.house.newId<CaseId>()]
      await db.insertInto('child').values({ localAreaId, id: childId, givenName: children[index] ?? '', familyName: 'Vane', bornOn: plainDateOf('2017-05-05') }).execute()
      await db.insertInto('caseFile').values({ localAreaId, id: caseId, childId, reference: `S-${index}`, openedAt: hub.house.clock.now(), stage: 'assessing', receivedOn: on }).execute()
      await db.insertInto('caseParty').values({ localAreaId, id: hub.house.newId<string>(), caseId, organisationId: demoOrganisationId('larkfell'), part: 'school', basis: 'attends', fromOn: on }).execute()
      await db.insertInto('adviceRequest').values({ localAreaId, id: hub.house.newId<AdviceRequestId>(), caseId, item: 'b', kind: 'educational', askedOrganisationId: demoOrganisationId('larkfell'), askedPersonId: index === 3 ? demoPersonId('ashdown') : null, sentOn: plainDateOf(`2026-09-0${index + 1}`), dueOn: plainDateOf('2026-10-13'), state: 'asked' }).execute()
    }
  })
  after(() => hub.close())

  const shown = (text: string): string[] => children.filter((name) => text.includes(name))
  const inbox = (page: { words: string }): string => page.words.slice(page.words.indexOf('Inbox you share'), page.words.indexOf('Your children, in every area'))

  it('shows the work of all seven on the home page, with who has it and since when', async () => {
    const senco = await (await hub.as('debra')).get(paths.home())
    assert.deepEqual(shown(inbox(senco)), children)
    assert.deepEqual(shown(senco.words.slice(senco.words.indexOf('Your children, in every area'))), children)
    assert.match(inbox(senco), /Arlo Vane .*Give advice Larkfell Primary School Wendmere 1 September 2026 13 days ago Nobody yet/)
    assert.match(inbox(senco), /Delyth Vane .*Mr R\. Ashdown/)
    const colleague = await (await hub.as('ottoline')).get(paths.home())
    assert.deepEqual(shown(inbox(colleague)), children, 'everybody who holds the role sees the same inbox')
    const other = await (await hub.as('idwal')).get(paths.home())
    assert.deepEqual(shown(other.text), [])
  })

  it('narrows to one area by its address, and never widens', async () => {
    const senco = await (await hub.as('debra')).get(paths.home())
    await senco.submit({ area: areas[4] ?? '' }, { button: 'Show' })
    assert.deepEqual(shown(senco.text), ['Emrys'])
    assert.equal(senco.link('Show everything'), paths.home())
    await senco.get(paths.home({ area: 'nonsense', body: demoOrganisationId('hallowcross') }))
    assert.deepEqual(shown(senco.text), children, 'what is not theirs narrows nothing')
    await (await senco.get(paths.workingFor())).submit({ area: areas[1] ?? '' })
    assert.deepEqual(shown((await senco.get(paths.home())).text), ['Bryony'], 'what was chosen for the session holds for every list')
    assert.deepEqual(shown((await senco.get(paths.home({ area: areas[2] ?? '' }))).text), ['Bryony'])
  })

  it('tells the council when nobody at a school reads what it was sent', async () => {
    const officer = await (await hub.as('hattie')).get(paths.outbox())
    assert.doesNotMatch(officer.text, /Nobody at/)
    await aCase(hub, { givenName: 'Rewan' })
    await hub.fresh.db.updateTable('membership').set({ toOn: plainDateOf('2026-09-13') }).where('organisationId', '=', demoOrganisationId('larkfell')).where('role', '=', 'senco').execute()
    await officer.get(paths.outbox())
    assert.match(officer.text, /Nobody at Larkfell Primary School can read what is sent there: 1 thing waits, since 1 September 2026/)
    assert.doesNotMatch((await (await hub.as('aled')).get(paths.outbox())).text, /Wendmere/)
    const maud = await (await hub.as('maud')).get(paths.staffOf({ organisationId: demoOrganisationId('larkfell') }))
    assert.match(maud.text, /Nobody here can read what is sent to Larkfell Primary School\. Add SENCO\. 6 requests for advice wait, since 1 September 2026/)
  })
})
