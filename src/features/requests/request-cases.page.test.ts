import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { readLedger } from '../../casebook/ledger.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import type { CaseId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'

describe('what council staff do with a request', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  const factsOf = (key: CaseKey) => inTransaction({ house: hub.house, viewer: system, page: 'test' }, (tx) => readLedger(tx, demoAreaId('wendmere'), key.caseId as CaseId))
  const rowOf = (key: CaseKey) => hub.fresh.db.selectFrom('caseFile').selectAll().where('id', '=', key.caseId as CaseId).executeTakeFirstOrThrow()

  /** Hattie writes down a request by letter; answers with its case and the page she is on. */
  async function writtenDown(givenName: string, familyName: string, born: readonly [string, string, string], receivedDay = '10'): Promise<{ key: CaseKey; officer: Visitor }> {
    const officer = await hub.as('hattie')
    await officer.get(paths.requestStart({ area: 'wendmere' }))
    await officer.submit({ who: 'parent', channel: 'letter', 'received-day': receivedDay, 'received-month': '9', 'received-year': '2026' })
    const draftId = /request\/([0-9a-f-]{36})/.exec(officer.url)?.[1] ?? ''
    const ask = async (question: string, filled: Record<string, string>): Promise<void> => {
      await officer.get(paths.requestQuestion({ area: 'wendmere', draftId, question }))
      await officer.submit(filled)
    }
    await ask('child-name', { givenName, familyName })
    await ask('born-on', { 'bornOn-day': born[0], 'bornOn-month': born[1], 'bornOn-year': born[2] })
    await ask('your-name', { fullName: `Kit ${familyName}`, responsibility: 'yes', livesWith: 'yes' })
    await ask('home', { line1: '2 Quarry View', town: 'Wendmere', postcode: 'ZZ97 1DB' })
    await officer.get(paths.requestCheck({ area: 'wendmere', draftId }))
    await officer.submit({ declared: 'yes' })
    const reference = /W-2026-\d{6}/.exec(officer.text)?.[0] ?? ''
    const made = await hub.fresh.db.selectFrom('caseFile').select('id').where('reference', '=', reference).executeTakeFirstOrThrow()
    return { key: { area: 'wendmere', caseId: made.id }, officer }
  }

  const duplicateId = (visitor: Visitor): string => visitor.fieldsOf(visitor.form()).get('duplicate')?.[0] ?? ''

  it('opens a new case for a child on file, and lets a person decide that it is the same child', async () => {
    const kept = await aCase(hub, { givenName: 'Réwan', familyName: 'Tahsin', bornOn: '2018-02-03', receivedOn: '2026-09-12' })
    const { key, officer } = await writtenDown('Rewan', 'Tahsin', ['2', '3', '2018'])
    await officer.get(paths.caseRequest(key))
    assert.match(officer.text, /1 other case may be about the same child/)
    await officer.follow('Compare and decide')
    assert.match(officer.text, /the same name and the date of birth with day and month the other way round/)
    const id = duplicateId(officer)
    await officer.submit({ [`as-${id}`]: 'same-child' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, ['Enter how you know'])
    assert.deepEqual(officer.fieldsOf(officer.form()).get(`as-${id}`), ['same-child'])
    const brought = officer.root.querySelector(`input[name="bring-${id}"]`)?.getAttribute('value') ?? ''
    await officer.submit({ [`reason-${id}`]: 'Phoned the mother: the day and month were swapped', [`bring-${id}`]: brought })
    assert.match(officer.text, /Somebody else on the team has to agree/)
    assert.equal((await rowOf(key)).stage, 'considering', 'one person alone brings nothing together')
    await officer.submit({ [`as-${id}`]: 'same-child', [`reason-${id}`]: 'I am quite sure' })
    assert.deepEqual(officer.errors, ['You said so yourself already. Somebody else on the team has to agree'])
    const second = await (await hub.as('leona')).get(paths.caseDuplicates(key))
    assert.match(second.words, /Hattie Greaves says that it is the same child: Phoned the mother: the day and month were swapped/)
    await second.submit({ [`as-${id}`]: 'same-child', [`reason-${id}`]: 'I rang her too' })
    assert.equal(second.url.startsWith(paths.caseRequest(kept)), true, 'on to the case that is kept')
    assert.match(second.text, /Kit Tahsin/)
    assert.equal((await rowOf(key)).stage, 'closed')
    const keptRow = await rowOf(kept)
    assert.equal(keptRow.stage, 'considering')
    assert.equal(keptRow.receivedOn, '2026-09-10', 'the earlier day counts')
    const facts = await factsOf(kept)
    assert.equal(facts.find(({ corrects }) => corrects !== undefined)?.happenedOn, '2026-09-10')
    assert.ok(facts.some((fact) => fact.type === 'party-joined' && fact.name.startsWith('Kit Tahsin')))
    await officer.get(paths.caseRequest(key))
    assert.match(officer.text, /One file for one child/)
    await officer.get(paths.caseDuplicates(key))
    assert.match(officer.text, /Leona Abara decided: the same child/)
  })

  it('remembers that two are different children, once', async () => {
    await aCase(hub, { givenName: 'Orla', familyName: 'Rowe', bornOn: '2020-04-05' })
    const { key, officer } = await writtenDown('Orla', 'Rowe', ['5', '4', '2020'])
    await officer.get(paths.caseDuplicates(key))
    const id = duplicateId(officer)
    const form = Object.fromEntries(officer.fieldsOf(officer.form()))
    await officer.submit({ [`as-${id}`]: 'different-children', [`reason-${id}`]: 'Different mothers' })
    assert.match(officer.text, /different children\. Different mothers/)
    assert.equal((await rowOf(key)).stage, 'considering')
    const { settleDuplicate } = await import('./settle-duplicate/settle-duplicate.ts')
    const again = await settleDuplicate(await hub.occasion('hattie'), key, { duplicateId: id, as: 'same-child', reason: 'x', bring: [] })
    assert.deepEqual(again.ok ? '' : again.refusal.kind, 'settled-already')
    assert.equal((await factsOf(key)).filter(({ type }) => type === 'duplicate-settled').length, 1)
    assert.ok(form['_once'])
  })

  it('does not close a case in favour of one that has ended', async () => {
    const first = await writtenDown('Dara', 'Ended', ['7', '8', '2019'])
    const { withdrawRequest } = await import('./withdraw/withdraw-request.ts')
    const { today } = hub.house.clock
    await withdrawRequest(await hub.occasion('hattie'), first.key, { by: 'Kit', on: today(), councilStillResponsible: false, reason: 'moved' })
    const { key, officer } = await writtenDown('Dara', 'Ended', ['7', '8', '2019'])
    await officer.get(paths.caseDuplicates(key))
    const id = duplicateId(officer)
    await officer.submit({ [`as-${id}`]: 'same-child', [`reason-${id}`]: 'Same number' })
    assert.equal(officer.status, 422)
    assert.match(officer.errors[0] ?? '', /has ended/)
    assert.equal((await rowOf(key)).stage, 'considering')
  })

  it('goes on with an earlier no as a new request on the same file', async () => {
    const kept = await aCase(hub, { givenName: 'Again', familyName: 'Asked', bornOn: '2016-01-02', receivedOn: '2026-01-05' })
    const { recordFact } = await import('../../casebook/ledger.ts')
    const { openCaseFile } = await import('../../casebook/open-case-file.ts')
    await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
      await recordFact(tx, await openCaseFile(tx, kept, { lock: true }), { type: 'assessment-decided', outcome: 'not-assess', noticeId: tx.newId<string>() })
    })
    const { key, officer } = await writtenDown('Again', 'Asked', ['2', '1', '2016'])
    await officer.get(paths.caseDuplicates(key))
    const id = duplicateId(officer)
    await officer.submit({ [`as-${id}`]: 'same-child', [`reason-${id}`]: 'Same parents' })
    await (await (await hub.as('meera')).get(paths.caseDuplicates(key))).submit({ [`as-${id}`]: 'same-child', [`reason-${id}`]: 'Same parents, same house' })
    const row = await rowOf(kept)
    assert.equal(row.stage, 'considering')
    assert.equal(row.receivedOn, '2026-09-10')
  })

  it('records a withdrawal, which closes the case only when the council is not responsible either', async () => {
    const { key, officer } = await writtenDown('Wil', 'Draw', ['1', '1', '2015'])
    await officer.get(paths.caseWithdraw(key))
    await officer.submit({ by: 'Kit Draw' })
    assert.deepEqual(officer.errors, ['Enter the day on which they told the council', 'Select if the council stays responsible', 'Enter the reasons'])
    assert.deepEqual(officer.fieldsOf(officer.form()).get('by'), ['Kit Draw'])
    const day = (number: string) => ({ 'on-day': number, 'on-month': '9', 'on-year': '2026' })
    await officer.submit({ still: 'yes', reason: 'Wants to wait', ...day('9') })
    assert.deepEqual(officer.errors, ['The day must not be before the request was received'])
    await officer.submit(day('14'))
    assert.match(officer.text, /Recorded/)
    assert.equal((await rowOf(key)).stage, 'considering', 'still responsible: the clocks run on')
    await officer.get(paths.caseWithdraw(key))
    const once = officer.fieldsOf(officer.form()).get('_once') ?? []
    const filled = { by: 'Kit Draw', still: 'no', reason: 'All is well', ...day('14'), _once: once }
    const form = officer.url
    await officer.submit(filled)
    assert.equal((await rowOf(key)).stage, 'closed')
    await officer.get(form)
    assert.match(officer.text, /cannot be done now/)
    assert.equal((await factsOf(key)).filter(({ type }) => type === 'request-withdrawn').length, 2)
  })

  it('tells each family member in a letter of their own, and the bodies that the law names', async () => {
    const key = await aCase(hub, { givenName: 'Tell', familyName: 'Me', bornOn: '2018-02-23', receivedOn: '2026-09-14' })
    const officer = await (await hub.as('hattie')).get(paths.caseRequest(key))
    await officer.follow('Tell the family and the other bodies')
    assert.match(officer.text, /26 October 2026/)
    for (const body of [/Integrated Care Board/, /social care/, /Larkfell Primary School/]) assert.match(officer.text, body)
    await officer.submit()
    assert.match(officer.text, /It has been sent/)
    assert.ok(!officer.hasLink('Tell the family and the other bodies'), 'what is done is not offered again')
    assert.match(officer.text, /were told on 14 September 2026/)
    const facts = await factsOf(key)
    assert.equal(facts.filter(({ type }) => type === 'family-told-of-request').length, 1)
    assert.equal(facts.filter(({ type }) => type === 'bodies-told-of-request').length, 1)
    const outgoing = await hub.fresh.db.selectFrom('outgoing').selectAll().where('caseId', '=', key.caseId as CaseId).execute()
    assert.equal(outgoing.filter(({ about }) => about === 'assessment-considered').length, 2)
    assert.equal(outgoing.filter(({ about }) => about === 'bodies-told').length, 3)
    for (const { channel, body, subject } of outgoing) if (channel === 'email') assert.doesNotMatch(`${subject} ${body}`, /Tell|Larkfell|assess/)
    const notices = await hub.fresh.db.selectFrom('notice').select(['kind', 'content']).where('caseId', '=', key.caseId as CaseId).execute()
    for (const { kind, content } of notices.filter((one) => one.kind === 'assessment-considered')) {
      const words = JSON.stringify(content)
      assert.ok(words.includes('Shno') !== words.includes('Hoshang'), `${kind}: one parent's letter names nobody else`)
    }
    await officer.get(paths.tellOfRequest(key))
    assert.match(officer.text, /They were told already/)
    const lead = await (await hub.as('agnes')).get(paths.caseRequest(key))
    assert.equal(lead.status, 403, 'told of the case, not of the family’s words')
  })

  it('does not send while nobody in the family can be written to', async () => {
    const key = await aCase(hub, { givenName: 'No', familyName: 'Body', parents: [] })
    const officer = await (await hub.as('hattie')).get(paths.tellOfRequest(key))
    await officer.submit()
    assert.match(officer.errors[0] ?? '', /Nobody in the family can be written to yet/)
  })

  it('shows a parent the other’s request as made, never its words', async () => {
    const key = await aCase(hub, { givenName: 'Two', familyName: 'Homes', parents: ['kerry', 'daniel'] })
    await hub.fresh.db.insertInto('request').values({
      localAreaId: demoAreaId('wendmere'), id: hub.house.newId(), caseId: key.caseId as CaseId, madeBy: 'parent', madeByName: 'Kerry Skerrow', madeByPersonId: demoPersonId('kerry'),
      channel: 'hub', receivedOn: hub.house.clock.today(), answers: JSON.stringify({ needs: { needs: 'He shouts at her' } }),
    }).execute()
    const mother = await (await hub.as('kerry')).get(paths.caseRequest(key))
    assert.match(mother.text, /He shouts at her/)
    const father = await (await hub.as('daniel')).get(paths.caseRequest(key))
    assert.equal(father.status, 200)
    assert.doesNotMatch(father.text, /shouts|Kerry/)
  })

  it('is closed to everybody else', async () => {
    const key = await aCase(hub)
    for (const to of [paths.caseRequest(key), paths.caseDuplicates(key), paths.caseWithdraw(key), paths.tellOfRequest(key)]) {
      for (const stranger of ['aled', 'kerry', 'idwal', 'soraya']) {
        const visitor = await (await hub.as(stranger)).get(to)
        assert.ok(visitor.status === 403 || visitor.status === 404, `${stranger} got ${visitor.status} at ${to}`)
        assert.doesNotMatch(visitor.body, /Rewan|Tahsin/)
      }
      assert.match((await hub.visitor().get(to)).heading, /sign in/)
    }
    for (const to of [paths.caseDuplicates(key), paths.caseWithdraw(key), paths.tellOfRequest(key)]) {
      const parent = await (await hub.as('shno')).get(to)
      assert.equal(parent.status, 403)
    }
    assert.equal((await (await hub.as('tom')).get(paths.caseWithdraw(key))).status, 403, 'plan writers write plans')
  })

  it('refuses once the council has decided', async () => {
    const key = await aCase(hub, { at: 'assessing' })
    const officer = await (await hub.as('hattie')).get(paths.tellOfRequest(key))
    await officer.submit()
    assert.match(officer.errors[0] ?? '', /decided on this request already/)
    await officer.get(paths.caseWithdraw(key))
    assert.match(officer.text, /cannot be done now/)
  })
})
