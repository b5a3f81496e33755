import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { ChildId, PersonId } from '../../domain/ids.ts'
import { nhsCheckDigit } from '../../domain/identifiers/nhs-number.ts'
import { upnCheckLetter } from '../../domain/identifiers/upn.ts'
import { demoAreaId } from '../../features/demo/seed-world.ts'
import type { Leaving, MarkedFinding } from './check-before-sending.ts'
import { findingsIn } from './check-before-sending.ts'
import type { CaseKey } from '../open-case-file.ts'
import { openCaseFile } from '../open-case-file.ts'
import { inTransaction } from '../tx.ts'

const localAreaId = demoAreaId('wendmere')
const root = path.resolve('test/cases/advice-packs')

interface Pack {
  readonly name: string
  readonly terms: readonly string[]
  readonly ownWords: readonly string[]
}

/** Every sentence of the expected plans: what a competent writer makes of the advice. */
function readPack(name: string): Pack {
  const expected = JSON.parse(readFileSync(path.join(root, name, 'expected.json'), 'utf8')) as { mustNotCopy: { terms: string[] }[] } & Record<string, unknown>
  const texts: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') { if (value.length > 30) texts.push(value) }
    else if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  for (const side of ['views', 'needs', 'outcomes', 'provision']) walk(expected[side])
  return { name, terms: expected.mustNotCopy.flatMap(({ terms }) => terms), ownWords: texts }
}

const packs = readdirSync(root).map(readPack)
const families = [
  { givenName: 'Rewan', familyName: 'Tahsin', parents: ['shno', 'hoshang'], setting: 'larkfell' }, { givenName: 'Orla', familyName: 'Adeyinka-Rowe', parents: ['sinead', 'tunde'], setting: 'bramblewick' },
  { givenName: 'Bethan', familyName: 'Skerrow', parents: ['kerry', 'daniel'], setting: 'hallowcross' },
] as const

describe('looking through what is about to leave', () => {
  let hub: Hub
  let keys: CaseKey[]
  before(async () => {
    hub = await aHub()
    keys = []
    for (const family of families) keys.push(await aCase(hub, { ...family, parents: [...family.parents] }))
  })
  after(() => hub.close())

  const look = async (key: CaseKey, leaving: Leaving): Promise<MarkedFinding[]> =>
    inTransaction(await hub.occasion('hattie'), async (tx) => findingsIn(tx, await openCaseFile(tx, key), leaving))

  it('finds every term of the three packs that must not be copied, and in what should be written none', async () => {
    let found = 0
    let looked = 0
    const stoppedForNothing: string[] = []
    for (const [index, { terms, ownWords, name }] of packs.entries()) {
      const key = keys[index]
      assert.ok(key !== undefined)
      const plain = await look(key, { what: 'letter', text: ownWords.join('\n') })
      stoppedForNothing.push(...plain.map(({ words }) => `${name}: ${words}`))
      await hub.fresh.db.insertInto('termToKeepOut').values(terms.map((term) => ({
        localAreaId, id: hub.house.newId<string>(), caseId: key.caseId as never, term, kind: 'words', why: 'must not be copied', notedAt: hub.house.clock.now(),
      }))).execute()
      for (const term of terms) {
        looked += 1
        const findings = await look(key, { what: 'letter', text: `We write to you about the plan. ${term.replaceAll(' ', '\n')} was said. Please phone us.`, readers: ['parent'] })
        if (findings.some(({ kind, weight }) => kind === 'kept-out-term' && weight === 'stop')) found += 1
      }
    }
    process.stdout.write(`${found} of ${looked} terms found; ${packs.flatMap(({ ownWords }) => ownWords).length} sentences of the expected plans, ${stoppedForNothing.length} stopped without cause\n`)
    assert.equal(found, looked)
    assert.deepEqual(stoppedForNothing, [])
  })

  it('stops 200 wrong sends of 200, and none of 200 that are right', async () => {
    const [key] = keys
    assert.ok(key !== undefined)
    const children = await manyChildren(40)
    const wrong = [
      (one: Invented) => `Dear parent, ${one.given} ${one.family} has a place from Monday.`, (one: Invented) => `The number is ${one.upn}, as you asked.`,
      (one: Invented) => `NHS number ${one.nhs.slice(0, 3)} ${one.nhs.slice(3, 6)} ${one.nhs.slice(6)}.`, (one: Invented) => `I spoke to ${one.parent} on the phone.`,
      (one: Invented) => `${one.given} was born on ${Number(one.born.slice(8))} ${['January', 'February', 'March'][Number(one.born.slice(5, 7)) - 1]} ${one.born.slice(0, 4)} and is in the same class.`,
    ]
    const right = [
      (one: Invented) => `${one.given} is a nice name.`, (one: Invented) => `The ${one.family} ward is on the left.`, () => 'Rewan Tahsin starts on Monday. Shno Tahsin will bring him.',
      () => 'Dr Imogen Petrie, Callum Dreyfus-Webb and Debra Llewellyn-Hart will come to the meeting on 3 March 2027.', (one: Invented) => `Mrs ${one.family} is the taxi driver, phone 01632 960123.`,
    ]
    let stopped = 0
    const stoppedForNothing: string[] = []
    for (let n = 0; n < 200; n++) {
      const one = children[n % children.length]
      const [bad, good] = [wrong[n % wrong.length], right[n % right.length]]
      assert.ok(one !== undefined && bad !== undefined && good !== undefined)
      if ((await look(key, { what: 'message', text: bad(one), readers: ['parent'] })).some(({ weight }) => weight === 'stop')) stopped += 1
      stoppedForNothing.push(...(await look(key, { what: 'message', text: good(one), readers: ['parent'] })).map(({ words }) => words))
    }
    process.stdout.write(`${stopped} of 200 wrong sends stopped, ${stoppedForNothing.length} of 200 right ones\n`)
    assert.equal(stopped, 200)
    assert.deepEqual(stoppedForNothing, [])
  })

  interface Invented { readonly given: string; readonly family: string; readonly parent: string; readonly upn: string; readonly nhs: string; readonly born: string }

  async function manyChildren(count: number): Promise<Invented[]> {
    const given = ['Aoife', 'Bram', 'Cerys', 'Dilys', 'Edmund', 'Fleur', 'Gwilym', 'Hester']
    const family = ['Oakenshaw', 'Pendrell', 'Quarles', 'Rushbrook', 'Selwood']
    const made: Invented[] = []
    for (let n = 0; n < count; n++) {
      const rest = `0019002${String(10_000 + n)}`.slice(0, 12)
      let nine = 999_300_000 + n * 7
      while (nhsCheckDigit(String(nine)) === undefined) nine += 1
      const one: Invented = {
        given: given[n % given.length] ?? '', family: family[Math.floor(n / given.length)] ?? '', parent: `Odile ${['Amber', 'Birch', 'Cedar', 'Dale'][n % 4]}${n}ton`.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? ''),
        upn: `${upnCheckLetter(rest)}${rest}`, nhs: `${nine}${nhsCheckDigit(String(nine))}`, born: `2016-0${1 + (n % 3)}-${String(1 + (n % 27)).padStart(2, '0')}`,
      }
      const childId = hub.house.newId<ChildId>()
      const personId = hub.house.newId<PersonId>()
      await hub.fresh.db.insertInto('child').values({ localAreaId, id: childId, givenName: one.given, familyName: one.family, bornOn: plainDateOf(one.born), upn: one.upn, nhsNumber: one.nhs, homeLanguages: [] }).execute()
      await hub.fresh.db.insertInto('person').values({ id: personId, fullName: one.parent, createdAt: hub.house.clock.now() }).execute()
      await hub.fresh.db.insertInto('relationship').values({ localAreaId, id: hub.house.newId<string>(), childId, personId, relation: 'parent', hasParentalResponsibility: true }).execute()
      made.push(one)
    }
    return made
  }
})
