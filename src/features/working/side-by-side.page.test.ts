import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addLine, aPlanUnderAmendment, ask, decide, freezeTimes, lineAt, livePlan, writeLine } from '../../../test/builders/a-working-document.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { statementsOf } from '../../../test/harness/statements.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'

describe('the working document side by side', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await aPlanUnderAmendment(hub, { morePairs: 2 })
  })
  after(() => hub.close())

  const pageFor = async (person: string) => (await hub.as(person)).get(paths.planWorking(key))

  it('shows what stands in the plan as issued, as it stands now, and whose change it is', async () => {
    const [first, second] = [await lineAt(hub, key, 'B', 1), await lineAt(hub, key, 'B', 2)]
    await writeLine(hub, key, first, `${first.text} This changed in the autumn.`)
    await writeLine(hub, key, second, undefined)
    await addLine(hub, key, 'B', 'need', 'Rewan now needs help at lunch.')
    const tom = await pageFor('tom')
    assert.equal(tom.status, 200)
    assert.match(tom.text, /added, by the local authority: This changed in the autumn\./)
    assert.match(tom.text, /taken out, by the local authority/)
    assert.match(tom.text, /Not there\..*Rewan now needs help at lunch\./)
    assert.match(tom.text, /Last changed by Tom Ellery, 12 January 2027/)
  })

  it('shows each thing that was said with who, when, the answer and the reason, and the way to answer it', async () => {
    const line = await lineAt(hub, key, 'F', 1)
    await ask(hub, key, 'shno', { kind: 'change', section: 'F', lineId: line.id, onRevision: line.revision, text: `${line.text} Every day.`, because: 'He needs it.' })
    const declined = await ask(hub, key, 'hoshang', { kind: 'remove', section: 'F', lineId: line.id, onRevision: line.revision, text: '' })
    await decide(hub, key, declined, 'declined', 'The therapist says it still helps.')
    const hattie = await pageFor('hattie')
    assert.match(hattie.text, /Asks for other words.*Waiting for an answer.*Shno Tahsin.*12 January 2027.*Why: He needs it\./)
    assert.match(hattie.text, /added, asked for by the family: Every day\./)
    assert.match(hattie.text, /Asks to take it out.*Declined.*Hoshang.*The therapist says it still helps\./)
    await hattie.follow('Answer Shno Tahsin about F1')
    assert.equal(hattie.status, 200)
  })

  it('shows a parent the plan as issued and their own words, and nobody else’s or what the council is writing', async () => {
    const shno = await pageFor('shno')
    assert.equal(shno.status, 200)
    assert.match(shno.text, /Every day\./)
    assert.doesNotMatch(shno.text, /Hoshang|The therapist says|at lunch|in the autumn/)
    const hoshang = await pageFor('hoshang')
    assert.match(hoshang.text, /The therapist says it still helps/)
    assert.doesNotMatch(hoshang.text, /Every day|He needs it|at lunch/)
  })

  it('lets a parent ask for other words on a line as they read it, one click away, and come back here', async () => {
    const shno = await pageFor('shno')
    await shno.follow('Comment or propose a change of B1')
    assert.doesNotMatch(shno.text, /in the autumn/)
    await shno.submit({ kind: 'comment', comment: 'We see this at home too.' })
    assert.equal(shno.heading, 'The plan side by side', shno.errors.join())
    assert.match(shno.text, /We see this at home too\./)
  })

  it('shows a school the plan as it is being written, and no family’s words', async () => {
    const debra = await pageFor('debra')
    assert.match(debra.text, /at lunch/)
    assert.doesNotMatch(debra.text, /He needs it|Every day|The therapist says/)
  })

  it('is not there for who has no part in the case', async () => {
    const aled = await hub.as('aled')
    await aled.get(paths.planWorking(key))
    assert.equal(aled.status, 404)
  })

  it('leaves out what did not change, when asked', async () => {
    const tom = await (await hub.as('tom')).get(paths.planWorking(key, { show: 'changed' }))
    assert.match(tom.text, /at lunch/)
    assert.doesNotMatch(tom.text, /The same\./)
  })
})

describe('a plan of two hundred lines with ten versions', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await aPlanUnderAmendment(hub, { morePairs: 95 })
    await freezeTimes(hub, key, 10)
    const { lines } = await livePlan(hub, key)
    assert.ok(lines.length >= 200, `${lines.length} lines`)
    for (const line of lines.slice(20, 32)) await writeLine(hub, key, line, `${line.text} More.`)
    for (const line of lines.slice(40, 52)) await ask(hub, key, 'shno', { kind: 'change', section: line.section, lineId: line.id, onRevision: line.revision, text: `${line.text} Please.` })
  })
  after(() => hub.close())

  const most = 12
  for (const person of ['tom', 'hattie', 'debra', 'imogen', 'shno', 'hoshang']) {
    it(`is opened by ${person} with at most ${most} statements`, async () => {
      const visitor = await hub.as(person)
      const sent = await statementsOf(() => visitor.get(paths.planWorking(key)))
      assert.equal(visitor.status, 200)
      if (process.env['SHOW_PLAN'] === 'yes') process.stdout.write(`${person}: ${sent.length}\n${sent.map(({ text }) => text.trim().slice(0, 110).replaceAll('\n', ' ')).join('\n')}\n`)
      assert.ok(sent.length <= most, `${sent.length} statements`)
    })
  }
})
