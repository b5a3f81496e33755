import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { appCode, codesOn, goodPassword, invite, keyOn, lastCode, lastLink, lastMessage, openAccount, signIn } from '../../../test/builders/an-account.ts'
import type { Selectable } from 'kysely'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { paths } from '../../paths.ts'
import type { RelationshipTable } from '../../platform/db/schema.ts'
import { demoPersonId } from '../demo/seed-world.ts'

const at = (time: string): string => `2026-09-14T${time}.000Z`

describe('an invitation to open an account', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: at('09:00:00'), signIn: ['demo', 'local'] })
    key = await aCase(hub)
  })
  after(() => hub.close())

  it('is made by an officer on the family’s page, and its message says nothing of anybody', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseFamily(key))
    await officer.follow('Invite to open an account (Shno Tahsin)')
    await officer.submit({})
    assert.deepEqual(officer.errors, ['Select what this person must know to open the account'])
    await officer.submit({ secondFact: 'code' })
    assert.match(officer.text, /Tell them this code[^:]*: ?\d{4} \d{4}/)
    const { to, subject, body } = await lastMessage(hub)
    assert.equal(to, (await personOf('shno')).email?.toLowerCase())
    assert.doesNotMatch(`${subject} ${body}`, /Rewan|Tahsin|Shno|Wendmere|child|school|council|SEND|plan/i)
    const facts = await hub.fresh.db.selectFrom('fact').select('data').where('type', '=', 'family-invited').execute()
    assert.equal(facts.length, 1)
    const kept = await hub.fresh.db.selectFrom('accountMessage').selectAll().execute()
    assert.deepEqual(kept.map(({ sealed }) => sealed), [null], 'what was sent is not kept')
    const outbox = await (await hub.as('hattie')).get(paths.outbox())
    assert.doesNotMatch(outbox.body, /invitation\//)
  })

  /** A court order against somebody, and its id. */
  async function keepOut({ localAreaId, childId, personId }: Pick<Selectable<RelationshipTable>, 'localAreaId' | 'childId' | 'personId'>, effects: string[], days: { fromOn: string; toOn: string | null }): Promise<string> {
    const id = hub.house.newId<string>()
    await hub.fresh.db.insertInto('restriction').values({
      localAreaId, id, childId, personId, kind: 'prohibited-steps', effects, fromOn: days.fromOn as PlainDate, toOn: days.toOn as PlainDate | null, recordedAt: hub.house.clock.now(),
    }).execute()
    return id
  }

  const personOf = (who: string) => hub.fresh.db.selectFrom('person').selectAll().where('id', '=', demoPersonId(who)).executeTakeFirstOrThrow()

  it('shows nothing before the second fact is right, slows wrong ones down, and is spent after five', async () => {
    const { link, code } = await invite(hub, key, 'shno')
    const stranger = await hub.visitor().get(link)
    assert.equal(stranger.heading, 'Open your account')
    assert.doesNotMatch(stranger.body, /Rewan|Tahsin|Wendmere/)
    await stranger.submit({ code: '' })
    assert.deepEqual(stranger.errors, ['Enter the code that you were told'])
    for (const [wrong, time, says] of [
      ['0000 0000', '09:01:00', /not right/], ['1111 1111', '09:01:01', /not right/], ['2222 2222', '09:01:02', /Wait/], ['2222 2222', '09:01:30', /not right/],
      ['3333 3333', '09:02:30', /not right/],
    ] as const) {
      hub.setNow(at(time))
      await stranger.submit({ code: wrong })
      assert.match(stranger.errors.join(), says, `${wrong} at ${time}`)
      assert.doesNotMatch(stranger.body, /Rewan|Tahsin/)
    }
    hub.setNow(at('09:04:00'))
    await stranger.submit({ code: '4444 4444' })
    assert.equal(stranger.heading, 'This link does not work any more')
    const late = await hub.visitor().get(link)
    assert.equal(late.status, 404)
    await late.get(paths.setUp())
    assert.match(late.url, /^\/sign-in/, 'nothing was begun')
    assert.notEqual(code, '')
    const officer = await (await hub.as('hattie')).get(paths.caseInvite({ ...key, personId: demoPersonId('shno') }))
    assert.match(officer.text, /too many wrong tries/)
  })

  it('asks for the child’s date of birth where that is enough, and keeps what was typed', async () => {
    hub.setNow(at('09:10:00'))
    const { link } = await invite(hub, key, 'shno', 'birth-date')
    const mother = await hub.visitor().get(link)
    await mother.submit({ 'born-day': '4', 'born-month': '5', 'born-year': '' })
    assert.equal(mother.status, 422)
    assert.equal(mother.fieldsOf(mother.form()).get('born-day')?.[0], '4')
    const { bornOn } = await hub.fresh.db.selectFrom('child').select('bornOn').where('familyName', '=', 'Tahsin').executeTakeFirstOrThrow()
    const [year = '', month = '', day = ''] = bornOn.split('-')
    await mother.submit({ 'born-day': day, 'born-month': month, 'born-year': year })
    assert.equal(mother.heading, 'How do you want to sign in?')
  })

  it('is over after 48 hours, when another is sent, and when it was used', async () => {
    hub.setNow(at('10:00:00'))
    const first = await invite(hub, key, 'shno')
    const second = await invite(hub, key, 'shno')
    assert.equal((await hub.visitor().get(first.link)).status, 404)
    hub.setNow('2026-09-16T10:00:30.000Z')
    assert.equal((await hub.visitor().get(second.link)).status, 404, 'after 48 hours')
    hub.setNow('2026-09-16T11:00:00.000Z')
    const third = await invite(hub, key, 'shno')
    const { visitor } = await openAccount(hub, hub.visitor(), third)
    assert.equal(visitor.heading, 'Keep your recovery codes safe')
    assert.equal((await hub.visitor().get(third.link)).status, 404, 'once used')
  })

  it('goes to nobody who may not be let in', async () => {
    const officer = await hub.as('hattie')
    const of = (who: string) => paths.caseInvite({ ...key, personId: demoPersonId(who) })
    for (const nothingToTheChild of ['sinead', 'kerry', 'aled']) assert.equal((await officer.get(of(nothingToTheChild))).status, 404, nothingToTheChild)
    const isRefused = async (says: RegExp): Promise<void> => {
      await officer.get(of('hoshang'))
      assert.match(officer.text, says)
      assert.throws(() => officer.form())
    }
    const tie = await hub.fresh.db.selectFrom('relationship').selectAll().where('personId', '=', demoPersonId('hoshang')).executeTakeFirstOrThrow()
    for (const safeContact of ['phone', 'hub']) {
      await hub.fresh.db.updateTable('relationship').set({ safeContact }).where('personId', '=', demoPersonId('hoshang')).execute()
      await isRefused(/email is not a safe way/)
    }
    await hub.fresh.db.updateTable('relationship').set({ safeContact: tie.safeContact }).where('personId', '=', demoPersonId('hoshang')).execute()
    const order = await keepOut(tie, ['may-not-be-contacted'], { fromOn: '2026-01-01', toOn: null })
    await isRefused(/restriction is in force/)
    await hub.fresh.db.deleteFrom('restriction').where('id', '=', order).execute()
    for (const stranger of ['shno', 'aled', 'tom']) {
      const visitor = await (await hub.as(stranger)).get(of('hoshang'))
      assert.ok([403, 404].includes(visitor.status), `${stranger} got ${visitor.status}`)
    }
  })

  it('does not take the date of birth where somebody of the family is to be kept out', async () => {
    await keepOut(await hub.fresh.db.selectFrom('relationship').selectAll().where('personId', '=', demoPersonId('hoshang')).executeTakeFirstOrThrow(), ['may-not-see-record'], { fromOn: '2020-01-01', toOn: '2021-01-01' })
    const officer = await (await hub.as('hattie')).get(paths.caseInvite({ ...key, personId: demoPersonId('shno') }))
    assert.doesNotMatch(officer.text, /date of birth/)
    await officer.submit({ secondFact: 'birth-date' })
    assert.deepEqual(officer.errors, ['Use a code: somebody in this family is to be kept out, and knows the date of birth'])
  })

  it('acts once when its form is sent twice, and shows the code once', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseInvite({ ...key, personId: demoPersonId('shno') }))
    const once = officer.fieldsOf(officer.form()).get('_once') ?? []
    const again = await (await hub.as('hattie')).get(paths.caseInvite({ ...key, personId: demoPersonId('shno') }))
    const count = async () => (await hub.fresh.db.selectFrom('invitation').select('id').execute()).length
    const earlier = await count()
    await officer.submit({ secondFact: 'code', _once: once })
    await again.submit({ secondFact: 'code', _once: once })
    assert.equal(await count(), earlier + 1)
    assert.match(again.text, /cannot be shown again/)
    assert.doesNotMatch(again.text, /\d{4} \d{4}/)
  })
})

describe('setting up an account', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: at('09:00:00'), signIn: ['demo', 'local'] })
    key = await aCase(hub)
  })
  after(() => hub.close())

  const begin = async (who: string) => {
    const { link, code } = await invite(hub, key, who)
    const visitor = await hub.visitor().get(link)
    return visitor.submit({ code })
  }

  it('works wholly without scripts, with a password and an app, and shows ten codes once', async () => {
    const mother = await begin('shno')
    assert.equal(mother.heading, 'How do you want to sign in?')
    await mother.follow('Use a password')
    for (const [password, says] of [
      ['', 'Enter a new password'], ['too short', 'Password must be 12 characters or more'], ['password1234', 'Too many people use this password. Choose words that nobody would guess'],
      ['Shno Tahsin 1', 'This password is mostly your name or email address. Choose other words'], ['abcabcabcabc', 'This password is too easy to guess. Choose words that do not follow a pattern'],
    ] as const) {
      await mother.submit({ password })
      assert.deepEqual(mother.errors, [says])
      if (password !== '') assert.ok(!mother.body.includes(password), 'a password never comes back')
    }
    await mother.submit({ password: goodPassword })
    assert.equal(mother.heading, 'How do you want to get your codes?')
    await mother.submit({})
    assert.deepEqual(mother.errors, ['Select how you want to get your codes'])
    await mother.submit({ factor: 'app' })
    assert.equal(mother.heading, 'Set up your app')
    assert.match(mother.body, /<svg[^>]*hub-qr/)
    const secret = keyOn(mother)
    assert.match(secret, /^[A-Z2-7]{32}$/)
    await mother.submit({ code: '000000' })
    assert.deepEqual(mother.errors, ['The code is not right. Check it and try again'])
    assert.equal(keyOn(mother), secret, 'the key stays the same')
    await mother.submit({ code: appCode(hub, secret) })
    assert.equal(mother.heading, 'Keep your recovery codes safe')
    assert.equal(new Set(codesOn(mother)).size, 10)
    await mother.follow('I have kept them')
    assert.equal(mother.url, paths.home())
    assert.match(mother.text, /Rewan/)
    const { canSignIn } = await hub.fresh.db.selectFrom('person').select('canSignIn').where('id', '=', demoPersonId('shno')).executeTakeFirstOrThrow()
    assert.equal(canSignIn, true)
    const account = await hub.fresh.db.selectFrom('account').selectAll().where('personId', '=', demoPersonId('shno')).executeTakeFirstOrThrow()
    assert.match(account.passwordHash ?? '', /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.ok(!JSON.stringify(account).includes(secret), 'the key is sealed')
    const kept = JSON.stringify(await hub.fresh.db.selectFrom('recoveryCode').selectAll().execute())
    for (const code of codesOn(mother)) assert.ok(!kept.includes(code))
    assert.deepEqual(await hub.fresh.db.selectFrom('signInStep').selectAll().execute(), [], 'nothing is left half-way')
  })

  it('can be begun again from the link, until it is whole: no account stands with one factor', async () => {
    const father = await begin('hoshang')
    await father.get(paths.setUpPassword())
    await father.submit({ password: goodPassword })
    assert.equal(await hub.fresh.db.selectFrom('account').select('personId').where('personId', '=', demoPersonId('hoshang')).executeTakeFirst(), undefined)
    await assert.rejects(hub.fresh.db.insertInto('account').values({ personId: demoPersonId('hoshang'), email: 'x@example.org', userHandle: 'x', passwordHash: 'hash', secondFactor: null, appKeySealed: null, appLastStep: null, phoneSealed: null, openedAt: hub.house.clock.now(), lastSignedInAt: null, closedAt: null }).execute(), /account_check|violates check/)
    const other = hub.visitor()
    for (const page of [paths.setUp(), paths.setUpPassword(), paths.setUpSecondFactor(), paths.setUpApp(), paths.setUpCode()]) {
      await other.get(page)
      assert.match(other.url, /^\/sign-in\/account\?done=set-up-over/, `${page} without a step`)
    }
    hub.setNow(at('10:30:00'))
    await father.get(paths.setUpApp())
    assert.match(father.text, /time to set up your account is over/)
    hub.setNow(at('09:00:00'))
  })

  it('can use codes by text, after a first code reached the telephone', async () => {
    const father = await begin('hoshang')
    await father.get(paths.setUpPassword())
    await father.submit({ password: goodPassword })
    await father.submit({ factor: 'text', phone: 'not a number' })
    assert.deepEqual(father.errors, ['Enter a mobile number, like 07700 900 982'])
    assert.equal(father.fieldsOf(father.form()).get('phone')?.[0], 'not a number')
    await father.submit({ factor: 'text', phone: '07700 900 123' })
    const { to, body, channel } = await lastMessage(hub)
    assert.equal(channel, 'text')
    assert.equal(to, '+447700900123')
    assert.ok(body.length <= 160)
    await father.submit({ code: '' })
    assert.deepEqual(father.errors, ['Enter the code'])
    await father.submit({ code: await lastCode(hub) })
    assert.equal(father.heading, 'Keep your recovery codes safe')
    const row = await hub.fresh.db.selectFrom('account').selectAll().where('personId', '=', demoPersonId('hoshang')).executeTakeFirstOrThrow()
    assert.ok(!JSON.stringify(row).includes('7700900123'), 'the number is sealed')
    const again = await hub.visitor().get(paths.signIn())
    await again.submit({ email: row.email.toUpperCase(), password: goodPassword }, { to: paths.signInAccount() })
    assert.equal(again.heading, 'Enter the code from your text message')
    const code = await lastCode(hub)
    await again.submit({ code }, { to: paths.signInCode() })
    assert.equal(again.url, paths.home())
    const replayed = await hub.visitor().get(paths.signIn())
    await replayed.submit({ email: row.email, password: goodPassword }, { to: paths.signInAccount() })
    await replayed.submit({ code }, { to: paths.signInCode() })
    assert.equal(replayed.status, 422, 'a code works once')
  })

  it('with codes by email has no way back through the mailbox alone', async () => {
    hub.setNow(at('11:00:00'))
    const mother = await begin('shno')
    await mother.get(paths.setUpPassword())
    await mother.submit({ password: goodPassword })
    await mother.submit({ factor: 'email' })
    await mother.submit({ code: await lastCode(hub) })
    const codes = codesOn(mother)
    const { email } = await hub.fresh.db.selectFrom('account').select('email').where('personId', '=', demoPersonId('shno')).executeTakeFirstOrThrow()
    const lost = await hub.visitor().get(paths.signInHelp())
    await lost.submit({ email })
    assert.equal(lost.heading, 'Check your email')
    await lost.get(await lastLink(hub))
    assert.doesNotMatch(lost.text, /Code from your email/)
    await lost.submit({ recovery: codes[0] ?? '' })
    assert.equal(lost.heading, 'How do you want to sign in?')
  })

  it('tells the old address when an account is set up again, and ends everything of before', async () => {
    hub.setNow(at('12:00:00'))
    const again = await openAccount(hub, hub.visitor(), await invite(hub, key, 'shno'), 'lantern moss harbour')
    await hub.work()
    assert.match(hub.carrier.carried.at(-1)?.body ?? '', /set up again just now/)
    hub.setNow(at('12:05:00'))
    const { email } = await hub.fresh.db.selectFrom('account').select('email').where('personId', '=', demoPersonId('shno')).executeTakeFirstOrThrow()
    const old = await hub.visitor().get(paths.signIn())
    await old.submit({ email, password: goodPassword }, { to: paths.signInAccount() })
    assert.equal(old.status, 422)
    assert.equal((await signIn(hub, hub.visitor(), { email, password: 'lantern moss harbour', appKey: again.appKey })).url, paths.home())
  })
})
