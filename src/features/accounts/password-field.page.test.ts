import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { appCode, invite, openAccount, signIn } from '../../../test/builders/an-account.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { paths } from '../../paths.ts'

const email = 'shno@example.org'
/** Spaces before and behind, capitals, other letters, signs, and longer than 64. */
const password = '  Kettle Harbour Violet <b>&amp; ئاوی سارد — ☕ and then some more words, so that it is long  '

describe('a field for a password', () => {
  let hub: Hub
  let appKey: string
  before(async () => {
    hub = await aHub({ now: '2026-09-14T09:00:00.000Z', signIn: ['demo', 'local'] })
    const key = await aCase(hub)
    const { link, code } = await invite(hub, key, 'shno')
    ;({ appKey } = await openAccount(hub, hub.visitor(), { link, code }, password))
  })
  after(() => hub.close())

  it('hides what is typed, helps password managers, and forbids no pasting', async () => {
    const visitor = await hub.visitor().get(paths.signIn())
    const field = visitor.root.querySelector('#password')
    assert.equal(field?.getAttribute('type'), 'password')
    assert.equal(field?.getAttribute('autocomplete'), 'current-password')
    assert.equal(field?.getAttribute('spellcheck'), 'false')
    for (const not of ['maxlength', 'minlength', 'pattern', 'onpaste', 'readonly']) assert.equal(field?.getAttribute(not), undefined, not)
    assert.match(visitor.body, /Show/, 'what was typed can be shown')
  })

  it('is taken as it was typed, with its spaces, its capitals and all of its length', async () => {
    const tried = async (typed: string): Promise<string> => {
      hub.setNow(new Date(Date.parse(hub.house.clock.now()) + 3_600_000).toISOString())
      const visitor = await hub.visitor().get(paths.signIn())
      await visitor.submit({ email, password: typed }, { to: paths.signInAccount() })
      return visitor.heading
    }
    for (const other of [password.trim(), password.toLowerCase(), password.slice(0, 72), `${password} `, password.replace('&amp;', '&')]) assert.equal(await tried(other), 'Sign in', JSON.stringify(other))
    assert.equal(await tried(password), 'Enter the code from your app')
  })

  it('still opens the account after two years', async () => {
    hub.setNow('2028-09-20T09:00:00.000Z')
    const visitor = await signIn(hub, hub.visitor(), { email, password, appKey })
    assert.equal(visitor.url, paths.home())
    assert.equal(appCode(hub, appKey).length, 6)
  })
})

describe('the choice of a second factor', () => {
  it('says which is safest and what speaks against the others', async () => {
    const hub = await aHub({ now: '2026-09-14T09:00:00.000Z', signIn: ['demo', 'local'] })
    const { link, code } = await invite(hub, await aCase(hub), 'shno')
    const visitor = await hub.visitor().get(link)
    await visitor.submit({ code })
    await visitor.get(paths.setUpPassword())
    await visitor.submit({ password })
    assert.equal(visitor.heading, 'How do you want to get your codes?')
    assert.match(visitor.words, /An app on my phone or computer This is the safest/)
    assert.match(visitor.words, /Do not choose this if somebody else reads your texts/)
    await hub.close()
  })
})
