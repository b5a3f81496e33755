import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aMaintainedCase, onCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

const rowsOf = (visitor: Visitor): string[] =>
  visitor.root.querySelectorAll('table').filter((table) => table.structuredText.startsWith('Overdue work'))
    .flatMap((table) => table.querySelectorAll('tbody tr').map((row) => row.structuredText.replaceAll(/\s+/g, ' ')))

// It is 14 September 2026.
describe('the pages of overdue work', () => {
  let hub: Hub
  let late: CaseKey
  before(async () => { hub = await aHub() })
  after(() => hub.close())
  const officerAt = async (url: string): Promise<Visitor> => (await hub.as('hattie')).get(url)

  it('say so when nothing is overdue', async () => {
    const officer = await officerAt(paths.overdue())
    assert.match(officer.words, /Nothing is overdue/)
    await officer.follow('On time or late')
    assert.match(officer.words, /Every review meeting has its decision recorded/)
    assert.match(officer.words, /July to September 2026, so far None 0 None/)
    await officer.follow('When it would be cleared')
    assert.match(officer.words, /Amended plan after a review 0 0 0 Nothing is overdue/)
  })

  it('list each amended plan that is not out, with its days, its stage and who has it, and lead to where it is recorded', async () => {
    await aMaintainedCase(hub, { givenName: 'Overdue', familyName: 'Review', parents: [], reviews: [{ meeting: '2026-03-03', decision: ['amend', '2026-04-10'] }] })
    await aMaintainedCase(hub, { givenName: 'Early', familyName: 'Review', parents: [], officer: 'leona', reviews: [{ meeting: '2026-07-01', decision: ['amend', '2026-07-20'], notice: '2026-09-10' }] })
    late = await aCase(hub, { givenName: 'Late', familyName: 'Request', parents: [], receivedOn: '2026-07-20' })
    const officer = await officerAt(paths.overdue())
    const [first = '', second = '', third = ''] = rowsOf(officer)
    assert.match(first, /Overdue Review Born 23 February 2018 Amended plan after a review Meeting 3 March 2026, 195 days ago Decided 10 April 2026, 157 days ago 26 May 2026 111 days late 13 to 26 weeks Not told Amendment notice to send Waits for: council Hattie Greaves/)
    assert.match(second, /Late Request .* Decision whether to assess Request 20 July 2026, 56 days ago 31 August 2026 14 days late Under 4 weeks Not told Considering Waits for: council/)
    assert.match(third, /Early Review .* 23 September 2026 9 days left Not late With the family Waits for: family Leona Abara/)
    assert.match(officer.words, /Amended plan after a review and 1 not past it yet 1 amended plan after a review 0 0 1 amended plan after a review, 13 to 26 weeks 0 0 0/)
    await officer.follow('Overdue Review')
    assert.equal(officer.heading, 'Reviews and their dates')
  })

  it('are narrowed by a link that says in words what it shows', async () => {
    const officer = await officerAt(paths.overdue({ kind: 'amended-plan', officer: demoPersonId('leona'), turn: 'family', stage: 'with-family' }))
    assert.equal(rowsOf(officer).length, 1)
    assert.match(officer.words, /1, the longest past the legal day first \(amended plan after a review; looked after by Leona Abara; waiting for: family; at: with the family\)/)
    await officer.get(paths.overdue({ band: '13-to-26', past: 'yes' }))
    assert.deepEqual(rowsOf(officer).map((row) => row.slice(0, 8).trim()), ['Overdue'])
    await officer.get(paths.overdue({ officer: 'nobody' }))
    assert.match(officer.words, /Nothing fits \(looked after by nobody yet\)/)
    await officer.follow('Show everything')
    assert.equal(rowsOf(officer).length, 3)
    await officer.get(paths.overdue({ kind: 'nonsense', band: 'x', page: 0 }))
    assert.equal(rowsOf(officer).length, 3)
  })

  it('say what the family was last told of the delay', async () => {
    const [review] = await hub.fresh.db.selectFrom('clock').select(['caseId', 'about']).where('clockId', '=', 'REV-12').where('dueOn', '=', plainDateOf('2026-05-26')).execute()
    assert.ok(review !== undefined)
    const told = (expectedOn: string, about: string) => ({
      type: 'delay-explained', delayId: hub.house.newId<string>(), clock: 'REV-12', about, dueOn: plainDateOf('2026-05-26'), expectedOn: plainDateOf(expectedOn), because: 'too-few-officers', why: 'Why.', meanwhile: 'What.', noticeIds: [],
    } as const)
    await onCase(hub, { area: 'wendmere', caseId: review.caseId }, async (record) => {
      await record(told('2026-07-31', review.about), '2026-05-27')
      await record(told('2026-12-24', 'another review'), '2026-08-03')
    })
    const officer = await officerAt(paths.overdue({ kind: 'amended-plan' }))
    assert.match(rowsOf(officer)[0] ?? '', /13 to 26 weeks 27 May 2026 Expected by 31 July 2026, which has passed Amendment notice/)
    await onCase(hub, { area: 'wendmere', caseId: review.caseId }, (record) => record(told('2026-10-02', review.about), '2026-09-01'))
    await officer.get(paths.overdue({ kind: 'amended-plan' }))
    assert.match(rowsOf(officer)[0] ?? '', /1 September 2026 Expected by 2 October 2026 Amendment notice/)
  })

  it('rate by legal day and by completion, with the numbers, and a percentage only of ten or more', async () => {
    const officer = await officerAt(paths.overdueRates())
    assert.match(officer.words, /Review meeting to decision in four weeks Every review meeting has its decision recorded/)
    assert.match(officer.words, /April to June 2026 None 0 0 of 1 January to March 2026 0 of 1 0 None/)
    for (let n = 0; n < 9; n++) await aMaintainedCase(hub, { givenName: `Kept${n}`, familyName: 'Zander', parents: [], reviews: [{ meeting: '2026-04-01', decision: ['maintain', '2026-04-20'] }] })
    await aMaintainedCase(hub, { givenName: 'No', familyName: 'Decision', parents: [], reviews: [{ meeting: '2026-04-01' }] })
    await officer.get(paths.overdueRates())
    // Nine of the ten meetings whose day fell in these months were decided, in time; ten were decided in them, one of those late.
    assert.match(officer.words, /April to June 2026 9 of 10, 90% 1 9 of 10, 90%/)
    assert.match(officer.words, /1 review with a meeting has no decision recorded, 1 past the legal day\. The published figure leaves them out/)
    await officer.follow('By month')
    assert.match(officer.words, /September 2026, so far .* April 2026 9 of 10, 90% 1 9 of 10, 90%/)
  })

  it('say when it would be cleared, and when not; and what more work would do', async () => {
    const officer = await officerAt(paths.overdueBacklog())
    assert.match(officer.words, /Amended plan after a review 1 0 0 Not clearing: as much becomes overdue as is finished/)
    assert.match(officer.words, /What this rests on As much becomes overdue/)
    await officer.submit({ 'extra-amended-plan': 'many' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, ['Amended plan after a review: extra a week must be a whole number from 0 to 500'])
    assert.equal(officer.root.querySelector('#extra-amended-plan')?.getAttribute('value'), 'many')
    await officer.submit({ 'extra-amended-plan': '1' })
    assert.match(officer.words, /Amended plan after a review 1 0 0 Not clearing: as much becomes overdue as is finished 21 September 2026, in 1 week/)
    assert.match(officer.url, /extra-amended-plan=1/)
  })

  it('tell of cases whose record contradicts itself, and list nothing that cannot be told', async () => {
    await hub.fresh.db.updateTable('caseFile').set({ clocksRefused: JSON.stringify([{ kind: 'before-birth', seq: 1, why: 'It is dated before the birth.' }]), stage: 'maintained' })
      .where('id', '=', late.caseId as never).execute()
    const officer = await officerAt(paths.overdue())
    assert.match(officer.words, /1 case cannot be counted rightly: the record contradicts itself/)
    assert.ok(!rowsOf(officer).some((row) => row.includes('Late Request')))
  })

  it('are linked from the team’s page and from the list of work, and are the council’s alone', async () => {
    const manager = await (await hub.as('meera')).get(paths.teamWork())
    await manager.follow('Overdue work, on time or late, and when it would be cleared')
    assert.equal(manager.heading, 'Overdue work')
    const officer = await officerAt(paths.home())
    assert.equal(officer.link('Overdue work'), paths.overdue({ officer: demoPersonId('hattie') }))
    assert.match(officer.words, /Send the amendment notice: 167 days past its last day .*Send the amended final plan: 111 days past its last day/)
    for (const person of ['debra', 'shno', 'imogen', 'agnes']) {
      for (const url of [paths.overdue(), paths.overdueRates(), paths.overdueBacklog()]) assert.equal((await (await hub.as(person)).get(url)).status, 404, `${person} ${url}`)
    }
    const other = await (await hub.as('aled')).get(paths.overdue())
    assert.match(other.words, /Nothing is overdue/)
  })

  it('are paged, with the whole length said on each page', async () => {
    for (let n = 0; n < 24; n++) await aCase(hub, { givenName: `Child${n}`, familyName: 'Zander', parents: [], receivedOn: '2026-07-21' })
    const officer = await officerAt(paths.overdue({ kind: 'assess-decision' }))
    assert.match(officer.words, /24, the longest/)
    await officer.get(paths.overdue())
    assert.match(officer.words, /1 to 25 of 27, the longest past the legal day first/)
    await officer.follow('Next page')
    assert.match(officer.words, /26 to 27 of 27/)
    assert.equal(rowsOf(officer).length, 2)
  })
})
