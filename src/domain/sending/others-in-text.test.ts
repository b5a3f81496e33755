import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import * as fc from 'fast-check'
import { plainDateOf } from '../calendar/plain-date.ts'
import type { OtherChild, Others, Own } from './others-in-text.ts'
import { othersInText } from './others-in-text.ts'
import { mostCases, paragraphsOf } from './paragraphs.ts'
import { namesPossible } from './words-of-text.ts'

const child = (given: string, familyName: string, more: Partial<OtherChild> = {}): OtherChild => ({ givenNames: given.split('/'), familyName, bornOn: plainDateOf('2016-03-03'), isOfThisFamily: false, ...more })

const others: Others = {
  children: [
    child('Sam', 'Whitlock', { upn: 'C001100120001', nhsNumber: '9990411239' }), child('Rose', 'Hill'), child('Finnley', 'Garroway-Pike'), child('Grace', 'Palmer'),
    child('Núria/Nuri', 'de Souza', { bornOn: plainDateOf('2014-11-20') }), child('Evin', 'Tahsin', { isOfThisFamily: true, bornOn: plainDateOf('2020-01-09') }), child('May', 'Will'),
  ],
  adults: [{ fullName: 'Donna Whitlock', isCommon: false }, { fullName: 'John Smith', isCommon: true }],
  addresses: [{ firstLine: '14 Mill Lane', postcode: 'ZZ97 6HL', familyName: 'Whitlock' }],
}
const own: Own = { bornOn: plainDateOf('2018-02-23'), names: ['Rewan Tahsin', 'Shno Tahsin', 'Hoshang Tahsin', 'Rose Hill Henderson'], addresses: ['2 Open Lane', 'ZZ98 2AB'] }
const found = (text: string): string[] => othersInText(text, others, own).map(({ kind, words }) => `${kind}: ${words}`)
/** Makes a text longer than a note, so that capitals count. */
const long = (text: string): string => `${text} ${'and then the class went on with its work in the usual way. '.repeat(60)}`

const stopped = [
  ['a given and a family name', 'He sat with Sam Whitlock at lunch.', ['child-name: Sam Whitlock']],
  ['turned round', 'Whitlock, Sam was there.', ['child-name: Whitlock, Sam']],
  ['with a middle name', 'Sam James Whitlock was there.', ['child-name: Sam James Whitlock']],
  ['with an apostrophe of possession', 'It was Sam Whitlock’s coat.', ['child-name: Sam Whitlock’s']],
  ['in small letters in a note', 'sam whitlock hit him', ['child-name: sam whitlock']],
  ['over a line end', 'It was Sam\nWhitlock.', ['child-name: Sam\nWhitlock']],
  ['hyphened, or without', 'Finnley Garroway Pike has similar seizures', ['child-name: Finnley Garroway Pike']],
  ['with an accent left out', 'Nuria de Souza, and Nuri de Souza', ['child-name: Nuria de Souza', 'child-name: Nuri de Souza']],
  ['somebody of another family', 'I spoke to Mrs Donna Whitlock.', ['adult-name: Donna Whitlock']],
  ['a pupil number of a child in the hub', 'See C001100120001 for more', ['upn: C001100120001']],
  ['an NHS number in groups', 'NHS number 999 041 1239', ['nhs-number: 999 041 1239']],
  ['a day of birth beside a name', 'Núria (born 20 November 2014) is her friend.', ['born-on: 20 November 2014']],
  ['a day of birth in numbers', 'Nuri, 20/11/2014', ['born-on: 20/11/2014']],
  ['an address with its postcode', 'She now lives at 14 Mill Lane, ZZ97 6HL.', ['address: 14 Mill Lane']],
  ['an address and the family’s name', 'The Whitlock house, 14 Mill Lane', ['address: 14 Mill Lane']],
] as const

describe('what is another child’s stops', () => {
  for (const [what, text, expected] of stopped) test(`${what}: ${text.replaceAll('\n', ' / ')}`, () => { assert.deepEqual(found(text).filter((one) => expected.some((wanted) => one.startsWith(wanted.slice(0, 12)))), expected) })
})

const passes = [
  ['a given name alone is half the class', 'Sam helped him with his coat.'],
  ['a family name alone', 'The Whitlock ward'],
  ['two names in two sentences', 'He likes Sam. Whitlock is a village nearby.'],
  ['a school is a place', 'He goes to Rose Hill Primary School.'],
  ['a child has no title', 'Dr Grace Palmer saw him, and Mr Sam Whitlock the taxi driver.'],
  ['the child and its own family', 'Rewan Tahsin, Shno Tahsin and his sister Evin Tahsin, born on 9 January 2020'],
  ['a longer name of somebody on this case', 'Rose Hill Henderson came.'],
  ['small letters in a long text', long('in may will be the review, and will may help')],
  ['a postcode alone is a street’s', 'The clinic is at ZZ97 6HL.'],
  ['the child’s own home', 'They live at 2 Open Lane, ZZ98 2AB'],
  ['a day of birth with no name of theirs', 'The review was on 20 November 2014.'],
  ['a telephone number', 'Phone 01632 960123 or +44 1632 960123.'],
  ['ten digits that prove nothing', 'Invoice 1234567890'],
] as const

describe('what is not another child’s passes', () => {
  for (const [what, text] of passes) test(what, () => { assert.deepEqual(found(text), []) })
})

test('a common name of an adult warns and does not stop', () => {
  assert.deepEqual(othersInText('John Smith drove him.', others, own).map(({ weight }) => weight), ['warn'])
})

test('a number that says it is a pupil’s and is nobody’s here stops too', () => {
  assert.deepEqual(found('UPN: C001100120001').length, 1)
  const nobodyElse = { children: [], adults: [], addresses: [] }
  assert.deepEqual(othersInText('His UPN is C001100120001', nobodyElse, { ...own, upn: 'Y001900225031' }).map(({ kind }) => kind), ['upn'])
  const { upn: _unknown, ...withoutNumber } = own
  assert.deepEqual(othersInText('His UPN is C001100120001', nobodyElse, withoutNumber), [], 'the council does not know this child’s own number yet')
  assert.deepEqual(othersInText('His UPN is C001100120001', { children: [], adults: [], addresses: [] }, { ...own, upn: 'C001100120001' }), [])
})

test('wherever a name stands, it is found, and its place is its place', () => {
  const filler = fc.array(fc.constantFrom('the', 'class', 'He', 'reads.', 'Then', 'Sam', 'lunch,', '2016', 'Whitlock.'), { maxLength: 40 }).map((words) => words.join(' '))
  fc.assert(fc.property(filler, filler, (before, after) => {
    const text = `${before} . Sam Whitlock . ${after}`
    const names = othersInText(text, others, own).filter(({ kind }) => kind === 'child-name')
    assert.ok(names.length > 0)
    for (const { words } of names) assert.ok(text.includes(words))
  }))
})

test('the names to look up hold every way in which a name could be kept', () => {
  const names = new Set(namesPossible('Yesterday Finnley Garroway-Pike’s mother and Núria de Souza'))
  for (const name of ['finnley', 'garroway-pike', 'nuria', 'núria', 'de souza']) assert.ok(names.has(name), name)
})

describe('paragraphs', () => {
  const story = 'Rewan finds it hard to wait for his turn in class and will often leave the room when the others are loud, so a quiet place was made for him beside the library door.'
  test('are the same when only the child’s name was changed', () => {
    const [one] = paragraphsOf(story, ['Rewan', 'Tahsin'])
    const [two] = paragraphsOf(story.replace('Rewan', 'Orla'), ['Orla', 'Rowe'])
    assert.equal(one?.bare, two?.bare)
  })
  test('are left alone while they are short', () => { assert.deepEqual(paragraphsOf('Rewan finds it hard to wait for his turn.', []), []) })
  test('in more than a few cases are a form of words', () => { assert.ok(mostCases < 5) })
})

test('the advice of the three packs is stopped by nothing that is their own', () => {
  // Every word of 26 reports about three children, looked through as if the other two children and their families were in the hub.
  const root = path.resolve('test/cases/advice-packs')
  const packs = readdirSync(root).map((pack) => ({ pack, text: readdirSync(path.join(root, pack)).filter((file) => file.endsWith('.md')).map((file) => readFileSync(path.join(root, pack, file), 'utf8')), child: JSON.parse(readFileSync(path.join(root, pack, 'case.json'), 'utf8')).child as { upn: string; nhsNumber: string } }))
  const kids = [child('Rewan', 'Tahsin'), child('Orla', 'Adeyinka-Rowe'), child('Bethan/Beth', 'Skerrow')]
  const grown = ['Shno Tahsin', 'Hoshang Tahsin', 'Sinead Rowe', 'Tunde Adeyinka', 'Kerry Skerrow', 'Daniel Marchbanks'].map((fullName) => ({ fullName, isCommon: false }))
  const wrong = packs.flatMap(({ pack, text, child: { upn, nhsNumber } }, index) => text.flatMap((one) => othersInText(one, {
    children: kids.filter((_, at) => at !== index), adults: grown.filter((_, at) => Math.floor(at / 2) !== index), addresses: [],
  }, { ...own, names: [], upn, nhsNumber }).map(({ words }) => `${pack}: ${words}`)))
  process.stdout.write(`${packs.flatMap(({ text }) => text).length} reports, ${wrong.length} stopped without cause\n`)
  assert.deepEqual(wrong, [])
})
