// The command as its users meet it: files and pipes, one case and many, what is refused and where.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import cases from '../../../test/cases/timetable.json' with { type: 'json' }
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { eventKinds, eventTypes } from '../../domain/clocks/event-kinds.ts'
import { clocksCommand } from './clocks-command.ts'

interface Answer { readonly case?: string; readonly line?: number; readonly ok: boolean; readonly today?: string; readonly clocks?: readonly Record<string, unknown>[]; readonly refused?: readonly Record<string, string>[] }

async function run(words: readonly string[], input: string | undefined = undefined) {
  let [out, err] = ['', '']
  const status = await clocksCommand(words, {
    out: (text) => { out += text; return Promise.resolve() },
    err: (text) => { err += text },
    input: Readable.from(input === undefined ? [] : [Buffer.from(input)]),
    isInputEmpty: input === undefined,
    today: plainDateOf('2027-03-01'),
  })
  return { status, out, err }
}

const ask = async (json: unknown, ...words: string[]) => {
  const { status, out } = await run(words, JSON.stringify(json))
  return { status, answer: JSON.parse(out) as Answer }
}
const request = { type: 'request-received', on: '2027-01-11' }
const faultsOf = async (json: unknown) => (await ask(json)).answer.refused ?? assert.fail('nothing was refused')
const placesOf = async (json: unknown) => (await faultsOf(json)).map(({ at, problem }) => `${at} ${problem}`)
const clockOf = (answer: Answer, id: string) => answer.clocks?.find((clock) => clock['id'] === id) ?? assert.fail(`no ${id}`)

describe('golden-thread clocks', () => {
  let folder: string
  before(async () => { folder = await mkdtemp(path.join(tmpdir(), 'clocks-')) })
  after(() => rm(folder, { recursive: true }))

  it('works out a case, with everything that the engine knows of each clock', async () => {
    const { status, answer } = await ask({ case: 'A-1', facts: [request] })
    assert.equal(status, 0)
    assert.equal(answer.case, 'A-1')
    assert.equal(answer.today, '2027-03-01')
    const decision = clockOf(answer, 'ASMT-02')
    assert.equal(decision['dueOn'], '2027-02-22')
    assert.equal(decision['state'], 'breached')
    assert.equal(decision['daysLate'], 7)
    assert.deepEqual(decision['facts'], ['$.facts[0]'])
    assert.equal(decision['regime'], 'CFA2014')
    assert.match(String(decision['because']), /received on 11 January 2027; six weeks from then.*SEND Regulations 2014, reg 5\(1\)/)
    const final = clockOf(answer, 'ASMT-10')
    assert.equal(final['dueOn'], '2027-05-31')
    assert.equal(final['targetOn'], '2027-05-28')
    assert.equal(final['daysLeft'], 91)
  })

  it('gives the dates of every worked case that is only a request', async () => {
    const requests = cases.filter(({ inputs, expected }) => 'requestReceived' in inputs && 'finalPlanDue' in expected && 'assessDecisionDue' in expected)
    assert.ok(requests.length >= 2)
    for (const { id, inputs, expected } of requests) {
      const { answer } = await ask({ today: '2029-01-01', facts: [{ type: 'request-received', on: (inputs as Record<string, unknown>)['requestReceived'] }] })
      const wanted = expected as Record<string, unknown>
      assert.deepEqual([clockOf(answer, 'ASMT-02')['dueOn'], clockOf(answer, 'ASMT-10')['dueOn']], [wanted['assessDecisionDue'], wanted['finalPlanDue']], id)
    }
  })

  it('dates a moment by London’s calendar, in whatever offset it comes', async () => {
    for (const at of ['2026-07-05T23:30:00Z', '2026-07-06T00:30:00+01:00', '2026-07-05T23:30Z', '2026-07-05T19:30:00.5-04:00']) {
      const { answer } = await ask({ facts: [{ type: 'request-received', at }] })
      assert.equal(clockOf(answer, 'ASMT-02')['startedOn'], '2026-07-06', at)
      assert.equal(clockOf(answer, 'ASMT-10')['dueOn'], '2026-11-23', at)
    }
    assert.deepEqual(await placesOf({ facts: [{ type: 'request-received', at: '2026-07-05T23:30:00' }, { type: 'request-received', at: '2026-02-30T10:00:00Z' }] }),
      ['$.facts[0].at no-such-day', '$.facts[1].at no-such-day'])
  })

  it('tests an excuse, and says why one is refused', async () => {
    const claim = { type: 'excuse-claimed', on: '2027-02-10', clock: 'ASMT-02' }
    const { answer } = await ask({
      facts: [request, { ...claim, reason: 'D', from: '2027-01-15', to: '2027-02-20' }, { ...claim, reason: 'M', appointmentOn: '2027-02-01' }],
    })
    const decision = clockOf(answer, 'ASMT-02')
    assert.equal(decision['state'], 'excused')
    assert.deepEqual([(decision['excuse'] as Record<string, unknown>)['reason'], (decision['excuse'] as Record<string, unknown>)['fact']], ['D', '$.facts[1]'])
    const [refusedOne] = decision['refusedExcuses'] as Record<string, unknown>[]
    assert.equal(refusedOne?.['reason'], 'M')
    assert.match(String(refusedOne?.['why']), /does not list/)
  })

  it('keeps a breach that stood before a correction', async () => {
    const { answer } = await ask({
      facts: [{ ...request, seq: 1 }, { type: 'assessment-decision-notified', on: '2027-02-25', outcome: 'assess', seq: 2 }, { ...request, on: '2027-01-20', seq: 3, corrects: 1, recordedOn: '2027-02-26' }],
    })
    const decision = clockOf(answer, 'ASMT-02')
    assert.equal(decision['state'], 'met')
    assert.equal(decision['countsAsBreach'], true)
    assert.deepEqual(decision['formerly'], [{ state: 'met-late', changedBy: '$.facts[2]', recordedOn: '2027-02-26', dueOn: '2027-02-22', daysLate: 3 }])
  })

  it('takes targets, a date of birth and calendars', async () => {
    const { answer } = await ask({ dateOfBirth: '2012-05-04', targets: { 'ASMT-10': { kind: 'days-before', count: 14 } }, facts: [request] })
    assert.equal(clockOf(answer, 'ASMT-10')['targetOn'], '2027-05-17')
    assert.deepEqual(clockOf(answer, 'RTS-01')['facts'], ['$.dateOfBirth'])
    const terms = { of: 'elm', terms: [{ firstDay: '2027-01-04', lastDay: '2027-02-12' }, { firstDay: '2027-02-22', lastDay: '2027-03-25' }], closed: [] }
    const learned = { type: 'new-registration-learned', on: '2027-02-01', setting: 'elm' }
    const records = await ask({ facts: [learned], calendars: { terms: [terms] } })
    assert.equal(clockOf(records.answer, 'SCH-05')['dueOn'], '2027-03-01')
    assert.deepEqual(await placesOf({ facts: [learned] }), ['$.facts[0] no-terms-for-setting'])
  })

  it('refuses a year that the calendar does not hold, until it is given', async () => {
    const asked = { today: '2041-06-01', facts: [{ type: 'subject-access-requested', on: '2041-03-04' }] }
    const [missing] = await faultsOf(asked)
    assert.deepEqual([missing?.['at'], missing?.['problem']], ['$.facts[0]', 'calendar-year-missing'])
    assert.match(String(missing?.['why']), /is missing/)
    const events = ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'].map((day) => ({ title: 'Holiday', date: `2041-${day}` }))
    const [apart] = await faultsOf({ ...asked, calendars: { bankHolidays: { 'england-and-wales': { events } } } })
    assert.deepEqual([apart?.['at'], apart?.['problem']], ['$.calendars.bankHolidays', 'calendar-year-missing'])
  })

  it('tells all faults at once, each with its path', async () => {
    assert.deepEqual(await placesOf({
      case: 7, colour: 'red', today: '2027-02-30', facts: [
        { type: 'request-recieved', on: '2027-01-11' }, { type: 'request-received', on: '2027-13-01' }, { type: 'request-received' }, 'a fact',
        { type: 'assessment-decision-notified', on: '2027-02-01', outcome: 'maybe' }, { type: 'draft-sent', on: '2027-02-01' },
        { type: 'request-received', on: '2027-01-11', at: '2027-01-11T10:00:00Z', 'for whom': 'me' },
        { type: 'excuse-claimed', on: '2027-02-01', clock: 'ASMT-99', reason: 'A' },
      ],
    }), [
      '$.colour unknown-field', '$.case wrong-shape', '$.today no-such-day', '$.facts[0].type no-such-fact', '$.facts[1].on no-such-day', '$.facts[2].on missing', '$.facts[3] wrong-shape',
      '$.facts[4].outcome wrong-shape', '$.facts[5].channel missing', '$.facts[6].at contradiction', '$.facts[6]["for whom"] unknown-field', '$.facts[7].clock no-such-clock',
    ])
  })

  it('tells a future day and a misspelt fact together', async () => {
    assert.deepEqual(await placesOf({ facts: [{ type: 'wrong' , on: '2027-01-01' }, { ...request, on: '2027-12-01' }] }),
      ['$.facts[0].type no-such-fact', '$.facts[1].on in-the-future'])
  })

  it('refuses what contradicts itself, naming both', async () => {
    const [early] = await faultsOf({ facts: [request, { type: 'assessment-decision-notified', on: '2027-01-05', outcome: 'assess' }] })
    assert.deepEqual([early?.['at'], early?.['problem'], early?.['other']], ['$.facts[1]', 'before-what-it-answers', '$.facts[0]'])
    const decided = { type: 'assessment-decision-notified', on: '2027-02-01', outcome: 'assess' }
    assert.deepEqual(await placesOf({ facts: [request, decided, { ...decided, outcome: 'not-assess', on: '2027-02-05' }] }), ['$.facts[2] two-answers'])
    assert.deepEqual(await placesOf({ facts: [{ ...request, seq: 1 }, { ...decided, seq: 1 }] }), ['$.facts[1].seq contradiction'])
    assert.deepEqual(await placesOf({ facts: [{ ...request, seq: 1 }, decided] }), ['$.facts[1].seq missing'])
    assert.deepEqual(await placesOf({ dateOfBirth: '2027-02-01', facts: [request] }), ['$.facts[0] before-birth'])
  })

  it('answers an array in an array: one refused case leaves the others standing', async () => {
    const { status, out } = await run([], JSON.stringify([{ case: 'a', facts: [request] }, { case: 'b', facts: [request, { type: 'x', on: '2027-01-01' }] }, { case: 'c', facts: [] }]))
    const answers = JSON.parse(out) as Answer[]
    assert.equal(status, 1)
    assert.deepEqual(answers.map((one) => [one.case, one.ok]), [['a', true], ['b', false], ['c', true]])
    assert.equal(answers[1]?.refused?.[0]?.['at'], '$[1].facts[1].type')
    assert.deepEqual(answers[2]?.clocks, [])
    assert.equal((await run([], '[]')).out, '[\n]\n')
  })

  it('answers lines with lines, and a broken line breaks nothing else', async () => {
    const whole = JSON.stringify({ case: 'a', facts: [request] })
    for (const [text, lines] of [[`${whole}\n{"case": \n\n${whole}\n`, [1, 2, 4]], [`{"case":\r\n${whole}`, [1, 2]], [`\uFEFF${whole}\n${whole}`, [1, 2]]] as const) {
      const { status, out } = await run([], text)
      const answers = out.trimEnd().split('\n').map((line) => JSON.parse(line) as Answer)
      assert.deepEqual(answers.map(({ line }) => line), lines)
      assert.deepEqual(answers.map(({ ok }) => ok), lines.map((_, index) => text.split(/\r?\n/)[(lines[index] ?? 0) - 1]?.endsWith('}')))
      assert.equal(status, answers.every(({ ok }) => ok) ? 0 : 1)
    }
  })

  it('holds no more than a line while lines pass through', async () => {
    const line = `${JSON.stringify({ facts: [request] })}\n`
    let [given, taken, ahead] = [0, 0, 0]
    async function* input() {
      for (; given < 3000; given += 1) {
        ahead = Math.max(ahead, given - taken)
        yield line
      }
    }
    const status = await clocksCommand([], { out: () => { taken += 1; return Promise.resolve() }, err: assert.fail, input: input(), isInputEmpty: false, today: plainDateOf('2027-03-01') })
    assert.equal(status, 0)
    assert.equal(taken, 3000)
    assert.ok(ahead <= 3, `it read ${ahead} lines ahead of what it had written`)
  })

  it('reads files, and a line a case by their name', async () => {
    const file = path.join(folder, 'one.ndjson')
    await writeFile(file, JSON.stringify({ facts: [request] }))
    assert.equal((JSON.parse((await run([file])).out) as Answer).line, 1)
    const spread = path.join(folder, 'spread.json')
    await writeFile(spread, JSON.stringify({ facts: [request] }, undefined, 2))
    const { status, out } = await run([spread, '--pretty', '--today=2027-01-12'])
    assert.equal(status, 0)
    assert.equal((JSON.parse(out) as Answer).today, '2027-01-12')
    assert.match(out, /\n {2}"clocks": \[/)
    const calendars = path.join(folder, 'calendars.json')
    await writeFile(calendars, JSON.stringify({ terms: [{ of: 'x', terms: [{ firstDay: '2027-01-04', lastDay: '2026-01-01' }] }] }))
    const wrong = await run([spread, '--calendars', calendars])
    assert.equal(wrong.status, 2)
    assert.match(wrong.err, /\$\.terms: a term of x ends before it starts/)
  })

  it('ends with 2 for what cannot be read', async () => {
    for (const [words, input, says] of [
      [['/no/such/file.json'], undefined, /no such file/], [[], undefined, /Name a file/], [[], '', /holds nothing/], [[], '{"facts": [', /is not JSON/],
      [['--today', 'soon'], '{}', /not a day/], [['--colour'], '{}', /Unknown option --colour/], [['a', 'b'], '{}', /Name one file/], [['--calendars', '/no/such'], '{}', /cannot be read/],
    ] as const) {
      const { status, out, err } = await run(words, input)
      assert.equal(status, 2, words.join(' '))
      assert.equal(out, '')
      assert.match(err, says)
    }
    const bytes = await clocksCommand([], { out: assert.fail, err: () => undefined, input: Readable.from([Buffer.from([0x7B, 0xFF, 0xFE])]), isInputEmpty: false, today: plainDateOf('2027-03-01') })
    assert.equal(bytes, 2)
  })

  it('lists every fact with every field in its help', async () => {
    const { status, out } = await run(['--help'])
    assert.equal(status, 0)
    for (const type of eventTypes) {
      assert.ok(out.includes(`\n  ${type}\n      ${eventKinds[type].says}\n`), type)
    }
    assert.match(out, /\n {6}outcome: assess \| not-assess\n {6}reconsidered\?: true or false\n/)
  })
})
