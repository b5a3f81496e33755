import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aDraft, rewrite, wordsOf } from '../../../test/builders/a-small-draft.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { LineId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'

describe('answering what was said of the draft', () => {
  let hub: Hub
  let key: CaseKey
  let lines: LineId[]
  const line = (index: number): LineId => lines[index] ?? assert.fail('no such line')

  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'daniel'], setting: 'hallowcross', at: 'drafting' })
    lines = await aDraft(hub, key, [
      { kind: 'need', section: 'B', text: 'She cannot read.' }, { kind: 'need', section: 'B', text: 'She is tired after lunch.' },
      { kind: 'need', section: 'B', text: 'She finds numbers hard.' }, { kind: 'need', section: 'B', text: 'She dislikes noise.' },
      { kind: 'provision', section: 'F', text: 'A quiet place.', fields: { minutes: 20, times: 1, per: 'day' } },
      { kind: 'provision', section: 'F', text: 'A place to rest.' },
    ])
    await (await (await hub.as('hattie')).get(paths.shareDraft(key))).submit()
  })
  after(() => hub.close())

  const propose = async (who: string, lineId: LineId, fields: Record<string, string>): Promise<void> => {
    const visitor = await (await hub.as(who)).get(paths.proposeOnLine({ ...key, lineId }))
    await visitor.submit(fields)
    assert.equal(visitor.status, 200, visitor.errors.join())
  }
  /** The writer opens the answer page of what this person asked for. */
  const opened = async (words: RegExp, who = 'tom'): Promise<Visitor> => {
    const writer = await (await hub.as(who)).get(paths.proposals(key))
    const item = writer.root.querySelectorAll('.hub-proposal').find((one) => words.test(one.textContent))
    return writer.get(item?.querySelector('a')?.getAttribute('href') ?? assert.fail(`nothing says ${words}`))
  }

  it('shows the words that change, and writes them into the draft when accepted', async () => {
    await propose('kerry', line(0), { kind: 'change', words: 'She reads short words.', because: 'She has learned' })
    const writer = await opened(/She has learned/)
    assert.ok(writer.root.querySelector('del') !== null && writer.root.querySelector('ins') !== null)
    await writer.submit({ decision: 'accepted' })
    assert.match(writer.text, /Answered \(1\)/)
    assert.equal(await wordsOf(hub, key, line(0)), 'She reads short words.')
    const mother = await (await hub.as('kerry')).get(paths.sharedDraft(key))
    assert.match(mother.text, /She reads short words\./)
    assert.match(mother.text, /We agree/)
    const father = await (await hub.as('daniel')).get(paths.sharedDraft(key))
    assert.doesNotMatch(father.body, /She reads short words|We agree/)
  })

  it('declines with a reason, which the person reads', async () => {
    await propose('daniel', line(1), { kind: 'remove', because: 'Not at my house' })
    const writer = await opened(/Not at my house/)
    await writer.submit({ decision: 'declined' })
    assert.equal(writer.status, 422)
    assert.deepEqual(writer.errors, ['Enter why it is declined: whoever asked reads it'])
    await writer.submit({ reason: 'The school sees it each day.' })
    const father = await (await hub.as('daniel')).get(paths.sharedDraft(key))
    assert.match(father.text, /Not agreed/)
    assert.match(father.text, /The school sees it each day/)
    assert.equal(await wordsOf(hub, key, line(1)), 'She is tired after lunch.')
    const mother = await (await hub.as('kerry')).get(paths.sharedDraft(key))
    assert.doesNotMatch(mother.body, /The school sees it each day/)
  })

  it('shows both texts when the line has moved on, and lets the writer choose', async () => {
    await propose('kerry', line(2), { kind: 'change', words: 'She counts to ten.', because: 'We count at home' })
    await rewrite(hub, key, line(2), 'She adds to five.')
    const writer = await opened(/We count at home/)
    assert.match(writer.text, /The line was changed after this was said/)
    assert.match(writer.text, /She adds to five/)
    await writer.submit({ decision: 'accepted' })
    assert.deepEqual(writer.errors, ['Select which words the line shall have'])
    await writer.submit({ keep: 'own', wording: 'She counts to ten and adds to five.' })
    assert.equal(await wordsOf(hub, key, line(2)), 'She counts to ten and adds to five.')
  })

  it('writes nothing over a change that was made while the page was open', async () => {
    await propose('kerry', line(3), { kind: 'change', words: 'She loves noise.', because: 'At the fair' })
    const writer = await opened(/At the fair/)
    await rewrite(hub, key, line(3), 'She dislikes sudden noise.')
    await writer.submit({ decision: 'accepted', reason: 'Thank you' })
    assert.equal(writer.status, 422)
    assert.match(writer.errors.join(), /was changed after you opened this page/)
    assert.match(writer.text, /She dislikes sudden noise/)
    assert.deepEqual(writer.fieldsOf(writer.form()).get('reason'), ['Thank you'])
    assert.equal(await wordsOf(hub, key, line(3)), 'She dislikes sudden noise.')
    await writer.submit({ keep: 'now' })
    assert.equal(await wordsOf(hub, key, line(3)), 'She dislikes sudden noise.')
  })

  it('does not take a line that was only moved for one that was changed', async () => {
    await propose('kerry', line(5), { kind: 'change', words: 'A quiet room of her own.', because: 'She rests' })
    const was = await hub.fresh.db.selectFrom('planLineRevision').selectAll().where('lineId', '=', line(5)).where('n', '=', 1).executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('planLineRevision').values({ ...was, n: 2, baseN: 1, position: 7, how: 'moved', fields: JSON.stringify(was.fields) }).execute()
    await hub.fresh.db.updateTable('planLine').set({ latest: 2 }).where('id', '=', line(5)).execute()
    const writer = await opened(/She rests/)
    assert.doesNotMatch(writer.text, /was changed after this was said/)
    await writer.submit({ decision: 'accepted' })
    assert.equal(await wordsOf(hub, key, line(5)), 'A quiet room of her own.')
  })

  it('takes a line out by a revision, and adds one whose source is who said it', async () => {
    await propose('idwal', line(4), { kind: 'remove', because: 'There is no such room' })
    const writer = await opened(/There is no such room/)
    assert.match(writer.text, /numbers stay as they are: 20 minutes/)
    await writer.submit({ decision: 'accepted' })
    assert.equal(await wordsOf(hub, key, line(4)), undefined)

    const mother = await (await hub.as('kerry')).get(paths.proposeNewLine({ ...key, section: 'A' }))
    await mother.submit({ kind: 'add', words: 'We hope that she will have friends.' })
    await (await opened(/will have friends/)).submit({ decision: 'accepted' })
    const source = await hub.fresh.db.selectFrom('planLineSource as s').innerJoin('planLineRevision as r', 'r.lineId', 's.lineId')
      .select(['s.saidBy', 's.saidOn', 'r.section', 'r.fields']).where('r.text', '=', 'We hope that she will have friends.').executeTakeFirstOrThrow()
    assert.deepEqual([source.saidBy, source.saidOn, source.section], ['Kerry Skerrow', '2026-09-14', 'A'])
    assert.equal((source.fields as { whose: string }).whose, 'parent')
  })

  it('answers a comment in words, and an answer stands', async () => {
    await propose('kerry', line(0), { kind: 'comment', comment: 'Who tests this?' })
    const first = await opened(/Who tests this/)
    const second = await opened(/Who tests this/, 'hattie')
    await first.submit()
    assert.deepEqual(first.errors, ['Enter your answer'])
    await first.submit({ reason: 'Her class teacher.' })
    await second.submit({ reason: 'Nobody.' })
    assert.equal(second.status, 422)
    assert.match(second.text, /Tom Ellery has answered this/)
    const mother = await (await hub.as('kerry')).get(paths.sharedDraft(key))
    assert.match(mother.text, /Her class teacher/)
    assert.doesNotMatch(mother.text, /Nobody\./)
  })

  it('answers once when the form is sent twice', async () => {
    await propose('kerry', line(1), { kind: 'comment', comment: 'Twice pressed' })
    const one = await opened(/Twice pressed/)
    const two = await opened(/Twice pressed/)
    const answers = async (): Promise<number> => (await hub.fresh.db.selectFrom('fact').select('seq').where('type', '=', 'representation-answered').execute()).length
    const earlier = await answers()
    const form = { reason: 'Once.', _once: one.fieldsOf(one.form()).get('_once') ?? [] }
    await one.submit(form)
    await two.submit(form)
    assert.deepEqual([one.status, two.status, await answers()], [200, 200, earlier + 1])
  })

  it('refuses a comment on words that a newer draft has replaced, keeping what was typed', async () => {
    const mother = await (await hub.as('kerry')).get(paths.proposeOnLine({ ...key, lineId: line(1) }))
    await rewrite(hub, key, line(1), 'She is tired in the afternoon.')
    await (await (await hub.as('hattie')).get(paths.shareDraft(key))).submit()
    await mother.submit({ kind: 'comment', comment: 'Only after swimming.' })
    assert.equal(mother.status, 422)
    assert.match(mother.text, /She is tired in the afternoon/)
    assert.deepEqual(mother.fieldsOf(mother.form()).get('comment'), ['Only after swimming.'])
    await mother.submit()
    assert.match(mother.text, /Only after swimming/)
  })

  it('is for the council’s writers alone', async () => {
    const officer = await (await hub.as('tom')).get(paths.proposals(key))
    const [answer] = officer.root.querySelectorAll('.hub-proposal a').map((anchor) => anchor.getAttribute('href') ?? '')
    for (const stranger of ['kerry', 'daniel', 'idwal', 'aled', 'odette']) {
      const visitor = await (await hub.as(stranger)).get(answer ?? '')
      assert.ok([403, 404].includes(visitor.status), `${stranger} got ${visitor.status}`)
    }
  })
})
