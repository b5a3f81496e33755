// Overdue work: a review decided "amend" long ago is recorded, stands among what is overdue, and leaves when its plan goes out.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { paths } from '../../src/paths.ts'
import { aMaintainedCase } from '../builders/a-maintained-case.ts'
import type { PageReader } from '../harness/page-reader.ts'
import { textOf } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

bothWays('overdue stock', { now: morningOf('2026-09-14') }, (scene) => {
  let key: CaseKey
  before(async () => {
    key = await aMaintainedCase(scene.hub)
    await aMaintainedCase(scene.hub, { givenName: 'Sorcha', familyName: 'Rowe', parents: ['sinead'], officer: 'leona', reviews: [{ meeting: '2026-06-10', decision: ['amend', '2026-06-30'] }] })
  })

  const wayTo = (reader: PageReader, words: string): string => {
    const link = reader.root.querySelectorAll('main a').find((one) => textOf(one).startsWith(words))
    assert.ok(link !== undefined, `no way to "${words}" on ${reader.url}`)
    return link.getAttribute('href') ?? ''
  }
  const inTheList = (reader: PageReader): string[] => reader.root.querySelectorAll('table').filter((table) => textOf(table.querySelector('caption')).startsWith('Overdue work'))
    .flatMap((table) => table.querySelectorAll('tbody tr').map((row) => row.structuredText.replaceAll(/\s+/g, ' ')))

  it('an officer records the meeting and what was decided, each with its day', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.caseOverview(key))
    await officer.follow('Reviews')
    await officer.follow('Record a review meeting')
    await officer.submit({ ...dateIn('on', '2026-02-31'), institution: 'yes' })
    expectRefused(officer, ['The day of the meeting must be a real date'], { kept: { 'on-day': '31', institution: 'yes' } })
    await officer.submit(dateIn('on', '2026-03-03'))
    assert.match(officer.words, /Decide to maintain, amend or cease the plan/)
    await officer.get(wayTo(officer, 'Record the decision'))
    await officer.submit(dateIn('on', '2026-04-10'))
    expectRefused(officer, ['Say what was decided'], { kept: { 'on-month': '4' } })
    await officer.submit({ outcome: 'amend' })
    assert.deepEqual(officer.errors, [])
    assert.match(officer.words, /Decision told 10 April 2026: amend the plan/)
    assert.match(officer.words, /twelve weeks after the meeting .*26 May 2026 .*111 days late/)
  })

  it('it stands among what is overdue, the oldest first, with its days, its age band and its stage', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.teamWork())
    await manager.follow('Overdue work, on time or late, and when it would be cleared')
    const [first = '', second = ''] = inTheList(manager)
    for (const words of [/Rewan Tahsin/, /Meeting 3 March 2026, 195 days ago/, /Decided 10 April 2026, 157 days ago/, /26 May 2026/, /111 days late 13 to 26 weeks/, /Amendment notice to send/, /Hattie Greaves/]) assert.match(first, words)
    assert.match(second, /Sorcha Rowe .* 12 days late Under 4 weeks/)
    await manager.submit({ band: '13-to-26' }, { button: 'Apply filters' })
    assert.equal(inTheList(manager).length, 1)
    assert.match(manager.url, /band=13-to-26/)
    await manager.follow('On time or late')
    assert.match(manager.words, /Review meeting to amended final plan in 12 weeks .* July to September 2026, so far 0 of 1 1 None 0 April to June 2026 0 of 1 1 None 0/)
    await manager.follow('When it would be cleared')
    assert.match(manager.words, /Amended plan after a review 2 1 0 Not clearing/)
    await manager.submit({ 'extra-amended-plan': '2' }, { button: 'Work it out' })
    assert.match(manager.words, /Amended plan after a review 2 1 0 Not clearing: it grows by less than one a week 22 September 2026, in 2 weeks/)
  })

  it('when the amended final plan goes out, it leaves, and the rates move', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.overdue({ kind: 'amended-plan' }))
    await officer.follow('Rewan Tahsin')
    await officer.get(wayTo(officer, 'Record the amendment notice'))
    await officer.submit({ ...dateIn('on', '2026-04-13'), channel: 'letter' })
    await officer.get(wayTo(officer, 'Record the amended final plan'))
    await officer.submit(dateIn('on', '2026-04-10'))
    expectRefused(officer, ['The day the amended plan was sent must be 13 April 2026 or later: that was the day the amendment notice was sent'])
    await officer.submit(dateIn('on', '2026-09-14'))
    assert.match(officer.words, /Amended final plan sent 14 September 2026/)
    await officer.get(paths.overdue())
    assert.deepEqual(inTheList(officer).map((row) => row.includes('Sorcha Rowe')), [true])
    await officer.follow('On time or late')
    // By legal day it stays a miss where it was due; by completion it is now one that came late.
    assert.match(officer.words, /amended final plan in 12 weeks .* July to September 2026, so far 0 of 1 1 0 of 1 0 April to June 2026 0 of 1 0 None 0/)
    await officer.follow('When it would be cleared')
    assert.match(officer.words, /Amended plan after a review 1 1 1 Not clearing: as much becomes overdue as is finished/)
  })

  it('is nothing that the family or a school comes upon', async () => {
    const mother = await scene.cast.as('shno')
    for (const url of [paths.overdue(), paths.overdueRates()]) expectClosed(await mother.get(url), /Rewan/)
    await mother.get(paths.caseTimeline(key))
    assert.match(mother.words, /We sent you the changed final plan/)
    const senco = await scene.cast.as('debra')
    expectClosed(await senco.get(paths.overdue()), /Rewan/)
  })
})
