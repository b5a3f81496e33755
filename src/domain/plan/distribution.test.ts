import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { aContent, adviceId, aLine, fromAdvice, lineId, planContents } from '../../../test/builders/plan-content.ts'
import { planLines } from '../../../test/builders/plan-under-check.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import { distributionOf, type Distribution, type PeopleOnCase } from './distribution.ts'
import type { PlanContent } from './line.ts'

const people: PeopleOnCase = {
  rightsHolder: 'parents',
  youngPerson: { key: 'rewan', name: 'Rewan Tahsin' },
  parents: [
    { key: 'shno', name: 'Shno Tahsin', isParentInLaw: true, maySee: true },
    { key: 'hoshang', name: 'Hoshang Tahsin', isParentInLaw: true, maySee: true },
  ],
  settings: [{ key: 'larkfell', name: 'Larkfell Primary School', head: 'R. Ashdown', senco: 'Debra Llewellyn-Hart' }],
  healthBoard: { key: 'icb', name: 'NHS Wendmere and Tarn Valley ICB' },
  gp: { key: 'gp', name: 'Tarn Street Surgery' },
  socialWorkers: [{ key: 'falk', name: 'Marguerite Falk' }],
  advisers: [
    { key: 'petrie', name: 'Dr Imogen Petrie', adviceId: adviceId(4), role: 'educational psychologist' },
    {
      key: 'webb',
      name: 'Callum Dreyfus-Webb',
      adviceId: adviceId(5),
      role: 'speech and language therapist',
      organisation: { key: 'trust', name: 'Wendmere Community Health NHS Trust' },
    },
  ],
  services: [{ key: 'trust', name: 'Wendmere Community Health NHS Trust', staff: ['physiotherapist', 'community nurse'] }],
}
const distribution = (content: PlanContent = aContent(planLines), differently: Partial<PeopleOnCase> = {}): Distribution =>
  distributionOf(content, { ...people, ...differently })
const keys = ({ recipients }: Distribution): string[] => recipients.map((each) => each.key)
const reasonsOf = ({ recipients }: Distribution, key: string): string[] =>
  recipients.find((each) => each.key === key)?.reasons.map((each) => each.words) ?? []

test('a plan goes to each parent, head and SENCO of the setting, the health board, those who deliver, advisers and GP', () => {
  assert.deepEqual(
    keys(distribution()),
    ['shno', 'hoshang', 'larkfell head', 'larkfell senco', 'icb', 'webb', 'trust', 'petrie', 'gp'],
  )
  assert.deepEqual(
    distribution().recipients.filter((each) => each.isOwedByLaw).map((each) => each.key),
    ['shno', 'hoshang', 'larkfell head', 'icb'],
  )
})

test('the therapist gets it once, with every reason and the lines that it is true of', () => {
  const webb = distribution().recipients.find((each) => each.key === 'webb')
  assert.deepEqual(webb?.reasons.map((each) => [each.words, each.lineIds]), [
    ['Delivers provision in the plan', [lineId(6)]], [
      'Provision in the plan stands on their advice', [lineId(6)],
    ], ['Gave advice for this plan', []],
  ])
})

test('a young person with their own rights gets it; a parent only as the young person says', () => {
  const own = distribution(undefined, {
    rightsHolder: 'young-person',
    parents: [
      { key: 'shno', name: 'Shno', isParentInLaw: true, maySee: true, why: 'Rewan agreed on 1 March 2034' },
      { key: 'hoshang', name: 'Hoshang', isParentInLaw: true, maySee: false, why: 'Rewan has not agreed' },
    ],
  })
  assert.deepEqual(keys(own).slice(0, 2), ['rewan', 'shno'])
  assert.deepEqual(reasonsOf(own, 'shno'), ['Rewan agreed on 1 March 2034'])
  assert.equal(own.recipients.find((each) => each.key === 'shno')?.isOwedByLaw, false)
  assert.deepEqual(own.leftOut, [{ key: 'hoshang', name: 'Hoshang', why: 'Rewan has not agreed' }])
  assert.ok(!keys(distribution()).includes('rewan'))
})

test('a parent kept from it by a court, or without responsibility, is left out and named', () => {
  const { leftOut, recipients } = distribution(undefined, {
    parents: [
      { key: 'a', name: 'A', isParentInLaw: true, maySee: false, why: 'Court order of 3 May 2026' },
      { key: 'b', name: 'B', isParentInLaw: false, maySee: true },
    ],
  })
  assert.deepEqual(
    leftOut.map((each) => each.why), ['Court order of 3 May 2026', 'Has no parental responsibility for the child'],
  )
  assert.ok(!recipients.some((each) => each.key === 'a' || each.key === 'b'))
})

test('section G gives the health board a second reason; social care lines bring in the social worker', () => {
  const content = aContent(
    [...planLines, aLine(20, { section: 'G', fields: { who: 'two community nurses' } }), aLine(21, { section: 'H2' })]
  )
  assert.deepEqual(
    reasonsOf(distribution(content), 'icb'),
    ['Is the responsible commissioning body', 'Must arrange the health provision in section G'],
  )
  assert.ok(keys(distribution(content)).includes('falk'))
  assert.ok(reasonsOf(distribution(content), 'trust').includes('Delivers provision in the plan'))
  assert.ok(!keys(distribution()).includes('falk'), 'none identified is not social care provision')
})

test('the organisation of the advice that a line stands on gets it, also where the line names nobody', () => {
  const content = aContent([aLine(1, { sources: [fromAdvice(5)] })])
  assert.deepEqual(
    reasonsOf(distribution(content, { services: [] }), 'trust'), ['Provision in the plan stands on their advice'],
  )
})

test('who checks a line is sent it too, and school staff are the setting’s', () => {
  const content = aContent(
    [...planLines, aLine(20, { fields: { who: 'teaching assistants', checkedBy: 'educational psychologist' } })]
  )
  assert.ok(reasonsOf(distribution(content), 'petrie').includes('Checks provision in the plan'))
  assert.ok(reasonsOf(distribution(content), 'larkfell senco').includes('Delivers or checks provision in the plan'))
  assert.deepEqual(distribution(content).notFound, [])
})

test('whoever the plan names and nobody knows is said out loud', () => {
  const content = aContent([
    aLine(1, { fields: { who: 'play therapist' } }),
    aLine(2, { kind: 'placement', section: 'I', fields: { settingName: 'Oak School' } }),
  ])
  const { healthBoard: _, ...withoutBoard } = people
  assert.deepEqual(distributionOf(content, withoutBoard).notFound.map((each) => each.words), [
    'Section I names Oak School, which is not on the case',
    'No integrated care board is on the case, and it must get every final plan',
  ])
  assert.deepEqual(distributionOf(content, withoutBoard).unmatched, [{ words: 'play therapist', lineIds: [lineId(1)] }])
})

test('a line of an older plan names its people in its words alone: whoever answers gets it, and each of the others is said', () => {
  const said = { sources: [{ kind: 'said', by: 'the plan as it came', on: plainDateOf('2025-03-03') }] } as const
  const content = aContent([
    aLine(1, { ...said, text: 'A physiotherapist and a play therapist will work with Rewan for 30 minutes once a week.' }),
    aLine(2, { ...said, text: 'A play therapist will see Rewan alone for 45 minutes each fortnight.' }),
    aLine(3, { ...said, text: 'A quiet place to work.' }),
    aLine(4, { ...said, text: 'Rewan will be seen by the Community Gait Service once a term.' }),
    aLine(5, { sources: [fromAdvice(5)], text: 'A quiet place to work.' }),
  ])
  assert.deepEqual(reasonsOf(distribution(content), 'trust'), ['Delivers provision in the plan', 'Provision in the plan stands on their advice'])
  assert.deepEqual(distribution(content).unmatched.map(({ words, lineIds }) => [words.toLowerCase(), lineIds]), [
    ['play therapist', [lineId(1), lineId(2)]], ['', [lineId(3)]], ['community gait service', [lineId(4)]],
  ])
})

test('who only checks and answers to nobody is said, and is not asked about', () => {
  const content = aContent([aLine(1, { fields: { who: 'physiotherapist', checkedBy: 'art therapist' } })])
  assert.deepEqual(distribution(content).unmatched, [])
  assert.deepEqual(distribution(content).notFound.map(({ words }) => words), ['The plan says “art therapist”, and nobody on the case answers to that'])
})

test('a line that stands on the advice of somebody who gets the plan is asked about no more: who else delivers it is said', () => {
  const content = aContent([aLine(1, { fields: { who: 'play therapist' }, sources: [fromAdvice(5)] })])
  assert.deepEqual(distribution(content).unmatched, [])
  assert.deepEqual(distribution(content).notFound.map(({ words }) => words), ['The plan says “play therapist”, and nobody on the case answers to that'])
})

test('property: each recipient once, each with a reason, those owed by law always, and nobody both in and out', () => {
  fc.assert(fc.property(planContents, fc.boolean(), fc.boolean(), (content, isParent, maySee) => {
    const one = { key: 'x', name: 'X', isParentInLaw: isParent, maySee }
    const { recipients, leftOut } = distribution(content, { parents: [one] })
    assert.equal(new Set(recipients.map((each) => each.key)).size, recipients.length)
    assert.ok(recipients.every((each) => each.reasons.length > 0))
    assert.ok(recipients.some((each) => each.key === 'icb' && each.isOwedByLaw))
    assert.equal(recipients.some((each) => each.key === 'x'), isParent && maySee)
    assert.equal(leftOut.length, isParent && maySee ? 0 : 1)
    for (const line of content.lines.filter((each) => each.kind === 'provision')) {
      if (line.sources.some((source) => source.kind === 'advice' && source.adviceId === adviceId(4))) {
        assert.ok(
          recipients.some((each) => each.key === 'petrie' && each.reasons.some((why) => why.lineIds.includes(line.id)))
        )
      }
    }
  }))
})
