// What must hold of any words at all.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { checkOutcome } from './check-outcome.ts'
import { checkProvision, verdicts } from './check-provision.ts'
import { numberOfWord } from './plain-text.ts'
import { readQuantity } from './read-quantity.ts'

const pieces = [
  'a teaching assistant', 'the speech and language therapist', 'trained staff', 'a key adult', 'will', 'support', 'access to',
  'one-to-one', 'in a group of up to four', 'small group', '45 minutes', 'two half-hour sessions', 'an hour', 'up to 3 hours',
  'twenty-five', 'three', '1.30', 'twice', 'a week', 'every other Tuesday', 'each half term', 'five days a week', 'daily', 'for 10 weeks',
  'as required', 'where possible', 'reviewed by the SENCO', 'and', 'with', 'of', ',', ';', '.', '(', ')', 'Year 4', 'Level 2', '£20',
  '2027', 'physiotherapy', 'training', 'for all', 'in every lesson', 'to', 'by', 'every', '20', 'at 9.00', 'x', '½', '’s', '*', '|',
]
const wording = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(' ')),
)

test('no words make the rules throw, and every place lies in the text', () => {
  fc.assert(fc.property(wording, (text) => {
    const provision = checkProvision(text)
    const { kind: _kind, ...found } = provision.found
    for (const phrase of [...provision.phrases, ...checkOutcome(text).phrases]) {
      assert.ok(phrase.start < phrase.end)
      assert.equal(text.slice(phrase.start, phrase.end), phrase.text)
    }
    for (const place of Object.values(found)) {
      assert.ok(place.start >= 0 && place.start <= place.end && place.end <= text.length)
    }
    readQuantity(text)
  }), { numRuns: 1000 })
})

test('a part is not both found missing and essential without being named', () => {
  fc.assert(fc.property(wording, (text) => {
    const check = checkProvision(text)
    for (const part of check.essential) assert.ok(check.missing.includes(part))
    if (check.verdict === 'specific') assert.deepEqual(check.essential, [])
  }))
})

const hedges = [
  'where possible', 'as appropriate', 'subject to availability', 'if needed', 'when staffing allows', 'as and when required',
]

test('a hedge is no school subject and no occasion', () => {
  for (const text of ['one-to-one for all as required', 'one-to-one as required a teaching assistant for all a teaching assistant']) {
    assert.equal(checkProvision(`${text}, subject to availability`).verdict, checkProvision(text).verdict)
  }
})

test('a hedge never raises the verdict', () => {
  fc.assert(fc.property(wording, fc.constantFrom(...hedges), (text, hedge) => {
    const before = verdicts.indexOf(checkProvision(text).verdict)
    const after = verdicts.indexOf(checkProvision(`${text}, ${hedge}`).verdict)
    assert.ok(after >= before, `${text} | ${hedge}`)
  }), { numRuns: 1000 })
})

/** Every number that the words say: digits, number words, and what each direct word of time says. */
const saidNumbers = (text: string): ReadonlySet<number> => {
  const words = text.toLowerCase()
  const digits = [...words.matchAll(/\d+(?:\.\d+)?/g)].flatMap(([digit]) => [Number(digit), ...digit.split('.').map(Number)])
  const named = [...words.matchAll(/[a-z]+/g)].flatMap(([word]) => numberOfWord(word) ?? [])
  const joined = [...words.matchAll(/(?<![a-z])([a-z]+)(?=[- ]([a-z]+))/g)]
    .flatMap(([, ten = '', unit = '']) => (numberOfWord(ten) ?? 0) + (numberOfWord(unit) ?? 0))
  const single = [...digits, ...named, ...joined]
  const hoursAndMinutes = single.flatMap((hours) => single.map((rest) => hours * 60 + rest))
  const numbers = single
  return new Set([
    ...numbers, ...(/hour/.test(words) ? hoursAndMinutes : []),
    ...numbers.map((value) => value * 60), ...numbers.map((value) => (value + 0.5) * 60),
    ...(/once|a |an |per|each|every|ly\b/.test(words) ? [1] : []), ...(/twice/.test(words) ? [2] : []),
    ...(/half/.test(words) ? [30] : []), ...(/quarter/.test(words) ? [15, 45] : []), ...(/hour/.test(words) ? [60, 90] : []),
    [...words.matchAll(/(?:mon|tues|wednes|thurs|fri|satur|sun)day/g)].length,
  ])
}

test('no number is filled in that the words do not say', () => {
  fc.assert(fc.property(wording, (text) => {
    const { minutes, times, weeks } = readQuantity(text)
    const said = saidNumbers(text)
    for (const value of [minutes, times, weeks]) assert.ok(value === undefined || said.has(value), `${value} in: ${text}`)
  }), { numRuns: 1000 })
})

const bare = (words: string): string => words.replaceAll(/[*_#`\s]+/g, '')

test('no words are filled in that do not stand in the text', () => {
  fc.assert(fc.property(wording, (text) => {
    const { who, what, howLong, checkedBy, checkedWhen } = readQuantity(text)
    for (const value of [who, what, howLong, checkedBy, checkedWhen]) {
      assert.ok(value === undefined || bare(text).includes(bare(value)), `${value} in: ${text}`)
    }
  }), { numRuns: 1000 })
})

const repeated = [
  'support as needed ', 'reviewed by the SENCO and ', 'a teaching assistant ', '20 minutes a week, ', ' ', 'a', 'a-', 'one ', '9.00 and ',
  'up to ', 'every ', 'in all the lessons ', 'by the of the ', '((((', 'twenty-', 'to review ', 'training for the teacher, ',
]

/** Processor time of one reading, which other programs on the machine do not lengthen as they do the clock's. */
const cost = (text: string): number => {
  const before = process.cpuUsage()
  checkProvision(text)
  readQuantity(text)
  checkOutcome(text)
  return process.cpuUsage(before).user
}

/** The least ratio of some pairs: collecting rubbish in one of them is not taken for work. */
function leastRatio(long: string, short: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let pair = 0; pair < 6 && least >= 6; pair++) least = Math.min(least, cost(long) / Math.max(1, cost(short)))
  return least
}

for (const unit of repeated) {
  test(`the work grows with the length and not with its square: ${JSON.stringify(unit)}`, () => {
    const of = (length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
    cost(of(2_000))
    // Four times the text is four times the work when linear, sixteen times when quadratic.
    const ratio = leastRatio(of(100_000), of(25_000))
    assert.ok(ratio < 10, `${ratio.toFixed(1)} times the work for 4 times the text`)
  })
}
