// Makes of one cell's labels the question that the policy is asked. The answer is the reference's and the policy's to give, not looked
// at here. All the cells in a fixed order, so that any of them can be named by its number.

import type { Item, Question, Wish } from '../../src/domain/access/policy.ts'
import type { AdviceKind } from '../../src/domain/access/section-writers.ts'
import type { SightName } from '../../src/domain/access/sights.ts'
import type { ActingFor, CaseNow, PartyRow, Standing } from '../../src/domain/access/standing.ts'
import type { StandingInLaw } from '../../src/domain/access/family-standing.ts'
import type { Role } from '../../src/domain/access/parts.ts'
import type { Instant } from '../../src/domain/calendar/plain-date.ts'
import { addDays, plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import { youngPersonFrom } from '../../src/domain/calendar/school-year.ts'
import type { HelpPart } from '../../src/domain/case-file/facts.ts'
import type { ActName } from '../../src/domain/case-file/open-acts.ts'
import type { Stage } from '../../src/domain/case-file/tracks.ts'
import type { Section } from '../../src/domain/plan/sections.ts'
import { rightsDecisions } from '../../src/domain/rights/decisions.ts'
import type { RightsRecord } from '../../src/domain/rights/rights-record.ts'
import type { Cell, Flags, ItemTie, Relation, Who } from './reference.ts'
import { flagNames, helperOf, isHelper, itemTies, relations, roles, stages, wishes } from './reference.ts'

export const today = plainDateOf('2026-11-22')
const me = 'me'
const principal = 'whom I help'
const bodyOfMine = 'a body of mine'
const area = 'the area of the case'
const bornAsChild = plainDateOf('2018-02-23')
const bornAsYoungPerson = plainDateOf('2009-03-01')

export const whos: readonly Who[] = [...roles, 'no-role', 'program', 'nobody']

export const flagsOf = (bits: number): Flags =>
  Object.fromEntries(flagNames.map((name, index) => [name, (bits & (1 << index)) !== 0])) as unknown as Flags

/** Everybody who can stand so: the program and whoever is not signed in stand nowhere. */
const stands: readonly (readonly [Who, Relation])[] = whos.flatMap((who) =>
  (who === 'program' || who === 'nobody' ? ['stranger' as const] : relations).map((relation) => [who, relation] as const))

// Whose the record is matters only where it is sealed or one agency's; each such tie is a cell of its own.
const marks: readonly (readonly [Flags, ItemTie])[] = Array.from({ length: 2 ** flagNames.length }, (_, bits) => flagsOf(bits)).flatMap((flags) =>
  (flags.sealedItem || flags.otherAgencyOnly ? itemTies : ['another’s' as const]).map((tie) => [flags, tie] as const))

export const sizes = {
  standings: stands.length, people: whos.length, relations: relations.length, wishes: wishes.length, stages: stages.length,
  flagSets: 2 ** flagNames.length, marks: marks.length,
}
export const cellCount = stands.length * wishes.length * stages.length * marks.length

/** The cell with this number; neighbours share their standing and flags. */
export function cellAt(index: number): Cell {
  let rest = index
  const take = <T>(list: readonly T[]): T => {
    const one = list[rest % list.length]
    rest = Math.floor(rest / list.length)
    if (one === undefined) throw new Error(`no cell ${index}`)
    return one
  }
  const stage = take(stages)
  const wish = take(wishes)
  const [flags, tie] = take(marks)
  const [who, relation] = take(stands)
  return { who, relation, wish, stage, flags, tie }
}

/** The cells in the same order, by standing, so that what a standing gives is worked out once for all that may be wished. */
export function* standingsAndMarks(mostFlags: number = flagNames.length): Generator<{ readonly who: Who; readonly relation: Relation; readonly flags: Flags; readonly tie: ItemTie }> {
  const wanted = marks.filter(([flags]) => Object.values(flags).filter(Boolean).length <= mostFlags)
  for (const [who, relation] of stands) for (const [flags, tie] of wanted) yield { who, relation, flags, tie }
}

/** What a young person said of this parent, or what was found of their own capacity, as the relation says. */
function rightsOf(relation: Relation, isYoungPerson: boolean, personId = me): RightsRecord {
  if (isHelper(relation)) return rightsOf(helperOf(relation).principal, isYoungPerson, principal)
  const dateOfBirth = isYoungPerson ? bornAsYoungPerson : bornAsChild
  const rightsOn = youngPersonFrom(dateOfBirth)
  const on = addDays(rightsOn, 1)
  const said = (part: HelpPart) => [{ parentId: personId, name: 'Me', parts: [part], by: 'young-person' as const, on, seq: 1, permissionId: 'one' }]
  const lacks = (decisions: readonly string[], representative?: { name: string; as: 'deputy'; personId: string }) => decisions.map((decision) =>
    ({ decision, assessedOn: on, hasCapacity: false, assessedBy: 'Dr Ines Calloway', evidence: 'kept', ...(representative === undefined ? {} : { representative }) }))
  const plain = { dateOfBirth, rightsOn, capacity: [], said: [], doubts: [] }
  switch (relation) {
    case 'own parent sees-plan': return { ...plain, said: said('plan') }
    case 'own parent writes': return { ...plain, said: said('messages') }
    case 'own parent gives-views': return { ...plain, said: said('views') }
    case 'own parent stands-in': return { ...plain, capacity: lacks(rightsDecisions) }
    case 'own parent stands-in-for-draft': return { ...plain, capacity: lacks(['draft']) }
    case 'own representative appointed': return { ...plain, capacity: lacks(rightsDecisions, { name: 'Me', as: 'deputy', personId }) }
    default: return plain
  }
}

function rowOf(words: readonly string[], personId = me): PartyRow {
  const [how = '', part = ''] = words
  const at = how === 'own' ? { personId }
    : how === 'body' ? { organisationId: bodyOfMine }
      : how === 'elsewhere' ? { organisationId: 'another body' }
        : how === 'named-at-body' ? { personId, organisationId: bodyOfMine }
          : how === 'named-elsewhere' ? { personId, organisationId: 'another body' }
            : { personId: 'somebody else' }
  return { part, ...at, fromOn: addDays(today, -100) }
}

/** The row that a relation speaks of, with the days that it says. */
function rowsOf(relation: Relation, personId = me): readonly PartyRow[] {
  if (isHelper(relation)) return rowsOfHelper(helperOf(relation).way)
  const [first = '', ...rest] = relation.split(' ')
  if (first === 'ended') return [{ ...rowOf(rest, personId), toOn: addDays(today, -1) }]
  if (first === 'to-come') return [{ ...rowOf(rest, personId), fromOn: addDays(today, 1) }]
  if (first === 'last-day') return [{ ...rowOf(rest, personId), fromOn: today, toOn: today }]
  return ['stranger', 'glass', 'council-here', 'council-elsewhere'].includes(first) ? [] : [rowOf([first, ...rest], personId)]
}

function rowsOfHelper(way: string): readonly PartyRow[] {
  const row = rowOf([way === 'body’s' ? 'body' : 'own', 'proxy'])
  if (way === 'as-parent') return [rowOf(['own', 'parent']), row]
  return way === 'without-row' ? [] : [way === 'row-ended' ? { ...row, toOn: addDays(today, -1) } : row]
}

/** The consent behind a helper's row, and the family member's own standing. */
function actsForOf(relation: Relation, flags: Flags): readonly ActingFor[] {
  const { way, scopes, principal: theirs } = helperOf(relation)
  if (way === 'without-consent') return []
  const family = familyOf(theirs, flags)
  const days = way === 'to-come' ? { from: addDays(today, 1), to: addDays(today, 50) } : way === 'run-out' ? { from: addDays(today, -50), to: addDays(today, -1) }
    : way === 'on-last-day' ? { from: today, to: today } : { from: addDays(today, -50), to: addDays(today, 50) }
  const proxy = { personId: way === 'in-another’s-name' ? 'somebody else' : me, forPersonId: principal, scopes, ...days, ...(way === 'stopped' ? { endedAt: '2026-11-22T08:00:00.000Z' as Instant } : {}) }
  return [{ proxy, rows: rowsOf(theirs, principal), ...(family === undefined ? {} : { family }) }]
}

function familyOf(relation: Relation, { noParentalResponsibility }: Flags): StandingInLaw | undefined {
  const hasParentalResponsibility = !noParentalResponsibility
  if (isHelper(relation)) return relation.startsWith('helps-barred') ? { hasParentalResponsibility, hasCare: false, mayNotSee: true } : undefined
  if (relation.endsWith('barred')) return { hasParentalResponsibility, hasCare: true, mayNotSee: true }
  if (relation === 'own parent not-on-record' || !relation.startsWith('own parent ')) return undefined
  return { hasParentalResponsibility, hasCare: relation === 'own parent lives-with', mayNotSee: false, isLimitedInEducation: relation === 'own parent limited' }
}

export function standingOf(who: Who, relation: Relation, flags: Flags): Standing {
  if (who === 'program') return { kind: 'system' }
  if (who === 'nobody') return { kind: 'anyone' }
  const areaOfRole = relation.includes('council-here') ? { localAreaId: area } : relation.includes('council-elsewhere') ? { localAreaId: 'another area' } : {}
  const family = familyOf(relation, flags)
  return {
    kind: 'person', personId: me, rows: rowsOf(relation), hasBrokenGlass: relation.startsWith('glass'),
    roles: who === 'no-role' ? [] : [{ role: who satisfies Role, organisationId: bodyOfMine, ...areaOfRole }], ...(family === undefined ? {} : { family }),
    ...(isHelper(relation) ? { actsFor: actsForOf(relation, flags) } : {}),
  }
}

export const caseOf = (relation: Relation, stage: string, flags: Flags): CaseNow => ({
  localAreaId: area, today, stage: stage as Stage, isRetained: flags.closed, rights: rightsOf(relation, flags.youngPersonDecides),
})

export const itemOf = (flags: Flags, tie: ItemTie): Item => ({
  isSealed: flags.sealedItem, isForOneAgency: flags.otherAgencyOnly, hasSealedAddress: flags.sealedAddress,
  isTheirs: tie === 'theirs' || tie === 'theirs and their agency’s', isOfThatAgency: tie === 'their agency’s' || tie === 'theirs and their agency’s',
})

export function wishOf(wish: string): Wish {
  const [does = '', what = '', asked] = wish.split(' ')
  if (does === 'look') return { look: what as SightName }
  return does === 'act' ? { act: what as ActName } : { act: 'draft-plan', section: what as Section, asked: asked === undefined ? [] : [asked as AdviceKind] }
}

export const questionOf = ({ who, relation, wish, stage, flags, tie }: Cell): Question =>
  ({ standing: standingOf(who, relation, flags), at: caseOf(relation, stage, flags), wish: wishOf(wish), item: itemOf(flags, tie) })
