import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { AdviceKind } from '../../domain/advice/advice-kinds.ts'
import type { AdviceItem } from '../../domain/case-file/facts.ts'
import { paths } from '../../paths.ts'
import { demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'
import { askForAdvice } from './ask/ask-for-advice.ts'

const report = [
  '# Speech and language therapy advice', '',
  '## Needs', '', 'Rewan understands two key words in an instruction. He cannot retell a story.', '',
  '## Outcomes', '', '1. By July 2028 Rewan will retell a six-part story in four out of five attempts.', '2. Rewan will receive therapy.', '',
  '## Provision', '',
  'A speech and language therapist will give individual therapy for 45 minutes once a week for 20 weeks a year, reviewed each term by the therapist. Access to a quiet space as required.', '',
].join('\n')
const about = { authorName: 'Callum Dreyfus-Webb', authorRole: 'speech and language therapist', 'dated-day': '16', 'dated-month': '11', 'dated-year': '2026' }

async function asked(hub: Hub, key: CaseKey, { item, kind, who, at }: { item: AdviceItem; kind: AdviceKind; who: string; at: string }): Promise<string> {
  await askForAdvice(await hub.occasion('hattie'), key, {
    requests: [{ item, kind, recipient: { personId: demoPersonId(who), organisationId: demoOrganisationId(at), name: who } }], answers: [], documentIds: [],
  })
  const row = await hub.fresh.db.selectFrom('adviceRequest').select('id').where('caseId', '=', key.caseId as never).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  return row.id
}

const adviceOf = async (hub: Hub, key: CaseKey) => hub.fresh.db.selectFrom('advice').selectAll().where('caseId', '=', key.caseId as never).orderBy('begunAt').execute()
const linesOf = async (hub: Hub, adviceId: string) =>
  hub.fresh.db.selectFrom('adviceLine').selectAll().where('adviceId', '=', adviceId as never).where('removedAt', 'is', null).orderBy('quoteStart').execute()

describe('giving advice', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2026-11-16T09:00:00.000Z' }) })
  after(() => hub.close())
  const aRequest = async (item: AdviceItem = 'f', kind: AdviceKind = 'therapy', who = 'callum', at = 'slt') => {
    const key = await aCase(hub, { at: 'assessing', receivedOn: '2026-09-14' })
    return { key, adviceRequestId: await asked(hub, key, { item, kind, who, at }) }
  }
  const openToGive = async (who: string, request: { key: CaseKey; adviceRequestId: string }): Promise<Visitor> =>
    (await hub.as(who)).get(paths.giveAdvice({ ...request.key, adviceRequestId: request.adviceRequestId }))

  it('goes from a pasted report by marks, wording and findings to the council, word for word', async () => {
    const request = await aRequest()
    const { key } = request
    const author = await openToGive('callum', request)
    assert.deepEqual(author.fieldsOf(author.form()).get('authorName'), ['Callum Dreyfus-Webb'])
    await author.submit({ ...about, way: 'paste', pasted: report }, { button: 'Save and mark the lines' })
    assert.equal(author.heading, 'Mark the lines: Therapy advice')
    assert.match(author.text, /first guess from the headings alone/)
    const [advice] = await adviceOf(hub, key)
    assert.equal(advice?.reportText, report)
    const adviceId = advice?.id ?? ''
    const join = `j${report.indexOf('He cannot retell')}`
    await author.submit({ [join]: 'yes' }, { button: 'Save and check' })
    assert.equal(author.heading, 'Check your advice and send it')
    const lines = await linesOf(hub, adviceId)
    assert.deepEqual(lines.map(({ kind, section }) => `${kind} ${section}`), ['need B', 'outcome E', 'outcome E', 'provision F', 'provision F'])
    for (const line of lines) assert.equal(report.slice(line.quoteStart, line.quoteEnd), line.quote)
    assert.equal(lines[0]?.quote, 'Rewan understands two key words in an instruction. He cannot retell a story.')
    assert.deepEqual(lines[3]?.fields, {})
    assert.match(author.text, /Read from the words: 45 minutes, once a week, for 20 weeks a year: 15 hours a year/)
    assert.match(author.text, /does not say|do not say/)
    // The vague line: its author says why it cannot be fixed, and is told no more.
    await author.get(paths.adviceLine({ ...key, adviceId, adviceLineId: lines[4]?.id ?? '' }))
    await author.submit({ minutes: 'often' })
    assert.deepEqual(author.errors, ['Minutes each time must be a whole number between 1 and 1440'])
    assert.deepEqual(author.fieldsOf(author.form()).get('minutes'), ['often'])
    await author.submit({ minutes: '', flexibleBecause: 'Only Rewan can show when he needs it.' }, { button: 'Save the line' })
    assert.match(author.text, /It cannot be fixed, because Only Rewan can show/)
    await author.submit({}, { to: '/readings' })
    assert.match(author.text, /Confirmed: 45 minutes, once a week/)
    await author.submit({}, { button: 'Send to the council as it is' })
    assert.match(author.text, /Your advice has been sent to the council/)
    assert.equal((await adviceOf(hub, key))[0]?.state, 'given')
    assert.equal((await adviceOf(hub, key))[0]?.reportText, report)
    await author.get(paths.giveAdvice({ ...key, adviceRequestId: request.adviceRequestId }))
    assert.match(author.text, /Nothing is waited for/)
    await author.get(paths.markAdvice({ ...key, adviceId }))
    assert.equal(author.status, 403)
  })

  it('leads from each line to its words and back', async () => {
    const request = await aRequest()
    const author = await openToGive('callum', request)
    await author.submit({ ...about, way: 'paste', pasted: report }, { button: 'Save and mark the lines' })
    await author.submit({}, { button: 'Save and check' })
    const [advice] = await adviceOf(hub, request.key)
    await author.get(paths.advice({ ...request.key, adviceId: advice?.id ?? '' }))
    for (const line of await linesOf(hub, advice?.id ?? '')) {
      assert.ok(author.root.getElementById(`words-${line.id}`) !== null, 'the words have their anchor')
      assert.ok(author.root.getElementById(`line-${line.id}`) !== null, 'the line has its anchor')
      assert.ok(author.body.includes(`href="#words-${line.id}"`) && author.body.includes(`href="#line-${line.id}"`))
    }
    assert.equal(author.root.querySelectorAll('mark').map((mark) => mark.textContent).join('|').includes('By July 2028 Rewan will retell'), true)
  })

  it('marks exact words, asks which place when they stand several times, and says when they are not there', async () => {
    const request = await aRequest()
    const author = await openToGive('callum', request)
    await author.submit({ ...about, way: 'paste', pasted: 'He needs help at lunch. She said: he needs help at lunch, and in the hall.' }, { button: 'Save and mark the lines' })
    await author.submit({ words: 'help in the library', wordsKind: 'need' }, { button: 'Save and mark more' })
    assert.match(author.errors[0] ?? '', /not in the report as you typed them/)
    await author.submit({ words: 'help at lunch', wordsKind: '' }, { button: 'Save and mark more' })
    assert.deepEqual(author.errors, ['Select what these words are'])
    await author.submit({ words: 'help at lunch', wordsKind: 'need' }, { button: 'Save and mark more' })
    assert.deepEqual(author.errors, ['These words stand 2 times in the report. Select which place you mean'])
    assert.deepEqual(author.fieldsOf(author.form()).get('words'), ['help at lunch'])
    await author.submit({ which: '43' }, { button: 'Save and mark more' })
    const [advice] = await adviceOf(hub, request.key)
    assert.deepEqual((await linesOf(hub, advice?.id ?? '')).map(({ quoteStart, quote }) => [quoteStart, quote]), [[43, 'help at lunch']])
    await author.submit({ pick: ['0:8:provision', '900:2000:need', '5:3:need', '0:4:nonsense'] }, { button: 'Save and mark more' })
    assert.deepEqual((await linesOf(hub, advice?.id ?? '')).map(({ quote, kind }) => [kind, quote]), [['provision', 'He needs'], ['need', 'help at lunch']])
  })

  it('keeps both texts when two pages save: nothing is overwritten and nothing is lost', async () => {
    const request = await aRequest()
    const first = await openToGive('callum', request)
    const second = await openToGive('callum', request)
    await first.submit({ way: 'type', 'q-needs': 'Words of the first page' }, { button: 'Save and come back later' })
    await second.submit({ way: 'type', 'q-needs': 'Words of the second page' }, { button: 'Save and come back later' })
    assert.equal(second.status, 422)
    assert.match(second.errors[0] ?? '', /Nothing was overwritten: both texts are below/)
    assert.deepEqual(second.fieldsOf(second.form()).get('q-needs'), ['Words of the second page'])
    assert.match(second.text, /Words of the first page/)
    assert.match((await adviceOf(hub, request.key))[0]?.reportText ?? '', /Words of the first page/)
    await first.get(first.url)
    assert.match(first.text, /Saves that came too late.*Words of the second page/)
    // Knowing both, the person saves once more over the version that was shown.
    await second.submit({ 'q-needs': 'Words of both pages', settled: 'yes' }, { button: 'Save and come back later' })
    assert.equal(second.status, 200)
    assert.match((await adviceOf(hub, request.key))[0]?.reportText ?? '', /Words of both pages/)
  })

  it('saves by itself, as often as one likes, without using up the form', async () => {
    const request = await aRequest()
    const author = await openToGive('callum', request)
    const address = { ...request.key, adviceRequestId: request.adviceRequestId }
    const save = async (words: string, version: string): Promise<void> => {
      await author.get(paths.giveAdvice(address))
      author.form().setAttribute('action', paths.adviceAutosave(address))
      await author.submit({ way: 'type', 'q-needs': words, version })
    }
    await save('One', '0')
    assert.deepEqual([author.status, JSON.parse(author.body)], [200, { kind: 'saved', version: 1 }])
    await save('Two', '1')
    assert.deepEqual(JSON.parse(author.body), { kind: 'saved', version: 2 })
    await save('Late', '1')
    assert.deepEqual([author.status, JSON.parse(author.body)], [409, { kind: 'kept-aside', version: 2 }])
    await author.get(paths.giveAdvice({ ...request.key, adviceRequestId: request.adviceRequestId }))
    assert.deepEqual(author.fieldsOf(author.form()).get('q-needs'), ['Two'])
    assert.match(author.text, /Late/)
  })

  it('asks social care for the conversation, and takes no nil return', async () => {
    const request = await aRequest('e', 'social-care', 'marguerite', 'social-care')
    const author = await openToGive('marguerite', request)
    await author.submit({ way: 'type', known: 'no', 'q-needs': 'Not known to us.' }, { button: 'Save and mark the lines' })
    assert.equal(author.status, 422)
    assert.deepEqual(author.errors, ['Fill in “The early help conversation with the family”', 'Fill in “What this tells us about the child’s and family’s needs”'])
    await author.submit({ way: 'paste', known: 'no', pasted: 'Rewan is not known to children’s social care.' }, { button: 'Save and mark the lines' })
    const [advice] = await adviceOf(hub, request.key)
    await author.get(paths.sendAdvice({ ...request.key, adviceId: advice?.id ?? '' }))
    await author.submit({}, { button: 'Send to the council' })
    assert.match(author.errors[0] ?? '', /the early help conversation with the family and what it showed/)
  })

  it('is returned once with reasons, can be put right and is accepted; a second return is refused', async () => {
    const request = await aRequest()
    // Words of its own: the same paragraphs in two children's reports are stopped before they are sent.
    const ownReport = report.replaceAll(/([a-z])\./g, '$1 this autumn.')
    const { key } = request
    const author = await openToGive('callum', request)
    await author.submit({ ...about, way: 'paste', pasted: ownReport }, { button: 'Save and mark the lines' })
    const adviceId = (await adviceOf(hub, key))[0]?.id ?? ''
    const send = async (): Promise<void> => {
      await author.get(paths.sendAdvice({ ...key, adviceId }))
      await author.submit({}, { button: 'Send to the council' })
    }
    const officer = await (await hub.as('hattie')).get(paths.advice({ ...key, adviceId }))
    assert.equal(officer.status, 404, 'working advice is its author’s')
    await send()
    await officer.get(paths.returnAdvice({ ...key, adviceId }))
    await officer.submit({ reasons: '' })
    assert.deepEqual(officer.errors, ['Enter the reasons'])
    await officer.submit({ reasons: 'How often is the quiet space needed?' })
    await author.get(paths.giveAdvice({ ...key, adviceRequestId: request.adviceRequestId }))
    assert.match(author.text, /How often is the quiet space needed\?/)
    await author.submit({ pasted: `${ownReport}\nThe quiet space is needed twice a day.` }, { button: 'Save and mark the lines' })
    await send()
    await officer.get(paths.returnAdvice({ ...key, adviceId }))
    await officer.submit({ reasons: 'And the group?' })
    assert.match(officer.errors[0] ?? '', /sent back once already, with these reasons: How often is the quiet space needed\?/)
    assert.deepEqual(officer.fieldsOf(officer.form()).get('reasons'), ['And the group?'])
    await officer.get(paths.acceptAdvice({ ...key, adviceId }))
    await officer.submit({ rating: ['dated', 'author'] })
    assert.match(officer.text, /The advice is accepted/)
    const mother = await (await hub.as('shno')).get(paths.advice({ ...key, adviceId }))
    assert.match(mother.text, /The quiet space is needed twice a day/)
    assert.doesNotMatch(mother.text, /sent back/i)
    const school = await (await hub.as('debra')).get(paths.advice({ ...key, adviceId }))
    assert.equal(school.status, 404)
  })

  it('finds the marks again when the report’s words change, and says how many came off', async () => {
    const request = await aRequest()
    const author = await openToGive('callum', request)
    await author.submit({ ...about, way: 'paste', pasted: report }, { button: 'Save and mark the lines' })
    await author.submit({}, { button: 'Save and check' })
    const adviceId = (await adviceOf(hub, request.key))[0]?.id ?? ''
    const marked = (await linesOf(hub, adviceId)).length
    await author.get(paths.giveAdvice({ ...request.key, adviceRequestId: request.adviceRequestId }))
    const changed = `A new first paragraph.\n\n${report.replace('2. Rewan will receive therapy.', '')}`
    await author.submit({ pasted: changed }, { button: 'Save and mark the lines' })
    assert.match(author.text, /1 mark came off/)
    const lines = await linesOf(hub, adviceId)
    assert.equal(lines.length, marked - 1)
    for (const line of lines) assert.equal(changed.slice(line.quoteStart, line.quoteEnd), line.quote)
  })

  it('uses earlier advice only when all three agree', async () => {
    const request = await aRequest()
    const officer = await (await hub.as('hattie')).get(paths.reuseAdvice({ ...request.key, adviceRequestId: request.adviceRequestId }))
    const agreed = { 'agreed-adviser': 'Callum Dreyfus-Webb, by phone, 15 November 2026', 'agreed-authority': 'Hattie Greaves, 16 November 2026' }
    await officer.submit({ ...about, pasted: report, ...agreed })
    assert.deepEqual(officer.errors, ['All three must agree. Not recorded yet: the family'])
    assert.match(officer.fieldsOf(officer.form()).get('pasted')?.[0] ?? '', /Speech and language therapy advice/)
    await officer.submit({ 'agreed-family': 'Shno Tahsin, by phone with interpreter, 15 November 2026' })
    assert.match(officer.text, /with the agreement of all three/)
    const [advice] = await adviceOf(hub, request.key)
    assert.deepEqual([advice?.isEarlier, advice?.state], [true, 'accepted'])
  })

  it('is not found by anybody who was not asked', async () => {
    const request = await aRequest()
    for (const stranger of ['imogen', 'debra', 'shno', 'beatrix', 'aled']) {
      const visitor = await openToGive(stranger, request)
      assert.ok(visitor.status === 404 || visitor.status === 403, `${stranger} got ${visitor.status}`)
    }
  })
})
