// A school's administrator adds a colleague, looks through everybody's access, and names the last day of somebody who leaves; the council adds a
// school; a SENCO has one inbox with her colleagues.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'

const larkfell = { organisationId: demoOrganisationId('larkfell') }

bothWays('who works at a school', { now: morningOf('2026-09-14') }, (scene) => {
  it('shows who works there, and adds somebody', async () => {
    const maud = await scene.cast.as('maud')
    await maud.get(paths.home())
    await maud.follow('Add, change and remove people')
    assert.equal(maud.heading, 'People at Larkfell Primary School')
    await maud.follow('Add a person')
    await maud.submit({ fullName: 'Georgiana Achterberg' })
    assert.deepEqual(maud.errors, ['Enter an email address in the correct format, like name@example.com', 'Select what they do here'])
    await maud.submit({ fullName: 'Georgiana Achterberg', email: 'georgiana@example.org', roles: ['senco'] })
    assert.match(maud.text, /They can sign in already|Georgiana Achterberg is invited/)
  })

  it('reviews everybody on one page', async () => {
    const maud = await scene.cast.as('maud')
    await maud.get(paths.reviewStaff(larkfell))
    await maud.submit({})
    assert.ok(maud.errors.length >= 4)
    const people = maud.root.querySelectorAll('input[type=radio][value=keep]').map((radio) => radio.getAttribute('name') ?? '')
    await maud.submit(Object.fromEntries(people.map((name) => [name, 'keep'])))
    assert.match(maud.text, /The review is saved/)
  })

  it('removes somebody on a coming day, and keeps them after all', async () => {
    const maud = await scene.cast.as('maud')
    await maud.get(paths.staffMember({ ...larkfell, personId: demoPersonId('ottoline') }))
    await maud.follow('Remove Ottoline Brandreth')
    await maud.submit({ when: 'later' })
    assert.match(maud.errors.join(), /Enter the last day/)
    await maud.submit({ when: 'later', 'lastOn-day': '1', 'lastOn-month': '2', 'lastOn-year': '2027' })
    assert.match(maud.text, /Their access ends by itself after their last day/)
    await maud.get(paths.staffMember({ ...larkfell, personId: demoPersonId('ottoline') }))
    await maud.submit({}, { button: 'They stay after all' })
    assert.match(maud.text, /They stay/)
  })

  it('lets the council see which bodies there are, and add one', async () => {
    const gethin = await scene.cast.as('gethin')
    await gethin.get(paths.organisations({ area: 'wendmere' }))
    assert.match(gethin.text, /Larkfell Primary School/)
    await gethin.follow('Add a school or service')
    await gethin.submit({ kind: 'setting', name: 'Thistledown Primary School' })
    assert.match(gethin.text, /Now invite its administrator/)
  })

  it('shows a SENCO one inbox for the school, and the work of every area', async () => {
    const debra = await scene.cast.as('debra')
    await debra.get(paths.home())
    assert.match(debra.text, /Inbox you share with your colleagues/)
  })
})
