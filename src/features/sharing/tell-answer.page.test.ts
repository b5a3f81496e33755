import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aDraft } from '../../../test/builders/a-small-draft.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { LineId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

describe('telling the family that they have an answer', () => {
  let hub: Hub
  let key: CaseKey
  let lines: LineId[]
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'daniel'], setting: 'hallowcross', at: 'drafting' })
    lines = await aDraft(hub, key)
    await (await (await hub.as('hattie')).get(paths.shareDraft(key))).submit()
  })
  after(() => hub.close())

  const said = async (who: string, comment: string): Promise<void> => {
    const visitor = await (await hub.as(who)).get(paths.proposeOnLine({ ...key, lineId: lines[1] ?? assert.fail('no line') }))
    await visitor.submit({ kind: 'comment', comment })
  }
  const opened = async (words: RegExp): Promise<Visitor> => {
    const writer = await (await hub.as('hattie')).get(paths.proposals(key))
    const item = writer.root.querySelectorAll('.hub-proposal').find((one) => words.test(one.textContent))
    return writer.get(item?.querySelector('a')?.getAttribute('href') ?? assert.fail(`nothing says ${words}`))
  }
  const told = (who: string) => hub.fresh.db.selectFrom('outgoing').select(['channel', 'toAddress', 'subject', 'body', 'state']).where('about', '=', 'answer')
    .where('toPersonId', '=', demoPersonId(who)).orderBy('queuedAt').execute()

  it('sends whoever asked one message without a word of it, however often the answer is sent; and nobody else any', async () => {
    await said('kerry', 'Who helps her to read?')
    const one = await opened(/Who helps her to read/)
    const two = await opened(/Who helps her to read/)
    const form = { reason: 'Her class teacher, each morning.', _once: one.fieldsOf(one.form()).get('_once') ?? [] }
    await one.submit(form)
    await two.submit(form)
    assert.deepEqual([one.status, two.status], [200, 200])
    const [message, ...more] = await told('kerry')
    assert.ok(message)
    assert.equal(more.length, 0)
    assert.equal(message.channel, 'email')
    assert.match(message.body, new RegExp(paths.sharedDraft(key)))
    assert.doesNotMatch(`${message.subject} ${message.body}`, /Beth|Skerrow|read\?|teacher|draft plan|comment/i)
    assert.equal((await told('daniel')).length, 0)
  })

  it('says it again only when they have looked, or on another day', async () => {
    await said('daniel', 'First question')
    await said('daniel', 'Second question')
    await said('daniel', 'Third question')
    await said('daniel', 'Fourth question')
    await (await opened(/First question/)).submit({ reason: 'First answer' })
    await (await opened(/Second question/)).submit({ reason: 'Second answer' })
    assert.equal((await told('daniel')).length, 1, 'one message says that something waits')
    const father = await (await hub.as('daniel')).get(paths.caseOverview(key))
    await father.get(paths.sharedDraft(key))
    assert.match(father.text, /First answer.*Second answer/)
    hub.setNow('2026-09-14T11:00:00.000Z')
    await (await hub.as('daniel')).get(paths.sharedDraft(key))
    await (await opened(/Third question/)).submit({ reason: 'Third answer' })
    assert.equal((await told('daniel')).length, 2, 'they had looked')
    hub.setNow('2026-09-16T11:00:00.000Z')
    await (await opened(/Fourth question/)).submit({ reason: 'Fourth answer' })
    assert.equal((await told('daniel')).length, 3, 'another day')
  })

  it('writes the answer out for somebody who is written to, and to nobody who must not be contacted', async () => {
    const safest = (safeContact: string) => hub.fresh.db.updateTable('relationship').set({ safeContact }).where('personId', '=', demoPersonId('kerry')).execute()
    const earlier = (await told('kerry')).length
    await said('kerry', 'Can it be on paper?')
    await safest('post')
    await (await opened(/Can it be on paper/)).submit({ reason: 'Yes, this is it.' })
    const letter = (await told('kerry')).at(-1)
    assert.equal(letter?.channel, 'letter')
    assert.match(letter?.body ?? '', /Dear Kerry Skerrow,[\s\S]*You wrote: Can it be on paper\?[\s\S]*Our answer\nYes, this is it\./)
    await said('kerry', 'Is it safe?')
    await safest('none')
    await (await opened(/Is it safe/)).submit({ reason: 'We rang you.' })
    assert.equal((await told('kerry')).length, earlier + 1)
    await safest('any')
  })

  it('tells of an answered wish too', async () => {
    const earlier = (await told('kerry')).length
    hub.setNow('2026-09-18T09:00:00.000Z')
    const mother = await (await hub.as('kerry')).get(paths.makeWish(key, { kind: 'meeting' }))
    await mother.submit({ way: 'by video', when: 'mornings' })
    const officer = await (await hub.as('hattie')).get(paths.wishes(key))
    await officer.get(officer.root.querySelector('.govuk-summary-card a')?.getAttribute('href') ?? '')
    await officer.submit({ answer: 'At 10am.', 'on-day': '21', 'on-month': '9', 'on-year': '2026' })
    const messages = await told('kerry')
    assert.equal(messages.length, earlier + 1)
    assert.doesNotMatch(messages.at(-1)?.body ?? '', /10am|meet/)
  })

  it('tells a professional who commented where to read the answer', async () => {
    await said('idwal', 'We have no such room')
    await (await opened(/no such room/)).submit({ reason: 'We will find one.' })
    assert.deepEqual((await told('idwal')).map(({ channel }) => channel), ['email'])
  })
})
