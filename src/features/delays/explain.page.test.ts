import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Filled } from '../../../test/harness/page-reader.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { dateIn } from '../../../test/journeys/steps/dates.ts'
import { expectRefused } from '../../../test/journeys/steps/refused.ts'
import { readLedger, recordFact } from '../../casebook/ledger.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { delaysOf, excuseClaimsOf } from '../../domain/case-file/delays.ts'
import type { Fact, RecordedFact } from '../../domain/case-file/facts.ts'
import type { AdviceRequestId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

const aFile = { name: 'hospital.png', bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64') }

/** Today is 14 September 2026. A request of 20 July had its six weeks until 31 August. */
describe('telling a family why something is late', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  const onCase = <T>(key: CaseKey, run: (tx: Parameters<typeof recordFact>[0], caseFile: Parameters<typeof recordFact>[1]) => Promise<T>): Promise<T> =>
    inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => run(tx, await openCaseFile(tx, key, { lock: true })))
  const ledgerOf = (key: CaseKey): Promise<RecordedFact[]> => onCase(key, (tx, caseFile) => readLedger(tx, caseFile.localAreaId, caseFile.id))
  const record = (key: CaseKey, fact: Fact, on: string): Promise<void> => onCase(key, async (tx, caseFile) => { await recordFact(tx, caseFile, fact, { happenedOn: plainDateOf(on) }) })
  const clockOf = (key: CaseKey, clockId: string) => hub.fresh.db.selectFrom('clock').select(['isOpen', 'excusedBy', 'dueOn']).where('caseId', '=', key.caseId as never).where('clockId', '=', clockId).executeTakeFirstOrThrow()

  /** A case that is late with its decision, and the form about it. */
  async function late(wishes: Parameters<typeof aCase>[1] = {}): Promise<{ key: CaseKey; officer: Visitor }> {
    const key = await aCase(hub, { receivedOn: '2026-07-20', ...wishes })
    const officer = await (await hub.as('hattie')).get(paths.caseDelays(key))
    return { key, officer: await officer.get(officer.root.querySelectorAll('a').find((link) => link.textContent.startsWith('Tell the family why'))?.getAttribute('href') ?? assert.fail('nothing to tell')) }
  }
  const plain: Filled = { because: 'no-psychologist', ...dateIn('expected', '2026-10-12') }
  const continueTo = (officer: Visitor, filled: Filled) => officer.submit(filled, { button: 'Continue to the letter' })
  const send = (officer: Visitor, filled: Filled = {}) => officer.submit(filled, { button: 'Send the letter today' })

  it('goes from the overview to a letter for each parent, and one fact of what was told', async () => {
    const { key } = await late()
    const officer = await (await hub.as('hattie')).get(paths.caseOverview(key))
    assert.match(officer.text, /1 legal date is late, or will be\./)
    await officer.follow('Tell the family why')
    assert.match(officer.words, /Decide whether to assess \(ASMT-02\).*31 August 2026.*Nothing yet Family not told/)
    await officer.get(officer.root.querySelectorAll('a').find((link) => link.textContent.startsWith('Tell the family why'))?.getAttribute('href') ?? '')
    assert.match(officer.words, /Legal date 31 August 2026, 14 days late/)
    await continueTo(officer, plain)
    assert.equal(officer.heading, 'Check the letter to the family')
    assert.match(officer.fieldsOf(officer.form()).get('why')?.[0] ?? '', /educational psychologist/)
    assert.match(officer.words, /2 copies, today, to Hoshang Tahsin and Shno Tahsin/)
    assert.match(officer.text, /A plain reason does not excuse the legal date/)
    await officer.submit({ why: 'We have too few psychologists.' }, { button: 'Show the letter with these words' })
    assert.match(officer.root.querySelector('article')?.textContent ?? '', /We have too few psychologists\./)
    await send(officer)
    assert.match(officer.words, /The family has been told.*On 14 September 2026: we now expect it by 12 October 2026/)
    const facts = await ledgerOf(key)
    const [told, ...more] = delaysOf(facts)
    assert.deepEqual([more.length, told?.clock, told?.dueOn, told?.toldOn, told?.expectedOn, told?.because, told?.why, told?.noticeIds.length],
      [0, 'ASMT-02', '2026-08-31', '2026-09-14', '2026-10-12', 'no-psychologist', 'We have too few psychologists.', 2])
    const overview = await officer.get(paths.caseOverview(key))
    assert.doesNotMatch(overview.text, /Tell the family why\b.*legal date is late|legal date is late, or will be/)
  })

  it('is read by each parent in their own copy, with the new date, why and every way to act; the alert says nothing of the child', async () => {
    const { key, officer } = await late()
    await send(await continueTo(officer, plain))
    const [told] = delaysOf(await ledgerOf(key))
    const letters = await hub.fresh.db.selectFrom('notice').select(['id', 'toPersonId', 'sentOn', 'kind']).where('caseId', '=', key.caseId as never).where('kind', '=', 'delay').execute()
    assert.deepEqual(letters.map(({ sentOn }) => sentOn), ['2026-09-14', '2026-09-14'])
    assert.deepEqual(letters.map(({ id }) => id).toSorted(), [...told?.noticeIds ?? []].toSorted())
    const shno = letters.find(({ toPersonId }) => toPersonId === demoPersonId('shno'))?.id ?? ''
    const mother = await (await hub.as('shno')).get(paths.caseLetter({ ...key, noticeId: shno }))
    assert.equal(mother.heading, 'There is a delay')
    for (const said of [
      /We had to tell you if we will assess Rewan’s needs\. We have not done it yet\. It is late\. We are sorry\./, /The law said that we had to do it by 31 August 2026/,
      /We now expect to do it by 12 October 2026/, /educational psychologist/, /You keep all your rights/, /Hattie Greaves/, /You can complain to us/,
      /Local Government and Social Care Ombudsman/, /free help and advice/,
    ]) assert.match(mother.text, said)
    const saved = await mother.download(mother.link('save it as a PDF'))
    assert.deepEqual([saved.status, saved.type, new TextDecoder().decode(saved.bytes.slice(0, 5))], [200, 'application/pdf', '%PDF-'])
    const father = await (await hub.as('hoshang')).get(paths.caseLetter({ ...key, noticeId: shno }))
    assert.equal(father.status, 404)
    assert.equal((await father.get(paths.caseLetterPdf({ ...key, noticeId: shno }))).status, 404)
    const alerts = await hub.fresh.db.selectFrom('outgoing').select(['subject', 'body']).where('caseId', '=', key.caseId as never).where('about', '=', 'delay').execute()
    assert.ok(alerts.length > 0)
    for (const { subject, body } of alerts.filter(({ body: text }) => !text.startsWith('Wendmere Council.'))) assert.doesNotMatch(`${subject} ${body}`, /Rewan|Tahsin|late|delay|assess/i)
    const timeline = await mother.get(paths.caseTimeline(key))
    assert.match(timeline.text, /something due by 31 August 2026 is late, and that we now expect it by 12 October 2026/)
  })

  const refusals: readonly (readonly [what: string, filled: Filled, errors: readonly (string | RegExp)[]])[] = [
    ['no reason', { because: '', ...dateIn('expected', '2026-10-12') }, ['Select why it is late']],
    ['no date', { because: 'our-mistake' }, ['Enter the date you now expect']],
    ['a date that is no date', { because: 'our-mistake', ...dateIn('expected', '2026-10-12'), 'expected-month': '31' }, [/must be a real date/]],
    ['a date that has passed', { because: 'our-mistake', ...dateIn('expected', '2026-09-13') }, ['The date you now expect must be today, 14 September 2026, or later']],
    ['a date too far off', { because: 'our-mistake', ...dateIn('expected', '2027-09-15') }, [/within a year/]],
    ['an excuse that the limit does not offer', { because: 'O', ...dateIn('expected', '2026-10-12') }, ['Select why it is late']],
    ['C without its days', { because: 'C', ...dateIn('expected', '2026-10-12') }, ['Enter the day the circumstances began']],
    ['D that ends before it begins', { because: 'D', ...dateIn('d-from', '2026-08-20'), ...dateIn('d-to', '2026-07-20'), ...dateIn('expected', '2026-10-12') }, ['The last day of the absence must be its first day or later']],
    ['A without a setting, and asked in the future', { because: 'A', 'a-institution': '', ...dateIn('a-closed', '2026-07-22'), ...dateIn('a-reopens', '2026-09-02'), ...dateIn('a-asked', '2026-09-20'), ...dateIn('expected', '2026-10-12') },
      ['Enter which setting was closed', /The day you asked it for advice must be 14 September 2026 or earlier/]],
  ]
  it('gives back everything typed, with the fault beside its field, whatever was wrong', async () => {
    const { officer } = await late()
    const form = officer.url
    for (const [what, filled, errors] of refusals) {
      await officer.get(form)
      await continueTo(officer, filled)
      assert.doesNotThrow(() => { expectRefused(officer, errors, { kept: Object.fromEntries(Object.entries(filled).filter(([name, value]) => name !== 'because' || ['our-mistake', 'C', 'D', 'A'].includes(String(value)))) }) }, what)
    }
    await continueTo(await officer.get(form), { because: 'own-words', ...dateIn('expected', '2026-10-12') })
    assert.equal(officer.heading, 'Check the letter to the family')
    await send(officer, { meanwhile: '' })
    expectRefused(officer, ['Enter why it is late, in plain words for the family', 'Enter what happens until then'], { kept: { because: 'own-words', 'expected-day': '12' } })
    await send(officer, { why: 'x'.repeat(3001), meanwhile: 'Something.' })
    expectRefused(officer, ['This must be 3,000 characters or fewer'], { kept: { why: 'x'.repeat(3001), meanwhile: 'Something.' } })
    await officer.submit({ why: 'Our own words.' }, { button: 'Change the reason or the date' })
    assert.equal(officer.heading, 'Tell the family why something is late')
    assert.deepEqual(officer.fieldsOf(officer.form()).get('because'), ['own-words'])
  })

  const withC: Filled = { because: 'C', ...dateIn('c-from', '2026-08-10'), ...dateIn('expected', '2026-10-12') }

  it('refuses circumstances without evidence in the engine’s own words, and takes them with it', async () => {
    const { key, officer } = await late()
    await continueTo(officer, withC)
    expectRefused(officer, [/This does not excuse the date\. The claim names no evidence of the circumstances\. \(SEND Regulations 2014, reg 5\(4\)\.\) Put it right, or choose a plain reason/], { kept: withC })
    assert.deepEqual(excuseClaimsOf(await ledgerOf(key)), [])
    await officer.submitFiles({ file: { name: 'hospital.exe', bytes: Buffer.from('MZ') } }, {}, { button: 'Continue to the letter' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.fieldsOf(officer.form()).get('because'), ['C'])
    await officer.submitFiles({ file: aFile }, { evidenceTitle: 'Letter from the hospital' }, { button: 'Continue to the letter' })
    assert.deepEqual(officer.errors, [])
    assert.match(officer.words, /The claim stands\. The circumstances began on 10 August 2026 and affected the period of this limit\. \(SEND Regulations 2014, reg 5\(4\)\.\)/)
    assert.match(officer.text, /The law also says when this date does not count/)
    await send(officer)
    assert.match(officer.words, /31 August 2026 Excused/)
    assert.deepEqual(await clockOf(key, 'ASMT-02'), { isOpen: false, excusedBy: 'C', dueOn: plainDateOf('2026-08-31') })
    const [claim] = excuseClaimsOf(await ledgerOf(key))
    const documents = await hub.fresh.db.selectFrom('document').select(['id', 'title', 'audience']).where('caseId', '=', key.caseId as never).execute()
    assert.deepEqual(documents.map(({ id, title, audience }) => [id, title, audience]), [[claim?.facts.evidence, 'Letter from the hospital', []]])
  })

  it('refuses an absence that is too short, and takes one of four weeks in the period', async () => {
    const { key, officer } = await late()
    const short: Filled = { because: 'D', ...dateIn('d-from', '2026-08-01'), ...dateIn('d-to', '2026-08-20'), ...dateIn('expected', '2026-10-12') }
    await continueTo(officer, short)
    expectRefused(officer, [/An absence of 20 days is less than four weeks/], { kept: short })
    await continueTo(officer, { ...dateIn('d-from', '2026-07-25'), ...dateIn('d-to', '2026-08-25') })
    assert.match(officer.text, /The absence of 32 days, 32 of them in the period of this limit, is at least four weeks/)
    await send(officer)
    assert.equal((await clockOf(key, 'ASMT-02')).excusedBy, 'D')
  })

  it('tests a closed school on the days and on when its head was first asked, as the ledger has it', async () => {
    const { key, officer } = await late()
    const closed: Filled = {
      because: 'A', 'a-institution': 'Larkfell Primary School', ...dateIn('a-closed', '2026-07-22'), ...dateIn('a-reopens', '2026-09-02'), ...dateIn('a-asked', '2026-08-30'), ...dateIn('expected', '2026-10-12'),
    }
    await continueTo(officer, closed)
    expectRefused(officer, [/The setting was asked on 30 August 2026, outside the window of 15 July 2026 to 26 August 2026/], { kept: closed })
    await continueTo(officer, dateIn('a-asked', '2026-07-24'))
    assert.match(officer.text, /The setting was closed for 42 days and was asked on 24 July 2026, inside the window/)
    // Asked again in the holidays, after a first request that could have been answered: reg 5(4)(a).
    await record(key, { type: 'advice-asked', adviceRequestId: hub.house.newId<AdviceRequestId>(), item: 'b', of: 'Larkfell Primary School' }, '2026-07-10')
    await send(officer)
    expectRefused(officer, [/had first been asked on 10 July 2026, before the window/], { kept: { ...closed, ...dateIn('a-asked', '2026-07-24') } })
    assert.deepEqual(delaysOf(await ledgerOf(key)), [])
  })

  it('acts once when the letter is sent twice', async () => {
    const { key, officer } = await late()
    await continueTo(officer, plain)
    const form = officer.url
    const fields = Object.fromEntries(officer.fieldsOf(officer.form()))
    await send(officer)
    await officer.get(form)
    await continueTo(officer, plain)
    await send(officer, fields)
    assert.equal(delaysOf(await ledgerOf(key)).length, 1)
  })

  it('is refused when it was done in the meantime, and gives back what was written', async () => {
    const { key, officer } = await late()
    await continueTo(officer, plain)
    await record(key, { type: 'assessment-decided', outcome: 'assess', noticeId: hub.house.newId<string>() }, '2026-09-14')
    await send(officer, { why: 'Words that must not be lost.' })
    assert.equal(officer.status, 422)
    assert.match(officer.text, /It was done, or the case went another way\. No letter was sent\..*Words that must not be lost\./)
  })

  it('is refused where nobody of the family is on the case', async () => {
    const { key, officer } = await late({ parents: [] })
    await continueTo(officer, plain)
    assert.match(officer.text, /Nobody of the family is on this case/)
    await send(officer)
    expectRefused(officer, [/Nobody of the family is on this case, so no letter can be sent/])
    assert.deepEqual(delaysOf(await ledgerOf(key)), [])
  })

  it('is the young person’s own letter once they hold the rights', async () => {
    const key = await aCase(hub, { givenName: 'Ada', familyName: 'Skerrow', bornOn: '2008-03-01', parents: ['kerry'], receivedOn: '2026-07-20' })
    await onCase(key, async (tx, caseFile) => {
      await tx.db.insertInto('caseParty').values({ localAreaId: caseFile.localAreaId, id: tx.newId<string>(), caseId: caseFile.id, personId: demoPersonId('shno'), part: 'young-person', basis: 'themselves', fromOn: plainDateOf('2026-07-20') }).execute()
    })
    const limit = (await hub.fresh.db.selectFrom('clock').select('about').where('caseId', '=', key.caseId as never).where('clockId', '=', 'ASMT-02').executeTakeFirstOrThrow()).about
    const officer = await (await hub.as('hattie')).get(paths.explainDelay({ ...key, limit: 'ASMT-02', about: limit }))
    await continueTo(officer, plain)
    assert.match(officer.words, /1 copy, today, to Shno Tahsin,/)
    assert.match(officer.text, /tell you if we will assess your needs/)
    await send(officer)
    const letters = await hub.fresh.db.selectFrom('notice').select('toPersonId').where('caseId', '=', key.caseId as never).where('kind', '=', 'delay').execute()
    assert.deepEqual(letters.map(({ toPersonId }) => toPersonId), [demoPersonId('shno')])
  })

  it('is told again when the promise has passed, and when the excuse falls, which makes the breach stand again', async () => {
    const { key, officer } = await late()
    await officer.submitFiles({ file: aFile }, { ...withC, evidenceTitle: 'Letter' }, { button: 'Continue to the letter' })
    await send(officer)
    await officer.get(officer.root.querySelectorAll('a').find((link) => link.textContent.startsWith('Withdraw or correct'))?.getAttribute('href') ?? '')
    await officer.submit({ reason: '' })
    expectRefused(officer, ['Enter why the claim is withdrawn'])
    await officer.submit({ reason: 'It was another family’s letter' })
    assert.equal(officer.heading, 'Tell the family why something is late')
    assert.match(officer.text, /The claim is withdrawn.*The excuse the family was told of was withdrawn/)
    assert.deepEqual(await clockOf(key, 'ASMT-02'), { isOpen: true, excusedBy: null, dueOn: plainDateOf('2026-08-31') })
    const home = await (await hub.as('hattie')).get(paths.home({ officer: demoPersonId('hattie'), why: 'late' }))
    assert.match(home.words, /Tell the family again: Decide whether to assess, not excused any more/)
    await continueTo(officer, plain)
    assert.match(officer.text, /We told you that we would do it by 12 October 2026\. We will not be able to do that/)
    await send(officer)
    hub.setNow('2026-10-13T09:00:00.000Z')
    const later = await (await hub.as('hattie')).get(paths.home({ officer: demoPersonId('hattie'), why: 'late' }))
    assert.match(later.words, /Tell the family again: Decide whether to assess, promised by 12 October 2026/)
    const page = await later.get(paths.caseDelays(key))
    assert.match(page.words, /14 September 2026 Decide whether to assess, due on 31 August 2026 There is no educational psychologist free 12 October 2026 Broken/)
    assert.match(page.words, /Excuse withdrawn 12 October 2026 Moved before it came/)
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('is for the council’s officers alone', async () => {
    const { key, officer } = await late()
    for (const stranger of ['shno', 'debra', 'idwal', 'kerry']) {
      for (const url of [paths.caseDelays(key), officer.url]) {
        const visitor = await (await hub.as(stranger)).get(url)
        assert.ok(visitor.status === 403 || visitor.status === 404, `${stranger} got ${visitor.status} at ${url}`)
      }
    }
    const writer = await (await hub.as('tom')).get(officer.url)
    assert.equal(writer.status, 403)
    assert.equal((await (await hub.as('hattie')).get(paths.explainDelay({ ...key, limit: 'ASMT-99', about: 'x' }))).status, 404)
  })
})
