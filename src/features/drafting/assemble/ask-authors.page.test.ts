import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../../test/builders/a-case.ts'
import { someAdvice } from '../../../../test/builders/a-draft.ts'
import type { Hub } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import type { AdviceId, AdviceLineId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'

describe('asking the author of a report', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  const at = (ids: readonly AdviceLineId[], place: number): AdviceLineId => ids[place] ?? assert.fail('no line')
  async function withReport(by?: Parameters<typeof someAdvice>[3]): Promise<{ key: CaseKey; adviceId: AdviceId; ids: AdviceLineId[] }> {
    const key = await aCase(hub, { at: 'drafting' })
    const { adviceId, lineIds } = await someAdvice(hub, key, [
      { kind: 'provision', section: 'F', text: 'Attention training.' }, { kind: 'provision', section: 'F', text: 'A sand timer on the desk.' },
    ], by)
    return { key, adviceId, ids: lineIds }
  }
  /** The plan writer asks about lines, all in one save. */
  async function ask(key: CaseKey, questions: Record<AdviceLineId, string>) {
    const tom = await (await hub.as('tom')).get(paths.planAssemble(key))
    return tom.submit(Object.fromEntries(Object.entries(questions).flatMap(([id, words]) => [[`does-${id}`, 'ask-author'], [`words-ask-author-${id}`, words]])))
  }
  const sent = (key: CaseKey, about: string) => hub.fresh.db.selectFrom('outgoing').select(['toAddress', 'subject', 'body']).where('caseId', '=', key.caseId as never).where('about', '=', about).execute()
  const facts = async (key: CaseKey, type: string) => (await hub.fresh.db.selectFrom('fact').select(['data', 'reason']).where('caseId', '=', key.caseId as never).where('type', '=', type).orderBy('seq').execute())

  it('sends one message for one report, without a word of it, and records what was asked', async () => {
    const { key, adviceId, ids } = await withReport()
    await ask(key, { [at(ids, 0)]: 'How long, and how often?', [at(ids, 1)]: 'Whose desk?' })
    const messages = await sent(key, 'author-question')
    assert.equal(messages.length, 1)
    assert.match(messages[0]?.body ?? '', new RegExp(paths.advice({ ...key, adviceId })))
    assert.doesNotMatch(`${messages[0]?.subject} ${messages[0]?.body}`, /Rewan|Tahsin|How long|desk|training/)
    assert.deepEqual(await facts(key, 'author-asked'), [{ data: { adviceId, of: 'Dr Imogen Petrie', isSent: true }, reason: 'How long, and how often?\nWhose desk?' }])
  })

  it('lets the author answer once, tells who asked, and leaves the decision to the writer', async () => {
    const { key, adviceId, ids } = await withReport()
    await ask(key, { [at(ids, 0)]: 'How long, and how often?' })
    const author = await (await hub.as('imogen')).get(paths.advice({ ...key, adviceId }))
    assert.match(author.text, /The plan writer asks: How long, and how often\?/)
    await author.follow('Answer this question about Attention training.')
    await author.submit({ answer: '' })
    assert.deepEqual(author.errors, ['Enter your answer'])
    const twin = await (await hub.as('imogen')).get(paths.answerAuthorQuestion({ ...key, adviceId, adviceLineId: at(ids, 0) }))
    await author.submit({ answer: '20 minutes, three times a week.' })
    assert.match(author.text, /Answer: 20 minutes, three times a week\./)
    await twin.submit({ answer: 'Something else.' })
    assert.equal(twin.status, 422)
    assert.match(twin.text, /their answer stands.*20 minutes, three times a week/)
    assert.deepEqual((await facts(key, 'author-answered')).map(({ reason }) => reason), ['20 minutes, three times a week.'])
    const [told, ...more] = await sent(key, 'author-answered')
    assert.equal(more.length, 0)
    assert.doesNotMatch(`${told?.subject} ${told?.body}`, /Rewan|minutes|Petrie/)
    const tom = await (await hub.as('tom')).get(paths.planAssemble(key))
    assert.match(tom.text, /Author answered.*How long, and how often\?.*Answer: 20 minutes, three times a week/)
    await tom.submit({ [`does-${at(ids, 0)}`]: 'ask-author', [`words-ask-author-${at(ids, 0)}`]: 'In a group?' })
    await author.get(paths.answerAuthorQuestion({ ...key, adviceId, adviceLineId: at(ids, 0) }))
    assert.match(author.text, /In a group\?/)
    assert.equal(author.root.querySelectorAll('main form').length, 1, 'a new question has no answer yet')
  })

  it('shows the question to its author alone', async () => {
    const { key, adviceId, ids } = await withReport()
    const page = paths.answerAuthorQuestion({ ...key, adviceId, adviceLineId: at(ids, 0) })
    assert.equal((await (await hub.as('imogen')).get(page)).status, 404, 'nothing is asked yet')
    await ask(key, { [at(ids, 0)]: 'How long?' })
    assert.equal((await (await hub.as('imogen')).get(page)).status, 200)
    for (const who of ['shno', 'kerry', 'callum']) assert.ok([403, 404].includes((await (await hub.as(who)).get(page)).status), who)
    assert.doesNotMatch((await (await hub.as('shno')).get(paths.advice({ ...key, adviceId }))).text, /How long/)
  })

  it('says so when the author cannot be reached here', async () => {
    const { key, adviceId, ids } = await withReport()
    await hub.fresh.db.updateTable('advice').set({ authorPersonId: null, organisationId: null }).where('id', '=', adviceId).execute()
    const tom = await ask(key, { [at(ids, 0)]: 'How long?' })
    assert.match(tom.text, /cannot be reached here: ask them by phone or letter/)
    assert.equal((await sent(key, 'author-question')).length, 0)
    assert.deepEqual((await facts(key, 'author-asked')).map(({ data }) => (data as { isSent: boolean }).isSent), [false])
  })
})
