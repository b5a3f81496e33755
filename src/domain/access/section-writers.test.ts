import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { councilTeam, isOfCouncil, parts } from './parts.ts'
import { adviceKinds, sectionsToWrite } from './section-writers.ts'

const examples = [
  { held: ['plan-writer'], asked: [], may: 'A B C D E F G H1 H2 I J' },
  { held: ['case-officer'], asked: [], may: 'A B C D E F G H1 H2 I J' },
  { held: ['school'], asked: [], may: 'A B E F' },
  { held: ['health-lead'], asked: [], may: 'C F G' },
  { held: ['social-care-lead'], asked: [], may: 'D H1 H2' },
  { held: ['adviser'], asked: ['psychological'], may: 'B E F' },
  { held: ['adviser'], asked: ['medical'], may: 'C F G' },
  { held: ['adviser'], asked: ['social-care'], may: 'D H1 H2' },
  { held: ['adviser'], asked: ['therapy'], may: 'B C E F G' },
  { held: ['adviser'], asked: [], may: '' },
  { held: ['adviser'], asked: ['other', 'parental', 'no such kind'], may: '' },
  { held: ['school'], asked: ['medical'], may: 'A B E F' },
  { held: ['parent'], asked: ['psychological'], may: '' },
  { held: ['consulted-setting', 'recipient'], asked: [], may: '' },
] as const

for (const { held, asked, may } of examples) {
  test(`${held.join(' and ')}, asked for ${asked.join(', ') || 'nothing'}, writes in: ${may || 'no section'}`, () => {
    assert.equal(sectionsToWrite(held, asked).join(' '), may)
  })
}

test('nobody writes in K, and more parts or more asks never take a section away', () => {
  const held = fc.subarray([...parts])
  const asked = fc.subarray([...adviceKinds])
  fc.assert(fc.property(held, asked, held, asked, (parts1, asked1, parts2, asked2) => {
    const less = sectionsToWrite(parts1, asked1)
    const more = new Set(sectionsToWrite([...parts1, ...parts2], [...asked1, ...asked2]))
    assert.ok(!more.has('K'))
    assert.ok(less.every((section) => more.has(section)))
  }))
})

test('only the council decides for the whole plan', () => {
  for (const part of parts) assert.equal(isOfCouncil([part]), councilTeam.includes(part))
})
