import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { appCode, goodPassword, lastLink, lastMessage, openAccount, signIn } from '../../../test/builders/an-account.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { jobsOf, runJob } from '../../casebook/jobs.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { PersonId } from '../../domain/ids.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { features } from '../index.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

const at = (time: string): string => `2026-09-14T${time}.000Z`
const larkfell = { organisationId: demoOrganisationId('larkfell') }
const sendTeam = { organisationId: demoOrganisationId('send-team') }
const slt = { organisationId: demoOrganisationId('slt') }

describe('an administrator of a body', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: at('09:00:00'), signIn: ['demo', 'local'] })
    key = await aCase(hub, { at: 'assessing' })
  })
  beforeEach(() => hub.setNow(at('09:00:00')))
  after(() => hub.close())

  const personOf = (body: { organisationId: string }, who: string) => ({ ...body, personId: demoPersonId(who) })
  const rowOf = (page: Visitor, name: string): string => page.root.querySelectorAll('main tbody tr').map((row) => row.structuredText.replaceAll(/\s+/g, ' ')).find((row) => row.includes(name)) ?? ''
  const acts = async (): Promise<string[]> => (await hub.fresh.db.selectFrom('auditRecord').select('act').where('act', 'is not', null).orderBy('at').execute()).map(({ act }) => act ?? '')
  const run = async (name: string): Promise<void> => {
    const job = jobsOf(features).get(name)
    assert.ok(job !== undefined)
    await runJob(hub.house, job, {})
  }

  it('sees their people with role, days, last use, way of signing in and review, and no child', async () => {
    const maud = await (await hub.as('maud')).get(paths.staff())
    assert.equal(maud.url, paths.staffOf(larkfell))
    assert.equal(maud.heading, 'People at Larkfell Primary School')
    assert.match(rowOf(maud, 'Debra Llewellyn-Hart'), /SENCO 1 September 2024 Never Demonstration 16 September 2026/)
    assert.match(rowOf(maud, 'Maud Ellingham'), /Administrator 1 September 2024 14 September 2026/)
    assert.doesNotMatch(maud.text, /Rewan|Tahsin|Hattie|Callum/)
    for (const page of [paths.staffOf(sendTeam), paths.staffMember(personOf(sendTeam, 'hattie')), paths.addStaff(slt), paths.reviewStaff(sendTeam), paths.staffMember(personOf(larkfell, 'hattie')), paths.organisations({ area: 'wendmere' })]) {
      assert.equal((await maud.get(page)).status, 404, page)
    }
    assert.equal((await maud.get(paths.caseOverview(key))).status, 403, 'no case opens to them')
    for (const other of ['debra', 'hattie', 'winifred', 'shno']) assert.equal((await (await hub.as(other)).get(paths.staffOf(larkfell))).status, 403, other)
  })

  it('adds a person, who opens an account with the link and the code that they were told', async () => {
    const maud = await (await hub.as('maud')).get(paths.addStaff(larkfell))
    assert.doesNotMatch(maud.text, /Case officer|SEND manager/, 'only roles that a school may give')
    await maud.submit({ fullName: '', email: 'nowhere', roles: [] })
    assert.deepEqual(maud.errors, ['Enter their full name', 'Enter an email address in the correct format, like name@example.com', 'Select what they do here'])
    await maud.submit({ fullName: 'Georgiana Achterberg', email: 'georgiana@example.org', roles: ['case-officer'] })
    assert.deepEqual(maud.errors, ['Select what they do here'])
    assert.match(maud.body, /value="Georgiana Achterberg"/, 'what was typed is kept')
    await maud.submit({ fullName: 'Georgiana Achterberg', email: 'hattie@example.org', roles: ['senco'] })
    assert.match(maud.errors.join(), /cannot be used with this name/)
    await maud.submit({ fullName: 'Debra Llewellyn-Hart', email: 'debra@example.org', roles: ['senco'] })
    assert.match(maud.errors.join(), /work here already/)
    await maud.submit({ fullName: 'Georgiana Achterberg', email: 'georgiana@example.org', roles: ['senco'] })
    const code = /\d{4} \d{4}/.exec(maud.text)?.[0] ?? ''
    const link = await lastLink(hub)
    assert.doesNotMatch((await lastMessage(hub)).body, new RegExp(`${code.replace(' ', ' ?')}|Larkfell|school`, 'i'))
    const { visitor, appKey } = await openAccount(hub, hub.visitor(), { link, code })
    await visitor.get(paths.home())
    assert.match(visitor.words, /Your children, in every area \(1\) .*Rewan Tahsin/)
    assert.match(rowOf(await (await hub.as('maud')).get(paths.staffOf(larkfell)), 'Georgiana'), /SENCO 14 September 2026 14 September 2026.* a password and an app/)
    hub.setNow(at('09:05:00'))
    assert.equal((await signIn(hub, hub.visitor(), { email: 'georgiana@example.org', appKey })).url, paths.home())
    assert.ok((await acts()).includes('add-staff'))
  })

  it('takes the same form once, and shows the code to it alone', async () => {
    const maud = await (await hub.as('maud')).get(paths.addStaff(larkfell))
    const again = await (await hub.as('maud')).get(paths.addStaff(larkfell))
    const once = maud.fieldsOf(maud.form()).get('_once')?.[0] ?? ''
    const filled = { fullName: 'Tobias Wrenfield', email: 'tobias@example.org', roles: ['senco'], _once: once }
    assert.match((await maud.submit(filled)).text, /\d{4} \d{4}/)
    assert.match((await again.submit(filled)).text, /was shown when you sent the invitation/)
    const { length } = await hub.fresh.db.selectFrom('membership as m').innerJoin('person as p', 'p.id', 'm.personId').select('m.id').where('p.email', '=', 'tobias@example.org').execute()
    assert.equal(length, 1)
  })

  it('changes what somebody may do, and it holds with the next page', async () => {
    const ottoline = await (await hub.as('ottoline')).get(paths.caseOverview(key))
    assert.equal(ottoline.status, 200)
    const maud = await (await hub.as('maud')).get(paths.staffMember(personOf(larkfell, 'ottoline')))
    await maud.submit({ roles: [] }, { to: paths.staffMember(personOf(larkfell, 'ottoline')) })
    assert.match(maud.errors.join(), /or remove them/)
    await maud.submit({ roles: ['staff-administrator'] }, { to: paths.staffMember(personOf(larkfell, 'ottoline')) })
    assert.match(maud.text, /It holds from the next page/)
    assert.match(maud.text, /Is no longer SENCO, .*by Maud Ellingham.*Became Administrator/s)
    hub.setNow(at('09:00:01'))
    assert.equal((await ottoline.get(paths.caseOverview(key))).status, 403)
    assert.equal((await ottoline.get(paths.staffOf(larkfell))).status, 200)
  })

  it('gives nothing to themselves, and the body keeps an administrator', async () => {
    const own = personOf(slt, 'percival')
    const percival = await (await hub.as('percival')).get(paths.staffMember(own))
    await percival.submit({ roles: ['staff-administrator', 'advice-coordinator', 'health-lead'] }, { to: paths.staffMember(own) })
    assert.match(percival.errors.join(), /cannot give a role to yourself/)
    await percival.submit({ roles: ['advice-coordinator'] }, { to: paths.staffMember(own) })
    assert.match(percival.errors.join(), /only administrator/)
    await percival.get(paths.staffLeaves(own))
    assert.match(percival.text, /only administrator who stays here/)
    assert.equal(percival.root.querySelector(`form[action="${paths.staffLeaves(own)}"]`), null)
  })

  it('removes somebody at once: signed out within a second, invitations void, nothing of the record changed', async () => {
    const facts = async (): Promise<number> => (await hub.fresh.db.selectFrom('fact').select('seq').execute()).length
    const [before1, ottolineLast] = [await facts(), await hub.as('idwal')]
    const hallowcross = { organisationId: demoOrganisationId('hallowcross') }
    await hub.fresh.db.insertInto('membership').values({ id: hub.house.newId<string>(), personId: demoPersonId('maud'), organisationId: hallowcross.organisationId, role: 'staff-administrator', fromOn: plainDateOf('2026-01-01') }).execute()
    const maud = await hub.as('maud')
    assert.match((await maud.get(paths.staff())).text, /Whose people do you look after\?.*Hallowcross Academy.*Larkfell Primary School|Larkfell Primary School.*Hallowcross Academy/s)
    await maud.get(paths.staffLeaves(personOf(hallowcross, 'idwal')))
    await maud.submit({})
    assert.deepEqual(maud.errors, ['Select when their access ends'])
    await maud.submit({ when: 'now' })
    assert.equal(maud.url, paths.staffOf(hallowcross, { done: 'staff-removed' }))
    hub.setNow(at('09:00:01'))
    await ottolineLast.get(paths.home())
    assert.match(ottolineLast.url, /^\/sign-in/, 'an open page leads to the sign-in page')
    await ottolineLast.submit({ person: demoPersonId('idwal') }).catch(() => undefined)
    assert.equal((await hub.fresh.db.selectFrom('person').select('canSignIn').where('id', '=', demoPersonId('idwal')).executeTakeFirstOrThrow()).canSignIn, false, 'nothing else is theirs here')
    await hub.work()
    assert.equal(await facts(), before1)
    const listed = await maud.get(paths.staffOf(hallowcross))
    assert.match(listed.words, /Not here any more .*Idwal Prosser, last day 14 September 2026/)
    assert.match(listed.words, /Nobody here can read what is sent to Hallowcross Academy\. Add SENCO/)
    assert.ok((await acts()).includes('remove-staff'))
  })

  it('hands on what somebody had in hand, to a colleague or to the inbox', async () => {
    const { db } = hub.fresh
    const asked = async (who: string): Promise<string> => {
      const id = hub.house.newId<never>()
      await db.insertInto('adviceRequest').values({ localAreaId: demoAreaId('wendmere'), id, caseId: key.caseId as never, item: 'c', kind: 'medical', askedPersonId: demoPersonId(who), sentOn: plainDateOf('2026-09-01'), dueOn: plainDateOf('2026-10-13'), state: 'received' }).execute()
      await db.insertInto('caseParty').values({ localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), caseId: key.caseId as never, personId: demoPersonId(who), part: 'adviser', basis: 'asked for advice', fromOn: plainDateOf('2026-09-01') }).execute()
      return id
    }
    const [ofCallum, ofBeatrix] = [await asked('callum'), await asked('beatrix')]
    const percival = await (await hub.as('percival')).get(paths.staffLeaves(personOf(slt, 'callum')))
    assert.match(percival.text, /They have 1 request for advice in hand/)
    assert.doesNotMatch(percival.text, /Rewan|Tahsin/)
    await percival.submit({ when: 'now' })
    assert.deepEqual(percival.errors, ['Select who takes on their work'])
    await percival.submit({ when: 'now', handTo: demoPersonId('hattie') })
    assert.deepEqual(percival.errors, ['Select somebody who works here, or the inbox'])
    await percival.submit({ when: 'now', handTo: demoPersonId('jocelyn') })
    await percival.get(paths.staffLeaves(personOf(slt, 'beatrix')))
    await percival.submit({ when: 'now', handTo: 'inbox' })
    await hub.work()
    const rows = await db.selectFrom('adviceRequest').select(['id', 'askedPersonId', 'askedOrganisationId']).where('id', 'in', [ofCallum as never, ofBeatrix as never]).execute()
    const of = (id: string) => rows.find((row) => row.id === id)
    assert.deepEqual([of(ofCallum)?.askedPersonId, of(ofCallum)?.askedOrganisationId], [demoPersonId('jocelyn'), slt.organisationId])
    assert.deepEqual([of(ofBeatrix)?.askedPersonId, of(ofBeatrix)?.askedOrganisationId], [null, slt.organisationId])
    const jocelyn = await (await hub.as('jocelyn')).get(paths.home())
    assert.match(jocelyn.words, /Advice you are asked for \(1\) .*Rewan Tahsin/)
    assert.match(jocelyn.words, /Inbox you share with your colleagues \(1\) .*Rewan Tahsin .*Give advice Children’s speech and language therapy, Wendmere Community Health NHS Trust Wendmere 1 September 2026 13 days ago Nobody yet/)
    assert.equal((await jocelyn.follow('Rewan Tahsin')).status, 200)
    assert.equal((await db.selectFrom('leaving').select('id').where('organisationId', '=', slt.organisationId).where('finishedAt', 'is', null).execute()).length, 0)
  })

  it('hands an officer’s children to a colleague, or to the list of those without an officer', async () => {
    const other = await aCase(hub, { givenName: 'Orla', familyName: 'Rowe', officer: 'leona' })
    const gethin = await (await hub.as('gethin')).get(paths.staffLeaves(personOf(sendTeam, 'leona')))
    assert.match(gethin.text, /They have 1 child whom they look after in hand/)
    await gethin.submit({ when: 'now', handTo: 'inbox' })
    await hub.work()
    assert.match((await (await hub.as('hattie')).get(paths.home())).words, /New requests without an officer \(1\) .*Orla Rowe/)
    const parts = await hub.fresh.db.selectFrom('fact').select('data').where('caseId', '=', other.caseId as never).where('type', '=', 'party-left').execute()
    assert.deepEqual(parts.map(({ data }) => (data as { name: string }).name), ['Leona Abara'])
  })

  it('removes somebody on a coming day: the session itself knows, and the night does the rest', async () => {
    await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', officer: 'hattie' })
    const tom = personOf(sendTeam, 'tom')
    const gethin = await (await hub.as('gethin')).get(paths.staffLeaves(tom))
    await gethin.submit({ when: 'later', 'lastOn-day': '1', 'lastOn-month': '9', 'lastOn-year': '2026' })
    assert.match(gethin.errors.join(), /must be 14 September 2026 or later/)
    await gethin.submit({ when: 'later', 'lastOn-day': '15', 'lastOn-month': '9', 'lastOn-year': '2026' })
    assert.match(rowOf(gethin, 'Tom Ellery'), /Last day 15 September 2026/)
    await gethin.get(paths.staffMember(tom))
    await gethin.submit({}, { to: paths.staffStays(tom) })
    assert.match(gethin.text, /Saved\. They stay/)
    await (await gethin.get(paths.staffLeaves(tom))).submit({ when: 'later', 'lastOn-day': '15', 'lastOn-month': '9', 'lastOn-year': '2026' })
    hub.setNow('2026-09-15T22:50:00.000Z')
    const writer = await hub.as('tom')
    assert.equal((await writer.get(paths.home())).heading, 'Your work', 'on their last day they work')
    hub.setNow('2026-09-15T23:00:01.000Z')
    assert.match((await writer.get(paths.home())).url, /ended-role-ended/, 'a second into the next day (London) they are out')
    await run('finish-leavings')
    await run('finish-leavings')
    const events = await hub.fresh.db.selectFrom('staffEvent').select('what').where('personId', '=', demoPersonId('tom')).orderBy('at').execute()
    assert.deepEqual(events.map(({ what }) => what), ['leaving', 'staying', 'leaving', 'left'])
  })

  it('withdraws what a leaver was invited to, and lets them back by a fresh invitation', async () => {
    const maud = await (await hub.as('maud')).get(paths.addStaff(larkfell))
    await maud.submit({ fullName: 'Ines Halvorsen', email: 'ines@example.org', roles: ['senco'] })
    const first = { link: await lastLink(hub), code: /\d{4} \d{4}/.exec(maud.text)?.[0] ?? '' }
    const { id } = await hub.fresh.db.selectFrom('person').select('id').where('email', '=', 'ines@example.org').executeTakeFirstOrThrow()
    const ines = { ...larkfell, personId: id as PersonId }
    await (await maud.get(paths.staffLeaves(ines))).submit({ when: 'now' })
    assert.equal((await hub.visitor().get(first.link)).status, 404)
    await maud.get(paths.staffMember(ines))
    await maud.submit({ roles: ['senco'] }, { to: paths.staffMember(ines) })
    await maud.get(paths.staffMember(ines))
    await maud.submit({}, { to: paths.inviteStaff(ines) })
    assert.equal(maud.heading, 'Ines Halvorsen is invited')
    const again = { link: await lastLink(hub), code: /\d{4} \d{4}/.exec(maud.text)?.[0] ?? '' }
    assert.match((await (await openAccount(hub, hub.visitor(), again)).visitor.get(paths.home())).heading, /Your work/)
  })

  it('asks who is there before others’ access is changed', async () => {
    const maud = await (await hub.as('maud')).get(paths.addStaff(larkfell))
    const debra = await (await hub.as('maud')).get(paths.staffMember(personOf(larkfell, 'debra')))
    hub.setNow(at('09:13:00'))
    await maud.get(paths.home())
    await debra.get(paths.staffMember(personOf(larkfell, 'debra')))
    hub.setNow(at('09:16:00'))
    assert.equal((await maud.get(paths.addStaff(larkfell))).heading, 'Check that it is still you')
    await debra.submit({ roles: ['adviser'] }, { to: paths.staffMember(personOf(larkfell, 'debra')) })
    assert.equal(debra.heading, 'Check that it is still you')
    assert.equal((await hub.fresh.db.selectFrom('membership').select('role').where('personId', '=', demoPersonId('debra')).where('toOn', 'is', null).execute())[0]?.role, 'senco')
  })

  it('signs out sooner on a computer that others use, with an account of the hub too', async () => {
    const maud = await (await hub.as('maud')).get(paths.addStaff(larkfell))
    await maud.submit({ fullName: 'Petra Quillfeather', email: 'petra@example.org', roles: ['senco'] })
    const invited = { link: await lastLink(hub), code: /\d{4} \d{4}/.exec(maud.text)?.[0] ?? '' }
    const { appKey } = await openAccount(hub, hub.visitor(), invited)
    hub.setNow(at('10:00:00'))
    const petra = await hub.visitor().get(paths.signInAccount())
    await petra.submit({ email: 'petra@example.org', password: 'wrong', shared: 'yes' }, { to: paths.signInAccount() })
    assert.equal(petra.root.querySelectorAll('input[name=shared][checked]').length, 2, 'what was said is kept in both forms')
    await petra.submit({ email: 'petra@example.org', password: goodPassword, shared: 'yes' }, { to: paths.signInAccount() })
    await petra.submit({ code: appCode(hub, appKey) }, { to: paths.signInCode() })
    assert.equal((await petra.get(paths.home())).heading, 'Your work')
    hub.setNow(at('10:10:01'))
    assert.match((await petra.get(paths.home())).url, /ended-idle/)
  })
})
