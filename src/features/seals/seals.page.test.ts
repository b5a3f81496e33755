// A seal on one report or document: out of sight for everybody else, at once and everywhere.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { someAdvice, someLines } from '../../../test/builders/a-draft.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

const words = 'The grandmother saw what he did in March.'

describe('a sealed report', () => {
  let hub: Hub
  let key: CaseKey
  let adviceId: string
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'drafting' })
    const { adviceId: id, lineIds: [line] } = await someAdvice(hub, key, [{ kind: 'need', section: 'B', text: words }], { by: 'delphine', kind: 'social-care', item: 'e' })
    adviceId = id
    await someLines(hub, key, [{ kind: 'need', section: 'B', text: 'He is afraid at home.', sources: [{ kind: 'advice', adviceId: id, quote: words, start: 0, end: words.length, ...(line === undefined ? {} : { adviceLineId: line }) }] }])
  })
  after(() => hub.close())

  const adviceAt = () => paths.advice({ ...key, adviceId })
  const form = (more: Record<string, string | string[]> = {}) => ({
    kind: 'named', readers: [demoPersonId('tom')], ground: 'child-abuse', reason: 'It names who told', decidedBy: 'Meera Chaudry',
    'review-day': '1', 'review-month': '12', 'review-year': '2026', ...more,
  })
  const sealing = async (who: string): Promise<Visitor> => (await hub.as(who)).get(paths.sealItem({ ...key, thing: 'advice', thingId: adviceId }))
  const pagesOfCase = () => [
    paths.caseOverview(key), paths.adviceList(key), paths.caseTimeline(key), paths.plan(key), paths.planSection({ ...key, section: 'B' }), paths.planSection({ ...key, section: 'K' }),
    paths.caseCopies(key), paths.caseEvidence(key), paths.planAssemble(key), paths.caseSeals(key), paths.home(), paths.adviceInbox(), paths.whoLooked(key),
  ]

  it('is sealed by those who may: a wrong form keeps what was typed and says what the law wants', async () => {
    for (const who of ['shno', 'debra', 'tom', 'delphine']) assert.ok([403, 404].includes((await sealing(who)).status), who)
    const officer = await sealing('hattie')
    assert.match(officer.words, /1 line of the plan was made from this report/)
    await officer.submit({ reason: 'Typed already', ground: 'privilege', kind: 'staff' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, ['This ground does not allow that choice of who may see it', 'Enter the day to look at it again'])
    assert.equal(officer.fieldsOf(officer.form()).get('reason')?.[0], 'Typed already')
    await officer.submit(form({ ground: 'serious-harm' }))
    assert.deepEqual(officer.errors, ['Enter whose opinion was asked, and when'])
    await officer.submit(form({ 'review-year': '2028' }))
    assert.deepEqual(officer.errors, ['The day to look at it again must be 14 March 2027 or earlier'])
  })

  it('is gone for everybody else with the next page, its words with it, and nobody counts it', async () => {
    const list = await (await hub.as('hattie')).get(paths.adviceList(key))
    assert.ok(list.body.includes(adviceId))
    assert.match((await (await hub.as('shno')).get(adviceAt())).body, /grandmother/)
    const officer = await (await sealing('hattie')).submit(form())
    assert.equal(officer.status, 200)
    assert.match(officer.text, /It is sealed/)
    assert.match(officer.words, /Nothing that you can see is sealed/)
    for (const who of ['hattie', 'leona', 'shno', 'hoshang', 'debra', 'imogen']) {
      assert.ok([403, 404].includes((await (await hub.as(who)).get(adviceAt())).status), who)
      assert.ok([403, 404].includes((await (await hub.as(who)).get(paths.adviceFile({ ...key, adviceId }))).status), who)
      for (const url of pagesOfCase()) {
        const visitor = await (await hub.as(who)).get(url)
        assert.ok(!visitor.body.includes(adviceId), `${who} ${url}`)
        assert.doesNotMatch(visitor.body, /grandmother|Delphine Marsh-Oyelowo was asked|A report was sealed/, `${who} ${url}`)
      }
    }
    assert.match((await (await hub.as('hattie')).get(paths.planSection({ ...key, section: 'B' }))).words, /He is afraid at home/)
  })

  it('stays with whom it names, its author, SEND managers, and says on itself who sees it', async () => {
    for (const who of ['tom', 'meera', 'delphine']) {
      const visitor = await (await hub.as(who)).get(adviceAt())
      assert.equal(visitor.status, 200, who)
      assert.match(visitor.words, /Sealed\. Only Tom Ellery, SEND managers, the social care lead on the case and Delphine Marsh-Oyelowo can see this/)
      assert.match(visitor.words, /looked at again on 1 December 2026/)
    }
  })

  it('is asked of everything that leaves: no setting is shown it, no copy is made of it, it is not in section K', async () => {
    for (const who of ['hattie', 'tom', 'meera']) {
      const list = await (await hub.as(who)).get(paths.planSection({ ...key, section: 'K' }))
      assert.doesNotMatch(list.words, /Marsh-Oyelowo/, who)
    }
    assert.ok((await (await hub.as('meera')).get(paths.caseCopies(key))).body.includes(adviceId), 'who sees it may make a copy with words removed')
    assert.match((await (await hub.as('meera')).get(paths.planCheck(key))).words, /this report is sealed, so it does not go out with the plan/)
    assert.doesNotMatch((await (await hub.as('hattie')).get(paths.planCheck(key))).words, /sealed/)
  })

  it('takes what the ledger says of copies of it along', async () => {
    const manager = await (await hub.as('meera')).get(paths.caseCopies(key))
    await manager.submit({ thing: `advice:${adviceId}`, reader: `person:${demoPersonId('shno')}`, why: 'For the mother' })
    assert.equal(manager.heading, 'What is removed')
    assert.match((await (await hub.as('meera')).get(paths.caseTimeline(key))).words, /Social care advice: Delphine Marsh-Oyelowo/)
    for (const url of [paths.caseTimeline(key), paths.caseCopies(key)]) assert.doesNotMatch((await (await hub.as('hattie')).get(url)).words, /Social care advice: Delphine/, url)
  })

  it('is sealed once; and looked at again by who sees through a seal, who says why', async () => {
    assert.equal((await sealing('meera')).heading.endsWith('A sealed report'), true)
    const { id } = await hub.fresh.db.selectFrom('itemSeal').select('id').executeTakeFirstOrThrow()
    for (const who of ['hattie', 'shno', 'debra']) assert.ok([403, 404].includes((await (await hub.as(who)).get(paths.itemSeal({ ...key, sealId: id }))).status), who)
    const writer = await (await hub.as('tom')).get(paths.itemSeal({ ...key, sealId: id }))
    assert.match(writer.words, /It names who told/)
    assert.equal(writer.root.querySelector('main form'), null)
    const manager = await (await hub.as('meera')).get(paths.itemSeal({ ...key, sealId: id }))
    await manager.submit({ do: 'keep', reason: '' })
    assert.deepEqual(manager.errors, ['Enter the day to look at it again', 'Enter why'])
    await manager.submit({ do: 'keep', reason: 'Still with the police', 'review-day': '10', 'review-month': '12', 'review-year': '2026' })
    assert.match(manager.words, /10 December 2026/)
    assert.ok(!JSON.stringify(await hub.fresh.db.selectFrom('itemSeal').select(['sealedReason']).execute()).includes('It names'), 'the reason is sealed too')
  })

  it('is due on its day, on the list of whoever can lift it', async () => {
    hub.setNow('2026-12-10T09:00:00.000Z')
    assert.match((await (await hub.as('meera')).get(paths.home())).words, /1 seal is due to be looked at again/)
    assert.match((await (await hub.as('meera')).get(paths.caseSeals(key))).words, /10 December 2026 Due/)
    assert.doesNotMatch((await (await hub.as('hattie')).get(paths.home())).words, /due to be looked at again/)
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('is found again when the seal is lifted, and the record says so', async () => {
    const { id } = await hub.fresh.db.selectFrom('itemSeal').select('id').executeTakeFirstOrThrow()
    const manager = await (await hub.as('meera')).get(paths.itemSeal({ ...key, sealId: id }))
    await manager.submit({ do: 'lift', reason: 'The police have told the family' })
    assert.match(manager.text, /The seal is lifted/)
    for (const who of ['hattie', 'hoshang']) assert.equal((await (await hub.as(who)).get(adviceAt())).status, 200, who)
    assert.match((await (await hub.as('hattie')).get(paths.caseTimeline(key))).words, /The seal on a report was lifted.*A report was sealed/)
    assert.equal((await manager.get(paths.itemSeal({ ...key, sealId: id }))).status, 404)
    const acts = await hub.fresh.db.selectFrom('auditRecord').select('act').where('act', 'in', ['seal-item', 'change-seal']).execute()
    assert.deepEqual(acts.map(({ act }) => act).toSorted(), ['change-seal', 'change-seal', 'seal-item'])
  })
})

describe('a sealed document', () => {
  let hub: Hub
  let key: CaseKey
  let documentId: string
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'assessing' })
    await someAdvice(hub, key, [{ kind: 'need', section: 'B', text: 'He needs help to speak.' }], { by: 'callum', kind: 'therapy', item: 'f' })
    const officer = await (await hub.as('hattie')).get(paths.caseEvidence(key))
    await officer.submitFiles({ file: { name: 'refuge.txt', bytes: Buffer.from('A letter about the refuge') } }, { title: 'Letter about the refuge', share: 'everybody' })
    ;({ id: documentId } = await hub.fresh.db.selectFrom('document').select('id').executeTakeFirstOrThrow())
  })
  after(() => hub.close())

  const seal = async (more: Record<string, string | string[]>): Promise<Visitor> => {
    const manager = await (await hub.as('meera')).get(paths.sealItem({ ...key, thing: 'document', thingId: documentId }))
    return manager.submit({ ground: 'third-party', reason: 'The mother has not agreed', decidedBy: 'Meera Chaudry', 'review-day': '1', 'review-month': '12', 'review-year': '2026', ...more })
  }
  const lift = async (): Promise<void> => {
    const row = await hub.fresh.db.selectFrom('itemSeal').select('id').where('endedAt', 'is', null).executeTakeFirstOrThrow()
    await (await (await hub.as('meera')).get(paths.itemSeal({ ...key, sealId: row.id }))).submit({ do: 'lift', reason: 'For a test' })
  }
  const opens = async (who: string): Promise<number> => (await (await hub.as(who)).download(paths.caseDocument({ ...key, documentId }))).status

  it('for staff alone is not there for the family yet, and is there for everybody who works on the case', async () => {
    assert.deepEqual([await opens('shno'), await opens('debra')], [200, 200])
    assert.equal((await seal({ kind: 'staff' })).status, 200)
    assert.deepEqual([await opens('shno'), await opens('hoshang')], [404, 404])
    assert.deepEqual([await opens('debra'), await opens('hattie'), await opens('callum')], [200, 200, 200])
    const mother = await (await hub.as('shno')).get(paths.caseEvidence(key))
    assert.doesNotMatch(mother.words, /refuge/)
    assert.match((await (await hub.as('hattie')).get(paths.caseEvidence(key))).words, /Letter about the refuge Sealed Everybody who works on the case, and nobody of the family/)
    const sees = await (await hub.as('hattie')).get(paths.personSees({ ...key, personId: demoPersonId('shno') }))
    assert.doesNotMatch(sees.words, /refuge/)
    assert.doesNotMatch((await (await hub.as('shno')).get(paths.caseTimeline(key))).words, /refuge|sealed/)
    await lift()
    assert.equal(await opens('shno'), 200)
  })

  it('for one service is for its staff and the SEND manager: not the case officer, who handed it in', async () => {
    assert.equal((await seal({ kind: 'agency', body: demoOrganisationId('slt') })).status, 200)
    assert.deepEqual([await opens('callum'), await opens('meera')], [200, 200])
    for (const who of ['hattie', 'tom', 'debra', 'shno']) assert.equal(await opens(who), 404, who)
    await lift()
  })

  it('is enclosed with no request and shown to no setting, whoever sends it', async () => {
    await seal({ kind: 'named', readers: [demoPersonId('hattie')] })
    const officer = await (await hub.as('hattie')).get(paths.askForAdvice(key))
    assert.doesNotMatch(officer.words, /refuge/)
    assert.equal(await opens('hattie'), 200)
    await lift()
  })

  it('that the program would print is not there for it', async () => {
    await seal({ kind: 'staff' })
    const { openCaseFile } = await import('../../casebook/open-case-file.ts')
    const { listDocuments } = await import('../../casebook/papers/documents.ts')
    const { inTransaction } = await import('../../casebook/tx.ts')
    const found = await inTransaction(await hub.occasion('system'), async (tx) => listDocuments(tx, await openCaseFile(tx, key)))
    assert.deepEqual(found, [])
  })
})
