// Anybody works out the dates: no account, an error on the way, the reasons, the calendar file, and the address that keeps it all.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { paths } from '../../src/paths.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectRefused } from './steps/refused.ts'

bothWays('working out the dates', { now: morningOf('2026-11-23') }, (scene) => {
  it('tells a family when the council must have decided, why, and what they can do', async () => {
    const anyone = await scene.cast.nobody()
    await anyone.get(paths.start())
    await anyone.follow('Work out the dates')
    await anyone.submit({}, { button: 'Continue' })
    expectRefused(anyone, ['Choose what happened'])
    await anyone.submit({ what: 'request' }, { button: 'Continue' })
    assert.equal(anyone.heading, 'Someone asked for an EHC needs assessment')
    await anyone.submit(dateIn('on', '2026-11-31'), { button: 'Show the dates' })
    expectRefused(anyone, [/must be a real date/], { kept: { 'on-day': '31', 'on-month': '11', 'on-year': '2026' } })
    await anyone.submit(dateIn('on', '2026-09-01'), { button: 'Show the dates' })
    assert.match(anyone.text, /Tuesday 13 October 2026 Passed/)
    assert.match(anyone.text, /If it was not done, ask in writing why/)
    assert.match(anyone.text, /Tuesday 19 January 2027 57 days left/)
    assert.match(anyone.text, /received on 1 September 2026; twenty weeks from then, that day not counted/)
    const { bytes, name } = await anyone.download(anyone.link('Add them to your calendar (ics file)'))
    const calendar = new TextDecoder().decode(bytes)
    assert.equal(name, 'dates-by-law.ics')
    assert.match(calendar, /BEGIN:VCALENDAR[^]*DTSTART;VALUE=DATE:20270119/)
  })

  it('shows the same to whoever is sent the address, and says of a meeting to come only what was told', async () => {
    const anyone = await scene.cast.nobody()
    await anyone.get(paths.dates({ what: 'review-planned', step: 'what' }))
    await anyone.submit(dateIn('on', '2027-03-01'), { button: 'Show the dates' })
    assert.match(anyone.text, /The review meeting is on 1 March 2027; at least two weeks before it/)
    assert.doesNotMatch(anyone.text, /was arranged on/)
    const words = anyone.text
    const friend = await scene.cast.nobody()
    await friend.get(anyone.url)
    assert.equal(friend.text, words)
    await friend.follow('Change your answers')
    assert.deepEqual(friend.fieldsOf(friend.form()).get('on-day'), ['1'])
  })
})
