// "Try again: your answers are kept": what a page says while the database cannot be reached, and that the same form can be sent again.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../test/builders/a-case.ts'
import { someAdvice } from '../test/builders/a-draft.ts'
import { withBroken, ways } from '../test/harness/broken-statements.ts'
import type { Hub } from '../test/harness/hub.ts'
import { aHub, textOf, Visitor } from '../test/harness/hub.ts'
import { waitingLines } from '../test/journeys/steps/plan.ts'
import type { CaseKey } from './casebook/open-case-file.ts'
import { paths } from './paths.ts'

const words = 'She has not slept for three nights.\nWhom may I ask?'

describe('while the hub cannot be reached for a moment', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
  })
  after(() => hub.close())

  /** Somebody signed in, who is shown the pages for faults like anybody. */
  async function patient(person: string): Promise<Visitor> {
    const signedIn = await hub.as(person)
    const visitor = new Visitor(hub.app, [])
    for (const name of signedIn.cookiesGiven) visitor.keepCookie(name, signedIn.cookie(name) ?? '')
    return visitor
  }
  const countOf = async (text: string): Promise<number> => (await hub.fresh.db.selectFrom('message').select('id').where('body', '=', text).execute()).length

  it('says so with 503, when to ask again, whom to phone and a way to the same page', async () => {
    const mother = await patient('shno')
    await mother.get(paths.home())
    await withBroken(1, 'cut', () => mother.get(paths.caseMessages(key)))
    assert.equal(mother.status, 503)
    assert.equal(mother.headers['retry-after'], '5')
    assert.equal(mother.heading, 'Sorry, the hub cannot be reached for a moment')
    assert.match(textOf(mother.root.querySelector('.hub-help')), /01632.960100/)
    await mother.follow('Try again')
    assert.equal(mother.status, 200)
    assert.equal(mother.heading, 'Messages about Rewan Tahsin')
  })

  for (const way of ways) {
    it(`gives a form back whole, to be sent once more (${way})`, async () => {
      const body = `${words} (${way})`
      const mother = await patient('shno')
      await mother.get(paths.caseMessages(key))
      const once = mother.fieldsOf(mother.form()).get('_once')
      const { sent } = await withBroken(0, way, () => mother.get(mother.url))
      await mother.get(paths.caseMessages(key))
      const mark = mother.fieldsOf(mother.form()).get('_once')
      assert.notDeepEqual(mark, once, 'a page asked for again is another form')
      await withBroken(sent - 2, way, () => mother.submit({ body }))
      assert.equal(mother.status, 503)
      assert.match(mother.text, /Try again: your answers are kept/)
      assert.equal(textOf(mother.root.querySelector('.hub-typed')), body.replace('\n', ' '))
      assert.deepEqual(mother.fieldsOf(mother.form()).get('_once'), mark, 'it is the same form, so that it cannot act twice')
      // And again, because the first try came too early.
      await withBroken(1, way, () => mother.submit())
      assert.equal(mother.status, 503)
      await mother.submit()
      assert.equal(mother.status, 200)
      assert.equal(await countOf(body), 1)
    })
  }

  it('does not act twice when only the answer was lost', async () => {
    const body = 'We moved to another school today, and nobody was told.'
    const mother = await patient('shno')
    await mother.get(paths.caseMessages(key))
    const statements: string[] = []
    // The commit of the act is the last statement before the page that follows is read.
    for (let at = 1; await countOf(body) === 0; at += 1) {
      const { broke = '' } = await withBroken(at, 'answer-lost', () => mother.submit({ body }))
      statements.push(broke)
    }
    assert.equal(statements.at(-1), 'commit')
    assert.equal(mother.status, 503)
    await mother.submit()
    assert.equal(mother.status, 200)
    assert.equal(await countOf(body), 1)
  })

  it('says that it was saved to a form that comes again when its page has moved on', async () => {
    const drafting = await aCase(hub, { at: 'drafting' })
    await someAdvice(hub, drafting, [{ kind: 'need', section: 'B', text: 'She finds it hard to follow spoken instructions.' }])
    const writer = await (await hub.as('tom')).get(paths.planAssemble(drafting))
    const [waiting] = waitingLines(writer)
    const fields = writer.fieldsOf(writer.form(`#group-${waiting?.group ?? ''}`))
    fields.set(`does-${waiting?.id ?? ''}`, ['use'])
    const post = () => hub.app.inject({
      method: 'POST', url: paths.planAssemble(drafting), headers: { cookie: writer.cookieHeader, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams([...fields].flatMap(([name, values]) => values.map((value) => [name, value]))).toString(),
    })
    assert.equal((await post()).statusCode, 303)
    const again = await post()
    assert.equal(again.statusCode, 303, 'and not "select what becomes of at least one line"')
    await writer.get(String(again.headers.location))
    assert.match(writer.body, /This was saved the first time that you sent it/)
    // Another form that is wrong is told what is wrong, as ever.
    fields.set('_once', [hub.house.newId<string>()])
    assert.equal((await post()).statusCode, 422)
  })

  it('asks for files again, and does not act without them', async () => {
    const mother = await patient('shno')
    const open = async (): Promise<void> => { await mother.get(paths.giveViews({ ...key, whose: 'parent' })) }
    await open()
    const file = { name: 'our views.txt', bytes: Buffer.from('What we think of her days at school.') }
    await withBroken(3, 'cut', () => mother.submitFiles({ report: file }, { 'v-worries': words }, { button: 'Send to the council' }))
    assert.equal(mother.status, 503)
    assert.match(mother.text, /you must choose yours again.*Choose again: our views\.txt/)
    await mother.submitFiles({})
    assert.equal(mother.status, 422)
    assert.deepEqual(mother.errors, ['Choose the file again'])
    assert.match(textOf(mother.root.querySelector('.hub-typed')), /not slept for three nights/)
    const kept = (await hub.fresh.db.selectFrom('document').select('id').execute()).length
    await mother.submitFiles({ report: file })
    assert.equal(mother.status, 200)
    assert.equal((await hub.fresh.db.selectFrom('document').select('id').execute()).length, kept + 1)
  })

  it('writes no password into a page', async () => {
    const own = await aHub({ signIn: ['local'] })
    const visitor = new Visitor(own.app, [])
    await visitor.get(paths.signInAccount())
    await withBroken(1, 'cut', () => visitor.submit({ email: 'shno@example.org', password: 'three hedgehogs in a row' }, { button: 'Continue' }))
    assert.equal(visitor.status, 503)
    assert.doesNotMatch(visitor.body, /three hedgehogs/)
    assert.equal(visitor.link('Try again'), paths.signInAccount())
    await own.close()
  })
})
