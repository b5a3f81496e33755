import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { invite, lastLink, openAccount } from '../../../test/builders/an-account.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { jobsOf, runJob } from '../../casebook/jobs.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { addDays, plainDateOf } from '../../domain/calendar/plain-date.ts'
import { paths } from '../../paths.ts'
import { demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'
import { features } from '../index.ts'

const start = plainDateOf('2026-09-14')
const larkfell = { organisationId: demoOrganisationId('larkfell') }

async function run(hub: Hub, name: string): Promise<void> {
  const job = jobsOf(features).get(name)
  assert.ok(job !== undefined)
  await runJob(hub.house, job, {})
  await hub.work()
}

/** The morning of so many days later. */
const morning = (hub: Hub, day: number): void => { hub.setNow(`${addDays(start, day)}T09:00:00.000Z`) }

describe('a review of access every 90 days', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub({ now: `${start}T09:00:00.000Z`, signIn: ['demo', 'local'] })
    // Looked at 90 days ago: due today. Everybody else’s is long off.
    const { db } = hub.fresh
    await db.updateTable('membership').set({ confirmedOn: start }).execute()
    await db.updateTable('membership').set({ confirmedOn: addDays(start, -90) }).where('organisationId', '=', larkfell.organisationId).execute()
  })
  after(() => hub.close())

  const said = (to: string): string[] => hub.carrier.carried.filter((one) => one.to === `${to}@example.org`).map(({ subject }) => subject)
  const eventsOf = async (who: string): Promise<string[]> =>
    (await hub.fresh.db.selectFrom('staffEvent').select('what').where('personId', '=', demoPersonId(who)).orderBy('at').execute()).map(({ what }) => what)

  it('reminds administrators before and after, each time once, and names no child', async () => {
    for (const [day, expected] of [
      [-14, ['Review who has access']], [-13, ['Review who has access']], [0, ['Review who has access', 'Review who has access']],
      [7, ['Review who has access', 'Review who has access', 'Your review of access is late']],
    ] as const) {
      morning(hub, day)
      await run(hub, 'remind-of-access-reviews')
      await run(hub, 'remind-of-access-reviews')
      assert.deepEqual(said('maud'), expected, `on day ${day}`)
    }
    assert.deepEqual(said('debra'), [])
    const maud = await (await hub.as('maud')).get(paths.staffOf(larkfell))
    assert.match(maud.text, /the review was due on 14 September 2026\. Access that nobody confirms ends on 12 October 2026/)
  })

  it('tells the council after two weeks, and its list shows which', async () => {
    morning(hub, 14)
    await run(hub, 'remind-of-access-reviews')
    await run(hub, 'remind-of-access-reviews')
    assert.deepEqual(said('winifred'), ['Access was not reviewed'])
    assert.doesNotMatch(hub.carrier.carried.at(-1)?.body ?? '', /Larkfell|Rewan/)
    const officer = await (await hub.as('winifred')).get(paths.organisations({ area: 'wendmere' }))
    assert.match(officer.text, /1 organisation has not reviewed who has access/)
    assert.match(officer.words, /Larkfell Primary School Maud Ellingham 4 14 September 2026 Overdue|Larkfell Primary School Maud Ellingham 3 14 September 2026 Overdue/)
    assert.equal(officer.root.querySelector(`a[href="${paths.addOrganisation({ area: 'wendmere' })}"]`), null, 'an access officer sees and adds none')
    assert.equal((await officer.get(paths.addOrganisation({ area: 'wendmere' }))).status, 403)
    assert.equal((await officer.get(paths.organisations({ area: 'tarn-valley' }))).status, 404)
  })

  it('is one page: everybody is answered, and each answer is kept', async () => {
    const maud = await (await hub.as('maud')).get(paths.reviewStaff(larkfell))
    const field = (who: string): string => `access-${demoPersonId(who)}`
    await maud.submit({ [field('debra')]: 'keep' })
    assert.deepEqual(maud.errors, ['Select what happens to Maud Ellingham’s access', 'Select what happens to Mr R. Ashdown’s access', 'Select what happens to Ottoline Brandreth’s access'])
    await maud.submit({ [field('debra')]: 'keep', [field('maud')]: 'remove', [field('ashdown')]: 'keep', [field('ottoline')]: 'keep' })
    assert.match(maud.errors.join(), /Maud Ellingham: They are the only administrator/)
    assert.deepEqual(await eventsOf('debra'), [], 'nothing of it was done')
    await maud.submit({ [field('debra')]: 'keep', [field('maud')]: 'keep', [field('ashdown')]: 'change', [field('ottoline')]: 'remove' })
    assert.equal(maud.heading, 'Larkfell Primary SchoolMr R. Ashdown', 'leads to whoever is to be changed')
    await maud.submit({ roles: ['senco', 'staff-administrator'] }, { to: paths.staffMember({ ...larkfell, personId: demoPersonId('ashdown') }) })
    assert.deepEqual([await eventsOf('debra'), await eventsOf('ottoline')], [['confirmed'], ['left']])
    await maud.get(paths.staffOf(larkfell))
    assert.match(maud.text, /28 September 2026 at 10am, by Maud Ellingham: 2 kept, 1 to change, 1 removed/)
    assert.doesNotMatch(maud.text, /the review was due/)
  })

  it('ends what nobody confirmed after a warning of a week, and never the only administrator’s', async () => {
    const { db } = hub.fresh
    const day = 40
    await db.updateTable('membership').set({ confirmedOn: addDays(start, day - 90 - 21) }).where('organisationId', '=', larkfell.organisationId).execute()
    await db.updateTable('membership').set({ toOn: addDays(start, 1) }).where('organisationId', '=', larkfell.organisationId).where('role', '=', 'staff-administrator').where('personId', '=', demoPersonId('ashdown')).execute()
    morning(hub, day)
    const debra = await (await hub.as('debra')).get(paths.home())
    await run(hub, 'remind-of-access-reviews')
    assert.deepEqual(said('debra'), ['Your access will end soon'])
    morning(hub, day + 6)
    await run(hub, 'remind-of-access-reviews')
    assert.deepEqual(await eventsOf('debra'), ['confirmed'])
    morning(hub, day + 7)
    await run(hub, 'remind-of-access-reviews')
    assert.deepEqual(await eventsOf('debra'), ['confirmed', 'ended-unconfirmed'])
    assert.deepEqual(said('debra'), ['Your access will end soon', 'Your access has ended'])
    assert.match((await debra.get(paths.home())).url, /^\/sign-in/)
    const maud = await (await hub.as('maud')).get(paths.staffOf(larkfell))
    assert.match(maud.words, /Debra Llewellyn-Hart, last day 31 October 2026: ended because nobody confirmed it/)
    assert.equal(maud.status, 200, 'the only administrator is still there')
    const key = { ...larkfell, personId: demoPersonId('debra') }
    await maud.get(paths.staffMember(key))
    await maud.submit({ roles: ['senco'] }, { to: paths.staffMember(key) })
    assert.match(maud.text, /Cannot sign in: invite them/)
  })
})

describe('accounts that nobody uses', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: `${start}T09:00:00.000Z`, signIn: ['demo', 'local'] })
    key = await aCase(hub)
  })
  after(() => hub.close())

  const canSignIn = async (personId: string): Promise<boolean> => (await hub.fresh.db.selectFrom('person').select('canSignIn').where('id', '=', personId as never).executeTakeFirstOrThrow()).canSignIn
  const subjects = (to: string): string[] => hub.carrier.carried.filter((one) => one.to === to).map(({ subject }) => subject)

  it('are warned, closed, and opened again by a fresh invitation; people of a demonstration have none', async () => {
    const maud = await (await hub.as('maud')).get(paths.addStaff(larkfell))
    await maud.submit({ fullName: 'Georgiana Achterberg', email: 'georgiana@example.org', roles: ['senco'] })
    const { visitor } = await openAccount(hub, hub.visitor(), { link: await lastLink(hub), code: /\d{4} \d{4}/.exec(maud.text)?.[0] ?? '' })
    const { id } = await hub.fresh.db.selectFrom('person').select('id').where('email', '=', 'georgiana@example.org').executeTakeFirstOrThrow()
    morning(hub, 75)
    await run(hub, 'close-unused-accounts')
    assert.deepEqual(subjects('georgiana@example.org'), ['Open your account'])
    morning(hub, 76)
    await run(hub, 'close-unused-accounts')
    await run(hub, 'close-unused-accounts')
    assert.deepEqual(subjects('georgiana@example.org'), ['Open your account', 'Your account will be closed'])
    assert.match(hub.carrier.carried.at(-1)?.body ?? '', /We will close it on 13 December 2026/)
    morning(hub, 89)
    await run(hub, 'close-unused-accounts')
    assert.equal(await canSignIn(id), true)
    morning(hub, 90)
    await run(hub, 'close-unused-accounts')
    assert.equal(await canSignIn(id), false)
    assert.equal(await canSignIn(demoPersonId('debra')), true, 'nobody without an account is closed')
    assert.match((await visitor.get(paths.home())).url, /^\/sign-in/)
    const member = { ...larkfell, personId: id }
    const again = await (await hub.as('maud')).get(paths.staffMember(member))
    assert.match(again.text, /The account was closed because nobody used it.*by Golden Thread/s)
    await again.submit({}, { to: paths.inviteStaff(member) })
    await openAccount(hub, hub.visitor(), { link: await lastLink(hub), code: /\d{4} \d{4}/.exec(again.text)?.[0] ?? '' })
    assert.equal(await canSignIn(id), true)
  })

  it('of a family are kept for two years, and the child’s record with them', async () => {
    morning(hub, 100)
    const { visitor } = await openAccount(hub, hub.visitor(), await invite(hub, key, 'shno'))
    await visitor.get(paths.caseOverview(key))
    for (const [day, expected] of [[400, 0], [715 + 100, 0], [716 + 100, 1], [730 + 100, 2]] as const) {
      morning(hub, day)
      await run(hub, 'close-unused-accounts')
      assert.equal(subjects('shno@example.org').filter((subject) => subject.startsWith('Your account')).length, expected, `on day ${day}`)
    }
    assert.equal(await canSignIn(demoPersonId('shno')), false)
    const party = await hub.fresh.db.selectFrom('caseParty').select('toOn').where('personId', '=', demoPersonId('shno')).executeTakeFirstOrThrow()
    assert.equal(party.toOn, null, 'her part in the case stands')
    const back = await openAccount(hub, hub.visitor(), await invite(hub, key, 'shno'))
    assert.equal((await back.visitor.get(paths.caseOverview(key))).status, 200)
  })
})
