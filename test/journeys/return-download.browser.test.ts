// The national return: whoever answers for the team tries one out, sees what is still missing, and takes the file away for a purpose.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { paths } from '../../src/paths.ts'
import { aMaintainedCase } from '../builders/a-maintained-case.ts'
import { readSen2 } from '../builders/read-sen2.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

bothWays('the national return', { now: morningOf('2026-09-14') }, (scene) => {
  const area = 'wendmere'
  before(async () => {
    await aMaintainedCase(scene.hub)
    await aMaintainedCase(scene.hub, { givenName: 'Sorcha', familyName: 'Rowe', parents: ['sinead'], officer: 'leona' })
  })

  it('a manager finds it among what they decide, and tries it out', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.teamWork())
    await manager.follow('National return (SEN2)')
    assert.match(manager.words, /The specification of the return for 2027 is not published yet/)
    await manager.submit({})
    expectRefused(manager, ['Select which return'])
    await manager.submit({ wanted: 'today' })
    assert.match(manager.words, /It is being made\. Load this page again in a moment/)
    await scene.hub.work()
    await manager.get(manager.url)
    assert.match(manager.words, /2 people in the return/)
    assert.match(manager.words, /Plan on survey day 2/)
    assert.match(manager.words, /A return can be authorised only when every error is cleared/)
  })

  it('they say what the file is for, and it holds everybody', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.nationalReturn({ area }))
    await manager.follow('Tried out by the specification of 2026, number 1')
    await manager.follow('Take the file away')
    assert.match(manager.words, /The file names every child of the area/)
    await manager.submit({ purpose: 'other', words: '' })
    expectRefused(manager, ['Enter what the file is for'], { kept: { purpose: 'other' } })
    await manager.submit({ purpose: 'other', words: 'x'.repeat(301) })
    expectRefused(manager, ['What the file is for must be 300 characters or fewer'])
    // As the form would be sent: the file itself comes to whoever sends it.
    const again = await scene.hub.as('meera')
    await again.get(manager.url)
    await again.submit({ purpose: 'check' })
    const { persons } = await readSen2(again.body, { year: 2026 })
    assert.deepEqual(persons.map(({ Forename }) => Forename).toSorted(), ['Rewan', 'Sorcha'])
    assert.deepEqual((await scene.hub.fresh.db.selectFrom('exportMade').select(['export', 'purpose', 'rowCount']).execute()), [{ export: 'national-return', purpose: 'check', rowCount: 2 }])
  })

  it('is nothing that an officer, the family or a school comes upon', async () => {
    for (const who of ['hattie', 'shno', 'debra']) expectClosed(await (await scene.cast.as(who)).get(paths.nationalReturn({ area })), /Rewan/)
  })
})
