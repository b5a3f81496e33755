import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../../test/builders/a-case.ts'
import { aDraft } from '../../../../test/builders/a-small-draft.ts'
import type { Hub } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { demoPersonId } from '../../demo/seed-world.ts'

describe('“I can see someone else’s information”', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
  })
  after(() => hub.close())

  it('closes the families’ pages of the area at once, tells the people on duty without a child’s name, and lets staff go on', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseOverview(key))
    await mother.follow('I can see someone else’s information')
    await mother.submit({ words: 'I saw Orla’s plan' }, { button: 'Tell the council now' })
    assert.match(mother.words, /We have closed the families’ pages/)
    for (const [who, url] of [['shno', paths.caseOverview(key)], ['hoshang', paths.home()], ['kerry', paths.home()]] as const) {
      const visitor = await hub.as(who)
      await visitor.get(url)
      if (who === 'kerry') continue
      assert.equal(visitor.status, 503, who)
      assert.match(visitor.words, /We have closed these pages while we check something.*01632 960100/)
      assert.doesNotMatch(visitor.body, /Rewan/)
    }
    assert.equal((await (await hub.as('hattie')).get(paths.caseOverview(key))).status, 200)
    assert.equal((await (await hub.as('debra')).get(paths.home())).status, 200)
    const told = await hub.fresh.db.selectFrom('outgoing').select(['subject', 'body', 'toAddress']).where('about', '=', 'portal-report').execute()
    assert.deepEqual(told.map(({ toAddress }) => toAddress).toSorted(), ['meera@example.org', 'winifred@example.org'])
    assert.doesNotMatch(JSON.stringify(told), /Orla|Rewan|Tahsin|Shno/)
    const [report] = await hub.fresh.db.selectFrom('portalReport').selectAll().execute()
    assert.doesNotMatch(JSON.stringify(report), /Orla/)
  })

  it('opens again only by two people in two roles, with a reason', async () => {
    const page = paths.portal({ area: 'wendmere' })
    assert.equal((await (await hub.as('hattie')).get(page)).status, 404)
    const manager = await (await hub.as('meera')).get(page)
    assert.match(manager.words, /I saw Orla’s plan/)
    await manager.submit({ verdict: 'nobody-saw', reason: '' })
    assert.deepEqual(manager.errors, ['Say what was found, and why it is safe to open the pages'])
    await manager.submit({ verdict: 'nobody-saw', reason: 'It was her own child’s second name.' })
    assert.match(manager.words, /Somebody in the other role has to agree: Winifred Oakes/)
    assert.equal(manager.root.querySelector('main form'), null)
    assert.equal((await (await hub.as('shno')).get(paths.home())).status, 503)
    const access = await (await hub.as('winifred')).get(page)
    await access.submit({}, { button: 'I agree: open the families’ pages' })
    assert.match(access.text, /open again/)
    assert.equal((await (await hub.as('shno')).get(paths.home())).status, 200)
  })

  it('is believed once: who was wrong a short while ago only tells', async () => {
    const mother = await (await hub.as('shno')).get(paths.otherInformation({ from: paths.caseOverview(key) }))
    await mother.submit({}, { button: 'Tell the council now' })
    assert.match(mother.words, /look at it now/)
    assert.equal((await (await hub.as('hoshang')).get(paths.home())).status, 200)
    const staff = await (await hub.as('hattie')).get(paths.otherInformation())
    await staff.submit({}, { button: 'Tell the council now' })
    assert.match(staff.words, /We have closed the families’ pages/)
  })

  it('gives a stranger a telephone number, and no power', async () => {
    const nobody = await hub.visitor().get(paths.otherInformation())
    assert.equal(nobody.root.querySelector('main form'), null)
    assert.match(nobody.words, /sign in and tell us here/)
  })

  it('counts it, for whoever decides and whoever looks after access', async () => {
    const manager = await (await hub.as('meera')).get(paths.nearMisses({ area: 'wendmere' }))
    assert.match(manager.words, /Reports of somebody else’s information 3 Families’ pages closed 2 times, at the latest less than a minute after the report/)
    await manager.submit({ minutes: '90', reason: '' }, { button: 'Save' })
    assert.deepEqual(manager.errors, ['Enter how many minutes, from 0 to 60', 'Enter why'])
    await manager.submit({ minutes: '5', reason: 'We tried ten' }, { button: 'Save' })
    assert.match(manager.words, /5 minutes/)
    const access = await (await hub.as('winifred')).get(paths.nearMisses({ area: 'wendmere' }))
    assert.equal(access.status, 200)
    assert.equal(access.root.querySelector('main form'), null)
    assert.equal((await (await hub.as('hattie')).get(paths.nearMisses({ area: 'wendmere' }))).status, 404)
  })
})

describe('the recipient card', () => {
  it('says of each who they are, how it goes, what is safe and what they will see, and leads to all that they can see', async () => {
    const hub = await aHub()
    try {
      const key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'daniel'], setting: 'hallowcross', at: 'drafting' })
      await aDraft(hub, key)
      await (await hub.as('kerry')).get(paths.caseOverview(key))
      const officer = await (await hub.as('hattie')).get(paths.shareDraft(key))
      assert.match(officer.words, /Check before you send.*Daniel Marchbanks Who parent How it goes In the hub, told by e-mail to daniel@example.org Last known to reach them Not known.*Kerry Skerrow.*They used the hub on 14 September 2026/)
      assert.match(officer.words, /They will see The draft plan as it stands now, whole/)
      await officer.follow('Everything that Kerry Skerrow can see')
      assert.match(officer.words, /As parent or carer\..*Letters sent to the family/)
      const openings = await hub.fresh.db.selectFrom('auditRecord').select('seq').where('personId', '=', demoPersonId('kerry')).where('caseId', '=', key.caseId as never).execute()
      assert.equal(openings.length, 1, 'a look as somebody is not their look')
      assert.ok((await (await hub.as('kerry')).get(officer.url)).status >= 400)
    } finally { await hub.close() }
  })
})
