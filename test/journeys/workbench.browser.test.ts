// The officer's morning: one list of today's work with the reason for each row, filtered and sent to a colleague as a link; a
// chase in one press; the manager's view of the team; the same of the service that is waited for.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { askedForAdvice, onCase } from '../builders/waited-for.ts'
import type { PageReader } from '../harness/page-reader.ts'
import { textOf } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'

bothWays('today’s work', { now: morningOf('2026-09-14') }, (scene) => {
  let unanswered: CaseKey
  before(async () => {
    const { hub } = scene
    await aCase(hub, { givenName: 'Late', familyName: 'Child', parents: [], receivedOn: '2026-07-20' })
    await aCase(hub, { givenName: 'Week', familyName: 'Child', parents: [], receivedOn: '2026-08-07' })
    unanswered = await aCase(hub, { givenName: 'Maximiliana-Theodora', familyName: 'Featherstonehaugh-Cholmondeley', parents: ['shno'], receivedOn: '2026-09-07' })
    const asked = await aCase(hub, { givenName: 'Asked', familyName: 'Child', parents: [], receivedOn: '2026-07-01', at: 'assessing' })
    await askedForAdvice(hub, asked, { on: '2026-07-02', person: 'imogen' })
    await onCase(hub, asked, async (tx, { localAreaId, id }) => {
      await tx.db.insertInto('caseParty').values({ localAreaId, id: tx.newId<string>(), caseId: id, personId: demoPersonId('imogen'), part: 'adviser', basis: 'asked for advice', fromOn: tx.today }).execute()
    })
    await aCase(hub, { givenName: 'Other', familyName: 'Officer', parents: [], receivedOn: '2026-06-01', officer: 'leona' })
  })
  const rowsOf = (reader: PageReader): string[] => reader.root.querySelectorAll('section[aria-labelledby=work] tbody tr').map((row) => textOf(row))
  const namesOf = (reader: PageReader): string[] => reader.root.querySelectorAll('section[aria-labelledby=work] tbody tr a').map(textOf).filter((name) => /Child|Featherstonehaugh|Officer/.test(name))

  it('a family writes, and stands among what presses until it is answered', async () => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.caseMessages(unanswered))
    await mother.submit({ body: 'Is there any news?' })
    assert.deepEqual(mother.errors, [])
  })

  it('the officer reads one list, the most pressing first, each row with why it is there', async () => {
    const officer = await scene.cast.as('hattie')
    assert.equal((await officer.get(paths.home())).heading, 'Your work')
    assert.deepEqual(namesOf(officer).map((name) => name.split(' ')[0]), ['Late', 'Maximiliana-Theodora', 'Week', 'Asked'])
    const [late = '', family = '', week = '', asked = ''] = rowsOf(officer)
    assert.match(late, /14 days past its last day/)
    assert.match(late, /Tell the family why/)
    assert.match(asked, /is late with advice, due on 13 August 2026/)
    assert.match(family, /Shno Tahsin has waited for an answer since 14 September 2026/)
    assert.match(week, /Decide whether to assess: 4 days left/)
    assert.doesNotMatch(officer.text, /Other Officer/)
  })

  it('a filter is an address that shows a colleague the same, and a colleague’s list is found by name', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.home())
    await officer.submit({ why: 'week' }, { button: 'Apply filters' })
    assert.deepEqual(namesOf(officer), ['Week Child'])
    const { url } = officer
    const colleague = await scene.cast.as('leona')
    await colleague.get(url)
    assert.deepEqual(namesOf(colleague), ['Week Child'])
    assert.match(colleague.text, /looked after by Hattie Greaves/)
    await colleague.follow('Show my own list')
    assert.deepEqual(namesOf(colleague), ['Other Officer'])
  })

  it('who is late is chased in one press, and is off the list for five days', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.home({ why: 'chase' }))
    assert.deepEqual(namesOf(officer), ['Asked Child'])
    await officer.submit({}, { to: '/chase' })
    assert.match(officer.text, /A reminder has been sent/)
    assert.deepEqual(namesOf(officer), [])
    const psychologist = await scene.cast.as('imogen')
    await psychologist.get(paths.home())
    assert.match(psychologist.text, /Asked Child.*1 time.*13 August 2026/)
    assert.match(psychologist.text, /32 days (late|ago|overdue)/)
    assert.doesNotMatch(psychologist.text, /Late Child|Today’s work/)
  })

  it('the manager sees the team, by officer and by who is waited for', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.teamWork())
    assert.match(manager.text, /Hattie Greaves/)
    assert.match(manager.text, /Leona Abara/)
    assert.match(manager.text, /Dr Imogen Petrie/)
    await manager.follow('Show the whole team’s list')
    assert.equal(namesOf(manager).length, 5)
  })
})
