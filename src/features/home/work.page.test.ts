import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { AdviceRequestId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

const rowsOf = (visitor: Visitor): string[] =>
  visitor.root.querySelectorAll('section[aria-labelledby=work] tbody tr').map((row) => row.structuredText.replaceAll(/\s+/g, ' '))

describe('the list of today’s work', () => {
  let hub: Hub
  let asked: CaseKey
  let wrong: CaseKey
  const longName = { givenName: 'Maximiliana-Theodora', familyName: 'Featherstonehaugh-Cholmondeley-Marjoribanks' }
  before(async () => {
    hub = await aHub()
    await aCase(hub, { givenName: 'Late', familyName: 'Child', parents: ['sinead'], receivedOn: '2026-07-20' })
    await aCase(hub, { givenName: 'Today', familyName: 'Child', parents: ['kerry'], receivedOn: '2026-08-03' })
    await aCase(hub, { givenName: 'Week', familyName: 'Child', parents: [], receivedOn: '2026-08-07' })
    const unanswered = await aCase(hub, { ...longName, receivedOn: '2026-09-07' })
    await (await (await hub.as('shno')).get(paths.caseMessages(unanswered))).submit({ body: 'Is there any news?' })
    asked = await aCase(hub, { givenName: 'Asked', familyName: 'Child', parents: [], receivedOn: '2026-07-01', at: 'assessing' })
    await askForAdvice(asked, '2026-07-02')
    await aCase(hub, { givenName: 'Rest', familyName: 'Child', parents: [], receivedOn: '2026-09-10' })
    wrong = await aCase(hub, { givenName: 'Wrong', familyName: 'Child', parents: [], receivedOn: '2026-09-01' })
    await onCase(wrong, async (tx, caseFile) => {
      await recordFact(tx, caseFile, { type: 'assessment-decided', outcome: 'assess', noticeId: tx.newId<string>() }, { happenedOn: plainDateOf('2026-08-20') })
    })
    await aCase(hub, { givenName: 'Other', familyName: 'Officer', parents: [], receivedOn: '2026-06-01', officer: 'leona' })
  })
  after(() => hub.close())

  const onCase = (key: CaseKey, run: (tx: Parameters<typeof recordFact>[0], caseFile: Parameters<typeof recordFact>[1]) => Promise<void>) =>
    inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => run(tx, await openCaseFile(tx, key, { lock: true })))

  async function askForAdvice(key: CaseKey, on: string): Promise<void> {
    await onCase(key, async (tx, caseFile) => {
      const adviceRequestId = tx.newId<AdviceRequestId>()
      await tx.db.insertInto('adviceRequest').values({
        localAreaId: caseFile.localAreaId, id: adviceRequestId, caseId: caseFile.id, item: 'd', kind: 'psychologist', askedPersonId: demoPersonId('imogen'),
        sentOn: plainDateOf(on), receivedOn: plainDateOf(on), dueOn: plainDateOf('2026-08-13'), state: 'received',
      }).execute()
      await recordFact(tx, caseFile, { type: 'advice-asked', adviceRequestId, item: 'd', of: 'Imogen' }, { happenedOn: plainDateOf(on) })
    })
  }

  it('goes in the order in which it presses, each row with its reasons', async () => {
    const officer = await (await hub.as('hattie')).get(paths.home())
    const rows = rowsOf(officer)
    assert.deepEqual(rows.map((row) => row.split(' ')[0]), ['Late', 'Today', 'Wrong', 'Maximiliana-Theodora', 'Week', 'Asked', 'Rest'])
    assert.match(rows[0] ?? '', /Decide whether to assess: 14 days past its last day/)
    assert.match(rows[1] ?? '', /Decide whether to assess: last day today/)
    assert.match(rows[2] ?? '', /Its dates cannot be worked out: On 20 August 2026 .* Put the wrong day right in the history/)
    assert.match(rows[3] ?? '', /Shno Tahsin has waited for an answer since 14 September 2026/)
    assert.match(rows[4] ?? '', /Decide whether to assess: 4 days left/)
    assert.match(rows[5] ?? '', /is late with advice, due on 13 August 2026 Chase/)
    assert.match(rows[6] ?? '', /Decide whether to assess/)
    assert.doesNotMatch(officer.words, /Other Officer/)
    assert.match(officer.words, /Children looked after by you\. 7 children in all, waiting for: council 6, advisers 1\./)
    assert.match(officer.words, /Last day today or past \(3\) Family without an answer \(1\) Due within 7 days \(1\) Others are late: chase \(1\)/)
  })

  it('is shown to a colleague as the link says, in words, and never a case out of sight', async () => {
    const officer = await (await hub.as('hattie')).get(paths.home({ officer: demoPersonId('leona'), why: 'late' }))
    assert.deepEqual(rowsOf(officer).map((row) => row.slice(0, 13)), ['Other Officer'])
    assert.match(officer.words, /Children looked after by Leona .*Only: last day today or past/)
    assert.equal(officer.link('Show my own list'), paths.home())
    await officer.get(paths.home({ officer: 'all', waiting: 'advisers' }))
    assert.deepEqual(rowsOf(officer).map((row) => row.split(' ')[0]), ['Asked'])
    assert.match(officer.words, /looked after by the whole team, waiting for: advisers/)
    await officer.get(paths.home({ officer: 'nobody' }))
    assert.match(officer.words, /No case fits/)
    // A link from an officer shows a school nothing of the council's list.
    const senco = await (await hub.as('debra')).get(paths.home({ officer: 'all' }))
    assert.doesNotMatch(senco.words, /Today’s work/)
    const decider = await (await hub.as('meera')).get(paths.home({ officer: demoPersonId('leona') }))
    assert.match(decider.words, /Today’s work \(1\)/)
  })

  it('chases in one press, and comes back to the same list', async () => {
    const officer = await (await hub.as('hattie')).get(paths.home({ officer: demoPersonId('hattie'), why: 'chase' }))
    assert.deepEqual(rowsOf(officer).map((row) => row.split(' ')[0]), ['Asked'])
    await officer.submit({}, { to: '/chase' })
    assert.equal(officer.heading, 'Your work')
    assert.match(officer.words, /A reminder has been sent.* No case fits/)
    const { chasedAt } = await hub.fresh.db.selectFrom('adviceRequest').select('chasedAt').where('caseId', '=', asked.caseId as never).executeTakeFirstOrThrow()
    assert.equal(chasedAt.length, 1)
    // Not chased again for five days; then it presses anew.
    hub.setNow('2026-09-20T09:00:00.000Z')
    await (await officer.get('/sign-in/demo')).submit({ person: demoPersonId('hattie') })
    await officer.get(paths.home({ officer: demoPersonId('hattie'), why: 'chase' }))
    assert.deepEqual(rowsOf(officer).map((row) => row.split(' ')[0]), ['Asked'])
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('leads a case whose facts contradict each other to where they are put right', async () => {
    const officer = await (await hub.as('hattie')).get(paths.home())
    const link = officer.root.querySelectorAll('section[aria-labelledby=work] tbody a').find((one) => one.textContent.startsWith('Its dates cannot'))
    assert.equal(link?.getAttribute('href'), paths.caseTimeline(wrong))
  })

  it('gives the team’s work by officer and by whom it waits for, to the council alone', async () => {
    const decider = await (await hub.as('meera')).get(paths.teamWork())
    assert.match(decider.words, /Hattie Greaves 7 3 of Hattie Greaves 1 /)
    assert.match(decider.words, /Leona Abara 1 1 of Leona Abara 0 1 of Leona Abara 0/)
    assert.match(decider.words, /All 8 4 1 2 0/)
    assert.match(decider.words, /Dr Imogen Petrie 1 1 13 August 2026 32 days late/)
    assert.equal((await (await hub.as('debra')).get(paths.teamWork())).status, 404)
    assert.equal((await (await hub.as('shno')).get(paths.teamWork())).status, 404)
  })

  it('is paged, with the whole of its length said on each page', async () => {
    for (let n = 0; n < 26; n++) await aCase(hub, { givenName: `Child${n}`, familyName: 'Zander', parents: [], officer: 'leona' })
    const officer = await (await hub.as('leona')).get(paths.home())
    assert.match(officer.words, /1 to 25 of 27 cases/)
    await officer.follow('Next page')
    assert.match(officer.words, /26 to 27 of 27 cases/)
    assert.equal(rowsOf(officer).length, 2)
  })
})
