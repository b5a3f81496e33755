import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { appCode, codesOn, goodPassword, invite, keyOn, lastCode, lastMessage, openAccount, signIn } from '../../../test/builders/an-account.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { Visitor } from '../../../test/harness/visitor.ts'
import { closeAccount } from '../../casebook/accounts/account-rows.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { inviteCommand } from './command.ts'

const email = 'shno@example.org'
const at = (time: string): string => `2026-09-14T${time}:00.000Z`

describe('one’s own sign-in', () => {
  let hub: Hub
  let mother: Visitor
  let appKey: string
  let password = goodPassword
  let codes: readonly string[]
  before(async () => {
    hub = await aHub({ now: at('09:00'), signIn: ['demo', 'local'] })
    const key = await aCase(hub)
    ;({ visitor: mother, appKey, codes } = await openAccount(hub, hub.visitor(), await invite(hub, key, 'shno')))
  })
  after(() => hub.close())
  const freshAt = async (time: string): Promise<Visitor> => {
    hub.setNow(at(time))
    return signIn(hub, hub.visitor(), { email, password, appKey })
  }

  it('is reached from every page, and says what there is', async () => {
    await mother.get(paths.home())
    await mother.follow('How you sign in')
    assert.match(mother.words, /Email address shno@example\.org/)
    assert.match(mother.words, /Codes Code from an app/)
    assert.match(mother.words, /10 of 10 left/)
    assert.match(mother.text, /You have no passkeys/)
  })

  it('is somebody else’s affair for who signs in another way', async () => {
    const officer = await (await hub.as('hattie')).get(paths.mySignIn())
    assert.match(officer.text, /You do not sign in with an account of this service/)
    assert.equal((await officer.get(paths.changePassword())).url, paths.mySignIn())
  })

  it('is changed only after a sign-in of just now', async () => {
    hub.setNow(at('09:20'))
    for (const page of [paths.changePassword(), paths.changeSecondFactor(), paths.changeEmail()]) {
      await mother.get(page)
      assert.equal(mother.heading, 'Check that it is still you', page)
    }
    await mother.follow('Sign in again')
    await mother.submit({ email, password }, { to: paths.signInAccount() })
    await mother.submit({ code: appCode(hub, appKey) })
    assert.equal(mother.url, paths.mySignIn())
  })

  it('takes another password for the one there is, signs out everywhere else, and tells the person', async () => {
    const elsewhere = await freshAt('09:40')
    const here = await freshAt('09:42')
    await here.get(paths.changePassword())
    await here.submit({ current: '', password: 'x' })
    assert.deepEqual(here.errors, ['Enter the password that you have now'])
    await here.submit({ current: 'not this one at all', password: 'lantern moss harbour' })
    assert.deepEqual(here.errors, ['This is not the password that you have now'])
    await here.submit({ current: password, password: 'short' })
    assert.deepEqual(here.errors, ['Password must be 12 characters or more'])
    assert.doesNotMatch(here.body, new RegExp(password))
    await here.submit({ current: password, password: 'lantern moss harbour' })
    password = 'lantern moss harbour'
    assert.match(here.text, /We have sent you an email to say so/)
    assert.deepEqual([(await lastMessage(hub)).to, (await lastMessage(hub)).subject], [email, 'Your password was changed'])
    assert.match((await elsewhere.get(paths.home())).url, /^\/sign-in/)
    assert.equal((await here.get(paths.home())).url, paths.home())
  })

  it('takes another app for the one there is', async () => {
    const here = await freshAt('10:00')
    await here.get(paths.changeSecondFactor())
    assert.equal(here.heading, 'How do you want to get your codes?')
    await here.submit({ factor: 'app' })
    const secret = keyOn(here)
    assert.notEqual(secret, appKey)
    await here.submit({ code: appCode(hub, secret) })
    assert.equal(here.url, paths.mySignIn({ done: 'sign-in-changed' }))
    appKey = secret
    assert.equal((await lastMessage(hub)).subject, 'How you get your codes was changed')
  })

  it('makes new recovery codes, which end the old ones', async () => {
    const here = await freshAt('10:20')
    await here.get(paths.mySignIn())
    await here.submit({}, { to: paths.newRecoveryCodes() })
    assert.equal(codesOn(here).length, 10)
    hub.setNow(at('10:25'))
    const old = await hub.visitor().get(paths.signIn())
    await old.submit({ email, password }, { to: paths.signInAccount() })
    await old.get(paths.signInRecoveryCode())
    await old.submit({ code: codes[1] ?? '' })
    assert.equal(old.status, 422)
  })

  it('moves to another address when a code has come back from it, and tells the old one', async () => {
    const here = await freshAt('10:40')
    await here.get(paths.changeEmail())
    await here.submit({ email: 'shno new' })
    assert.deepEqual(here.errors, ['Enter an email address, like name@example.com'])
    assert.equal(here.fieldsOf(here.form()).get('email')?.[0], 'shno new')
    await here.submit({ email: 'shno.new@example.org' })
    assert.equal(here.heading, 'Confirm your new email address')
    const right = await lastCode(hub)
    await here.submit({ code: right === '000000' ? '000001' : '000000' })
    assert.deepEqual(here.errors, ['The code is not right. Check it and try again'])
    await here.submit({ code: right })
    assert.match(here.words, /Email address shno\.new@example\.org/)
    const { to, subject } = await lastMessage(hub)
    assert.deepEqual([to, subject], [email, 'The email address of your account was changed'])
    const person = await hub.fresh.db.selectFrom('person').select('email').where('id', '=', demoPersonId('shno')).executeTakeFirstOrThrow()
    assert.equal(person.email, 'shno.new@example.org')
    hub.setNow(at('10:45'))
    assert.equal((await signIn(hub, hub.visitor(), { email: 'shno.new@example.org', password, appKey })).url, paths.home())
  })

  it('is over in the next request when the account is closed', async () => {
    hub.setNow(at('11:00'))
    const here = await signIn(hub, hub.visitor(), { email: 'shno.new@example.org', password, appKey })
    await inTransaction({ house: hub.house, viewer: system, page: 'test' }, (tx) => closeAccount(tx, demoPersonId('shno')))
    assert.match((await here.get(paths.home())).url, /^\/sign-in/)
    const { canSignIn } = await hub.fresh.db.selectFrom('person').select('canSignIn').where('id', '=', demoPersonId('shno')).executeTakeFirstOrThrow()
    assert.equal(canSignIn, false, 'letters go on paper again')
  })
})

describe('the first account of an installation', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ signIn: ['local'] }) })
  after(() => hub.close())
  const run = async (...words: string[]): Promise<{ exit: number; said: string }> => {
    const said: string[] = []
    return { exit: await inviteCommand({ house: hub.house, viewer: system, page: 'cli invite' }, words, (text) => { said.push(text) }), said: said.join('\n') }
  }

  it('is made by a command, which says the code and sends the link', async () => {
    const { exit, said } = await run('manager@example.org', '--name', 'Ros Amberley', '--role', 'decision-maker', '--at', 'SEND team, wendmere council')
    assert.equal(exit, 0, said)
    const code = /\d{4} \d{4}/.exec(said)?.[0] ?? ''
    const { body, to } = await lastMessage(hub)
    assert.equal(to, 'manager@example.org')
    assert.ok(!body.includes(code))
    const earlier = await hub.fresh.db.selectFrom('person').select('canSignIn').where('email', '=', 'manager@example.org').executeTakeFirstOrThrow()
    assert.equal(earlier.canSignIn, false, 'nobody can sign in before the account is open')
    const { visitor } = await openAccount(hub, hub.visitor(), { link: new URL(/https?:\S+/.exec(body)?.[0] ?? '').pathname, code })
    assert.equal(visitor.heading, 'Keep your recovery codes safe')
    await visitor.get(paths.teamWork())
    assert.equal(visitor.status, 200)
    await visitor.get(paths.changeSecondFactor())
    assert.equal(visitor.heading, 'Set up your app', 'staff have no codes by text or email')
  })

  for (const [words, says] of [
    [['not an address'], /no email address/], [['a@example.org', '--name', 'A B'], /Say --name and --at/], [['a@example.org', '--name', 'A B', '--role', 'king', '--at', 'x'], /--role is one of/],
    [['a@example.org', '--name', 'A B', '--role', 'senco', '--at', 'Nowhere School'], /no organisation called/], [['hattie@example.org', '--name', 'Somebody Else', '--role', 'senco', '--at', 'SEND team, wendmere council'], /another name/], [['a@example.org', '--name', 'A B', '--role', 'case-officer', '--at', 'Wendmere Council'], /name its service too: .*"SEND team, Wendmere Council"/],
  ] as const) {
    it(`says what is wrong with ${words.join(' ')}`, async () => {
      const { exit, said } = await run(...words)
      assert.notEqual(exit, 0)
      assert.match(said, says)
    })
  }
})
