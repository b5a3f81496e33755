import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { DelayReason } from '../../domain/case-file/delay-reasons.ts'
import type { DocumentId } from '../../domain/ids.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'
import { paths } from '../../paths.ts'

/** Today is 14 September 2026. */
describe('the figures of delay', () => {
  let hub: Hub
  const about = new Map<string, string>()
  before(async () => {
    hub = await aHub()
    // Six weeks of a request of 20 July ended on 31 August.
    const kept = await aCase(hub, { givenName: 'Kept', receivedOn: '2026-07-20' })
    await told(kept, 'one', '2026-09-01', '2026-09-10', 'no-psychologist')
    await record(kept, '2026-09-09', { type: 'assessment-decided', outcome: 'assess', noticeId: 'n' })
    const moved = await aCase(hub, { givenName: 'Moved', receivedOn: '2026-07-20' })
    await told(moved, 'one', '2026-09-05', '2026-09-20', 'no-psychologist')
    await told(moved, 'two', '2026-09-12', '2026-10-20', 'too-few-officers')
    const broken = await aCase(hub, { givenName: 'Broken', receivedOn: '2026-07-20' })
    await told(broken, 'one', '2026-08-20', '2026-09-08', 'our-mistake')
    const excused = await aCase(hub, { givenName: 'Excused', receivedOn: '2026-07-20' })
    await record(excused, '2026-09-01', { type: 'excuse-claimed', claimId: 'c1', clock: 'ASMT-02', about: aboutOf(excused), excuse: 'C', facts: { from: plainDateOf('2026-08-01'), evidence: 'doc' as DocumentId } })
    await told(excused, 'one', '2026-09-01', '2026-10-01', 'C', 'c1')
    const withdrawn = await aCase(hub, { givenName: 'Withdrawn', receivedOn: '2026-07-20' })
    await record(withdrawn, '2026-09-01', { type: 'excuse-claimed', claimId: 'c2', clock: 'ASMT-02', about: aboutOf(withdrawn), excuse: 'C', facts: { from: plainDateOf('2026-08-01'), evidence: 'doc' as DocumentId } })
    await told(withdrawn, 'one', '2026-09-01', '2026-10-01', 'C', 'c2')
    await record(withdrawn, '2026-09-05', { type: 'excuse-withdrawn', claimId: 'c2' }, 2)
    await aCase(hub, { givenName: 'Untold', receivedOn: '2026-07-20' })
    await aCase(hub, { givenName: 'Running', receivedOn: '2026-08-20' })
    // 20 weeks end on 25 September; no draft has been served, and its fifteen days can no longer be over by then.
    await aCase(hub, { givenName: 'Certain', receivedOn: '2026-05-08', at: 'drafting' })
    await hub.fresh.db.insertInto('caseParty').values({
      localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), caseId: kept.caseId as never, personId: demoPersonId('agnes'), part: 'health-lead', basis: 'test', fromOn: plainDateOf('2026-07-20'),
    }).execute()
  })
  after(() => hub.close())

  const aboutOf = (key: CaseKey): string => about.get(key.caseId) ?? ''
  async function record(key: CaseKey, on: string, fact: Parameters<typeof recordFact>[2], corrects?: number): Promise<void> {
    await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      const request = caseFile.facts.find((one) => one.type === 'request-received')
      if (request?.type === 'request-received') about.set(key.caseId, request.requestId)
      const whole = 'about' in fact && fact.about === '' ? { ...fact, about: aboutOf(key) } : fact
      await recordFact(tx, caseFile, whole, { happenedOn: plainDateOf(on), ...(corrects === undefined ? {} : { corrects }) })
    })
  }
  const told = (key: CaseKey, delayId: string, on: string, expectedOn: string, because: DelayReason, claimId?: string): Promise<void> => record(key, on, {
    type: 'delay-explained', delayId, clock: 'ASMT-02', about: aboutOf(key), dueOn: plainDateOf('2026-08-31'), expectedOn: plainDateOf(expectedOn), because, why: 'Why.', meanwhile: 'What.', noticeIds: [],
    ...(claimId === undefined ? {} : { claimId }),
  })

  it('tells by reason, limit and month, how soon, and what became of the dates given', async () => {
    const manager = await (await hub.as('meera')).get(paths.delays())
    assert.match(manager.words, /Letters of delay 6: 4 with a plain reason, 2 with an excuse of the law/)
    assert.match(manager.words, /Dates given kept 1, moved before it came 1, broken 1, still to come 3, not needed any more 0/)
    assert.match(manager.words, /There is no educational psychologist free 2 1 1 0 0 0/)
    assert.match(manager.words, /Exceptional personal circumstances of the child, a parent or the young person 2 0 0 0 2 0/)
    assert.match(manager.words, /It was our mistake 1 0 0 1 0 0/)
    assert.match(manager.words, /September 2026 5 1 1 0 3 0 August 2026 1 0 0 1 0 0/)
    // The second letter to the same family is no first telling.
    assert.match(manager.words, /Before the legal date had passed 1 The same day that it was missed 3 Up to a week later 1 Up to four weeks later 0 Later than that 0/)
    assert.match(manager.words, /Exceptional personal circumstances of the child, a parent or the young person 2 1 1/)
  })

  it('tells who is still to be told, today, each with a way to tell them', async () => {
    const manager = await (await hub.as('meera')).get(paths.delays())
    assert.match(manager.words, /Decide whether to assess 1 0 1 1 Send the final plan 0 1 0 0/)
    const rows = manager.root.querySelectorAll('table').find((table) => /The cases, the longest past/.test(table.textContent))?.querySelectorAll('tbody tr').map((row) => row.structuredText.replaceAll(/\s+/g, ' ')) ?? []
    assert.deepEqual(rows.map((row) => row.split(' ')[0]).toSorted(), ['Broken', 'Certain', 'Untold', 'Withdrawn'])
    assert.match(rows.find((row) => row.startsWith('Broken')) ?? '', /The date the family was given has passed too/)
    assert.match(rows.find((row) => row.startsWith('Withdrawn')) ?? '', /The excuse the family was told of was withdrawn/)
    await manager.get(manager.root.querySelectorAll('tbody a').find((link) => link.textContent.startsWith('Certain'))?.getAttribute('href') ?? '')
    assert.equal(manager.heading, 'Tell the family why something is late')
    assert.match(manager.words, /Send the final plan.*25 September 2026, 11 days left/)
    const officer = await (await hub.as('hattie')).get(paths.home({ officer: demoPersonId('hattie'), why: 'unanswered' }))
    assert.match(officer.words, /Tell the family why: Check and issue the final plan, which will be late|Tell the family why: .*, which will be late/)
  })

  it('is narrowed by a link that shows a colleague the same', async () => {
    const manager = await (await hub.as('meera')).get(paths.delays({ month: '2026-08', reason: 'our-mistake', limit: 'ASMT-02' }))
    assert.match(manager.words, /August 2026\. Only: Decide whether to assess\. Only: it was our mistake\./)
    assert.match(manager.words, /Letters of delay 1: 1 with a plain reason, 0 with an excuse/)
    await manager.follow('Show the last 12 months, without filters')
    assert.match(manager.words, /Letters of delay 6:/)
    const legal = await manager.get(paths.delays({ reason: 'legal', span: 'all' }))
    assert.match(legal.words, /Letters of delay 2: 0 with a plain reason, 2 with an excuse/)
    const nothing = await manager.get(paths.delays({ month: '2025-01', limit: 'nonsense' }))
    assert.match(nothing.words, /No family was told of a delay in this time\..*None was claimed in this time/)
  })

  it('counts what was corrected by its new day, once', async () => {
    const key = await aCase(hub, { givenName: 'Corrected', receivedOn: '2026-07-20' })
    await record(key, '2026-09-14', { type: 'communication-recorded', kind: 'test' })
    await told(key, 'one', '2026-09-14', '2026-10-20', 'own-words')
    await record(key, '2026-07-30', {
      type: 'delay-explained', delayId: 'one', clock: 'ASMT-02', about: aboutOf(key), dueOn: plainDateOf('2026-08-31'), expectedOn: plainDateOf('2026-10-20'), because: 'own-words', why: 'Why.', meanwhile: 'What.', noticeIds: [],
    }, 3)
    const manager = await (await hub.as('meera')).get(paths.delays({ reason: 'own-words' }))
    assert.match(manager.words, /By month in which the family was told .*July 2026 1/)
    assert.match(manager.words, /Letters of delay 1:/)
  })

  it('hides small numbers and every name from those who do not see the cases, and is not there for others', async () => {
    const lead = await (await hub.as('agnes')).get(paths.delays())
    assert.equal(lead.status, 200)
    assert.match(lead.words, /Of the children you work with\. Numbers from 1 to 4 are not shown/)
    assert.match(lead.words, /Letters of delay fewer than 5: fewer than 5 with a plain reason, 0 with an excuse/)
    assert.doesNotMatch(lead.words, /Tahsin|Untold|Hattie/)
    for (const stranger of ['shno', 'debra', 'imogen']) assert.equal((await (await hub.as(stranger)).get(paths.delays())).status, 404)
    // The other council's officers read of their own area, where nobody was late.
    const other = await (await hub.as('aled')).get(paths.delays())
    assert.doesNotMatch(other.words, /Tahsin|Letters of delay/)
  })

  it('as a file hold counts alone, and no small number', async () => {
    const manager = await (await hub.as('meera')).get(paths.delays())
    const [href] = [...manager.root.querySelectorAll('a[download]')].map((link) => link.getAttribute('href') ?? '')
    assert.equal(href, paths.delaysFile())
    const taken = await manager.download(href ?? '')
    assert.equal(taken.status, 200)
    const text = new TextDecoder().decode(taken.bytes)
    assert.match(text, /^\ufeff?"Council","Counted","What","Families told",/)
    assert.match(text, /"Wendmere Council","All",/)
    assert.doesNotMatch(text, /,[1-4](,|\r|\n)/)
    assert.doesNotMatch(text, /Excused|Untold|Certain|Tarn/)
    for (const who of ['agnes', 'shno', 'debra']) assert.equal((await (await hub.as(who)).download(paths.delaysFile())).status, 404, who)
  })
})
