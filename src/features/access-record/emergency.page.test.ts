import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'

const canary = 'Quillfeather'
const start = '2026-09-14T09:00:00.000Z'

describe('opening a record in an emergency', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: start })
    key = await aCase(hub, { givenName: canary, familyName: 'Tahsin', bornOn: '2018-02-23', at: 'assessing' })
  })
  after(() => hub.close())

  const child = { area: 'wendmere', givenName: canary, familyName: 'Tahsin', 'bornOn-day': '23', 'bornOn-month': '2', 'bornOn-year': '2018' }
  const why = { reason: 'at-risk', words: 'The police brought the child to the ward and nobody answers.', understood: 'yes' }
  const reference = async (): Promise<string> => (await hub.fresh.db.selectFrom('caseFile').select('reference').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()).reference
  const openings = () => hub.fresh.db.selectFrom('breakGlass').selectAll().orderBy('openedAt').execute()
  const lastRecord = async () => (await sql<{ kind: string; outcome: string; caseId: string | null; breakGlassId: string | null }>`
    select kind, outcome, case_id, break_glass_id from audit_record order by at desc, seq desc limit 1`.execute(hub.fresh.db)).rows[0]

  it('is for those whose office it is, and nobody else is shown the way', async () => {
    for (const person of ['debra', 'imogen', 'tom', 'winifred', 'shno']) {
      const other = await (await hub.as(person)).get(paths.emergency())
      assert.equal(other.status, 404, person)
      assert.ok(!other.hasLink('Emergency'))
    }
    const agnes = await (await hub.as('agnes')).get(paths.home())
    await agnes.follow('Emergency')
    assert.equal(agnes.heading, 'Open a record in an emergency')
    assert.match(agnes.text, /The family will read that you opened it/)
  })

  it('asks for the reason first, keeps what was typed, and says nothing of any child without one', async () => {
    const agnes = await (await hub.as('agnes')).get(paths.emergency())
    await agnes.submit(child)
    assert.equal(agnes.status, 422)
    assert.deepEqual(agnes.errors, ['Select why you need to see the record now', 'Say in a sentence what has happened', 'Confirm that you have read what this means'])
    const withChild = agnes.text
    assert.equal(agnes.fieldsOf(agnes.form()).get('givenName')?.[0], canary)
    await agnes.submit({ ...child, givenName: 'Nobody' })
    assert.equal(agnes.text.replaceAll('Nobody', canary), withChild.replaceAll('Nobody', canary), 'the same page whether the child is there or not')
    assert.deepEqual(await openings(), [])
  })

  it('says that there is no record, writes down the try, and answers a child of the viewer’s own family no otherwise', async () => {
    const agnes = await (await hub.as('agnes')).get(paths.emergency())
    await agnes.submit({ ...child, ...why, 'bornOn-day': '24' })
    assert.deepEqual(agnes.errors, ['There is no record in Wendmere for this name and date of birth'])
    assert.deepEqual(await lastRecord(), { kind: 'search', outcome: 'not-found', caseId: null, breakGlassId: null })
    await hub.fresh.db.insertInto('relationship').values({ localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), childId: (await hub.fresh.db.selectFrom('child').select('id').where('givenName', '=', canary).executeTakeFirstOrThrow()).id, personId: demoPersonId('corinne'), relation: 'aunt', hasParentalResponsibility: false }).execute()
    const corinne = await (await hub.as('corinne')).get(paths.emergency())
    await corinne.submit({ ...child, ...why })
    assert.deepEqual(corinne.errors, ['There is no record in Wendmere for this name and date of birth'])
    assert.deepEqual(await openings(), [])
  })

  it('opens the case for four hours, with a banner on every page, and only what an emergency needs', async () => {
    const agnes = await (await hub.as('agnes')).get(paths.caseOverview(key))
    assert.equal(agnes.status, 404)
    await agnes.get(paths.emergency())
    await agnes.submit({ ...child, ...why })
    assert.equal(agnes.url, paths.caseOverview(key, { done: 'emergency-open' }))
    assert.equal(agnes.status, 200)
    const [opening = assert.fail('none')] = await openings()
    assert.equal(opening.role, 'health-lead')
    assert.equal(Date.parse(opening.endsAt) - Date.parse(opening.openedAt), 4 * 60 * 60 * 1000)
    for (const page of [paths.caseOverview(key), paths.casePeople(key), paths.home(), paths.search()]) {
      await agnes.get(page)
      assert.equal(agnes.status, 200, page)
      assert.match(agnes.text, /You opened a record in an emergency\. It stays open until 2pm/)
    }
    for (const page of [paths.caseTimeline(key), paths.caseFamily(key), paths.caseMessages(key), paths.caseRequest(key), paths.caseLetters(key), paths.whoLooked(key)]) {
      await agnes.get(page)
      assert.equal(agnes.status, 403, page)
      assert.match(agnes.text, /You opened a record in an emergency/)
    }
    await (await agnes.get(paths.search())).submit({ q: canary }, { to: paths.search() })
    agnes.root.querySelector('.hub-emergency')?.remove()
    assert.ok(!agnes.root.toString().includes(key.caseId), 'an emergency puts a case on no list')
    assert.deepEqual({ ...await lastRecord(), cases: (await sql<{ cases: number }>`select cases from audit_record order by at desc, seq desc limit 1`.execute(hub.fresh.db)).rows[0]?.cases }, { kind: 'search', outcome: 'done', caseId: null, breakGlassId: null, cases: 0 })
    await agnes.get(paths.emergency())
    await agnes.submit({ ...child, ...why }, { button: 'Open the record' })
    assert.equal((await openings()).length, 1, 'open already')
    assert.equal((await openings())[0]?.endedAt, null)
    const records = await sql<{ kind: string; n: number }>`select kind, count(*) as n from audit_record where break_glass_id = ${opening.id} group by 1 order by 1`.execute(hub.fresh.db)
    assert.ok((records.rows.find(({ kind }) => kind === 'read')?.n ?? 0) >= 2 && records.rows.some(({ kind }) => kind === 'break-glass'))
  })

  it('tells the access officer at once, with nothing of the child', async () => {
    await hub.work()
    const [mail = assert.fail('no mail'), ...more] = hub.carrier.carried
    assert.equal(more.length, 0)
    assert.equal(mail.to, 'winifred@example.org')
    assert.match(mail.body, /Somebody opened a record in an emergency[\s\S]*http:\/\/hub\.test\/wendmere\/access/)
    for (const word of [canary, 'Tahsin', key.caseId, await reference(), 'ward', 'Agnes']) assert.ok(!`${mail.subject} ${mail.body}`.includes(word), word)
  })

  it('is in the family’s record with its reason, for each parent', async () => {
    for (const parent of ['shno', 'hoshang']) {
      const page = await (await hub.as(parent)).get(paths.whoLooked(key))
      assert.match(page.text, /Agnes Follett-Rao, designated clinical officer, NHS Wendmere and Tarn Valley Integrated Care Board/)
      assert.match(page.text, /opened it in an emergency: they were worried that your child was not safe/)
      assert.ok(!page.text.includes('police'), 'the words are for the access officer')
    }
  })

  it('is reviewed by the access officer, who sees no child and can keep it from the family with a reason', async () => {
    const winifred = await (await hub.as('winifred')).get(paths.accessDesk({ area: 'wendmere' }))
    assert.match(winifred.text, /1 emergency opening and 0 unusual patterns wait for you/)
    assert.ok(!winifred.text.includes(canary))
    const [opening = assert.fail('none')] = await openings()
    const page = paths.accessOpening({ area: 'wendmere', openingId: opening.id })
    await winifred.get(page)
    assert.match(winifred.text, /The police brought the child to the ward/)
    assert.match(winifred.text, /where things are/)
    await winifred.submit({}, { to: '#review' })
    assert.deepEqual(winifred.errors, ['Select whether it was right'])
    await winifred.submit({ verdict: 'right', words: 'Rang the ward: the child was there.' }, { to: '#review' })
    assert.match(winifred.text, /Your review is saved/)
    assert.match(winifred.text, /It was right: Rang the ward/)
    await winifred.submit({}, { to: '#withhold' })
    assert.deepEqual(winifred.errors, ['Say why the family must not read of it for now'])
    await winifred.submit({ reason: 'A police inquiry into the household runs.' }, { to: '#withhold' })
    const mother = await (await hub.as('shno')).get(paths.whoLooked(key))
    assert.ok(!mother.text.includes('Agnes'))
    await winifred.get(page)
    await winifred.submit({}, { to: '#show' })
    await mother.get(paths.whoLooked(key))
    assert.match(mother.text, /Agnes/)
    assert.equal((await sql<{ n: number }>`select count(*) as n from break_glass_review`.execute(hub.fresh.db)).rows[0]?.n, 1)
  })

  it('keeps the access officer’s pages from everybody else, and hers to her own area', async () => {
    const [opening = assert.fail('none')] = await openings()
    const desk = { area: 'wendmere' }
    const pages = [paths.accessDesk(desk), paths.accessOpening({ ...desk, openingId: opening.id }), paths.accessCase({ ...desk, caseId: key.caseId }), paths.accessCaseFile({ ...desk, caseId: key.caseId })]
    for (const person of ['meera', 'hattie', 'agnes', 'shno', 'gethin', 'aled']) {
      const other = await hub.as(person)
      for (const page of pages) assert.equal((await other.get(page)).status, 404, `${person} ${page}`)
    }
    const winifred = await hub.as('winifred')
    assert.equal((await winifred.get(paths.accessDesk({ area: 'tarn-valley' }))).status, 404)
    assert.equal((await winifred.get(paths.caseOverview(key))).status, 403)
  })

  it('ends when they say so, and by itself after four hours', async () => {
    const agnes = await (await hub.as('agnes')).get(paths.home())
    await agnes.submit({}, { to: '/end' })
    assert.match(agnes.text, /The record is closed to you again/)
    assert.doesNotMatch(agnes.text, /You opened a record in an emergency/)
    assert.equal((await agnes.get(paths.caseOverview(key))).status, 404)
    await agnes.get(paths.emergency())
    await agnes.submit({ ...child, ...why })
    assert.equal(agnes.status, 200)
    hub.setNow('2026-09-14T12:59:00.000Z')
    assert.equal((await (await hub.as('agnes')).get(paths.caseOverview(key))).status, 200)
    hub.setNow('2026-09-14T13:01:00.000Z')
    const later = await (await hub.as('agnes')).get(paths.caseOverview(key))
    assert.equal(later.status, 404)
    assert.doesNotMatch((await later.get(paths.home())).text, /in an emergency/)
    const other = await hub.as('meera')
    const [opening = assert.fail('none')] = await openings()
    assert.equal(await other.request('POST', paths.endEmergency({ openingId: opening.id })), 404, 'only one’s own')
  })

  it('ends with the role', async () => {
    const agnes = await (await hub.as('agnes')).get(paths.emergency())
    await agnes.submit({ ...child, ...why }, { button: 'Open the record' })
    assert.equal(agnes.url, paths.caseOverview(key, { done: 'emergency-open' }))
    await hub.fresh.db.updateTable('membership').set({ toOn: '2026-09-13' as never }).where('personId', '=', demoPersonId('agnes')).execute()
    await agnes.get(paths.caseOverview(key))
    assert.ok(agnes.url.startsWith(paths.signIn()), agnes.url)
    await hub.fresh.db.updateTable('membership').set({ toOn: null }).where('personId', '=', demoPersonId('agnes')).execute()
  })
})
