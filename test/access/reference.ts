// Reads the reference table and answers by it. It imports nothing of the program, on purpose: what it shares with the policy is only
// the names of things. Slow, small and dull, so that it can be checked by reading.

import { readFileSync } from 'node:fs'
import path from 'node:path'

export const capacities = ['CO', 'PW', 'DM', 'SC', 'AD', 'HL', 'SL', 'CS', 'RC', 'PA', 'YP', 'P0', 'Pp', 'Pm', 'Pv', 'Pd', 'BG', 'XX', 'Xp', 'Xl', 'Xm', 'Xv'] as const
/** PX: a parent whom an order keeps from deciding about education. Their column is PA's, less [limited-by-an-order]. */
export type Capacity = (typeof capacities)[number] | 'PX'

export const roles = [
  'case-officer', 'plan-writer', 'decision-maker', 'senco', 'adviser', 'advice-coordinator', 'health-lead', 'social-care-lead',
  'staff-administrator', 'access-officer',
] as const
/** Somebody with that one role; somebody with none (families); the program; somebody who has not signed in. */
export type Who = (typeof roles)[number] | 'no-role' | 'program' | 'nobody'

const rowParts = ['school', 'adviser', 'health-lead', 'social-care-lead', 'consulted-setting', 'recipient'] as const
const parentWays = ['not-on-record', 'lives-with', 'lives-apart', 'barred', 'sees-plan', 'writes', 'gives-views', 'stands-in', 'stands-in-for-draft', 'limited'] as const

/** Somebody who acts by the consent of a family member: for what, and how that family member stands to the case themselves. */
const helpers = [
  'helps plan for own young-person', 'helps letters for own young-person', 'helps messages for own young-person', 'helps views for own young-person',
  ...['own young-person', 'own parent not-on-record', 'own parent lives-apart', 'own parent lives-with', 'own parent barred', 'own parent sees-plan', 'own parent writes',
    'own parent gives-views', 'own parent stands-in', 'own parent stands-in-for-draft', 'ended own parent', 'to-come own parent', 'others parent', 'own representative appointed',
    'own representative not-appointed', 'stranger'].map((principal) => `helps all for ${principal}` as const),
  // What is the matter with the consent or with who has it, whatever the family member has.
  ...['stopped', 'run-out', 'to-come', 'without-consent', 'without-row', 'in-another’s-name', 'row-ended', 'body’s', 'barred'].map((way) => `helps-${way} all for own parent lives-with` as const),
  'helps-on-last-day all for own parent lives-with', 'helps-as-parent all for own young-person',
] as const
export const isHelper = (relation: string): boolean => relation.startsWith('helps')
/** "helps-stopped all for own parent" comes to the way, the scope and the family member's own relation. */
export function helperOf(relation: string): { readonly way: string; readonly scopes: readonly Scope[]; readonly principal: Relation } {
  const [helping = '', principal = ''] = relation.split(' for ')
  const [how = '', scope = ''] = helping.split(' ')
  return { way: how.replace(/^helps-?/, ''), scopes: scope === 'all' ? scopes : scopes.filter((one) => one === scope), principal: principal as Relation }
}
export const scopes = ['plan', 'letters', 'messages', 'views'] as const
type Scope = (typeof scopes)[number]

/** How somebody stands to the case. "own": a row of theirs; "body": of a body in which they hold their role; "elsewhere": of another body. */
export const relations = [
  'stranger', 'council-here', 'council-elsewhere', 'council-here barred',
  ...rowParts.flatMap((part) => [`own ${part}`, `body ${part}`, `elsewhere ${part}`, `named-at-body ${part}`, `named-elsewhere ${part}`, `ended own ${part}`, `ended body ${part}`, `to-come own ${part}`, `last-day body ${part}`, `others ${part}`] as const),
  ...parentWays.map((way) => `own parent ${way}` as const),
  'ended own parent', 'to-come own parent', 'last-day own parent', 'body parent', 'others parent', 'body school barred',
  'own young-person', 'ended own young-person', 'own representative appointed', 'own representative not-appointed',
  'own case-officer', 'own decision-maker', 'own past-parent', 'own break-glass', 'own program', 'glass', 'glass council-elsewhere',
  ...helpers,
] as const
export type Relation = (typeof relations)[number]

export const flagNames = ['sealedAddress', 'sealedItem', 'noParentalResponsibility', 'youngPersonDecides', 'otherAgencyOnly', 'closed'] as const
export type Flags = Readonly<Record<(typeof flagNames)[number], boolean>>

/** Whose the record is that is meant: the viewer's own, their agency's, both, or another's. */
export const itemTies = ['another’s', 'theirs', 'their agency’s', 'theirs and their agency’s'] as const
export type ItemTie = (typeof itemTies)[number]

export type Answer = 'yes' | 'not there' | 'refused' | 'not now'

export interface Cell {
  readonly who: Who
  readonly relation: Relation
  /** "look overview", "act give-advice", "write F", "write F medical". */
  readonly wish: string
  readonly stage: string
  readonly flags: Flags
  readonly tie: ItemTie
}

type Lines = readonly (readonly string[])[]
const table = new Map<string, Lines>()
for (const block of readFileSync(path.join(import.meta.dirname, 'who-may.txt'), 'utf8').split(/^\[/m).slice(1)) {
  const [name = '', ...lines] = block.split('\n')
  table.set(name.replace(']', ''), lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => line.trim().split(/\s+/)))
}
const linesOf = (name: string): Lines => table.get(name) ?? []
const wordsOf = (name: string): readonly string[] => linesOf(name).flat()

const grid = (marks: readonly string[], where: string): readonly Capacity[] => {
  if (marks.length < capacities.length || marks.slice(0, capacities.length).some((mark) => mark !== 'x' && mark !== '.')) throw new Error(`${where}: one mark for each column`)
  return capacities.filter((_, index) => marks[index] === 'x')
}
const names = [...linesOf('look'), ...linesOf('act')].map(([name = '']) => name)
if (new Set(names).size !== names.length) throw new Error(`who-may.txt has a row twice: ${names.filter((name, index) => names.indexOf(name) !== index).join(', ')}`)
const looks = new Map(linesOf('look').map(([kind = '', ...marks]) => [kind, grid(marks, kind)]))
const stageOf = new Map(linesOf('stages').map(([stage = '', letter = '']) => [stage, letter]))
const acts = new Map(linesOf('act').map(([act = '', when = '', ...marks]) => [act, { when, who: marks[0] === 'everybody' ? 'everybody' as const : grid(marks, act) }]))
const brings = linesOf('brings').map(([capacity = '', part = '', ...by]) => ({ capacity: capacity as Capacity, part, by }))
/** Who holds each office: pages about no child. */
export const officeHolders = new Map(linesOf('office').map(([office = '', ...who]) => [office, who]))
const ofCouncil = new Map(linesOf('council').map(([capacity = '', role = '']) => [role, capacity as Capacity]))

export const kinds = [...looks.keys()]
export const actNames = [...acts.keys()]
export const stages = [...stageOf.keys()]
export const sections = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K']
const asks = ['', 'medical', 'therapy']
export const wishes = [
  ...kinds.map((kind) => `look ${kind}`), ...actNames.map((act) => `act ${act}`),
  ...sections.flatMap((section) => asks.map((asked) => `write ${section} ${asked}`.trim())),
]

/** In which capacities somebody stands in the case, by the table and the law, before closing is looked at. */
export function capacitiesOf(who: Who, relation: Relation, flags: Flags): readonly Capacity[] {
  if (who === 'nobody') return []
  if (who === 'program') return ['CO', 'PW', 'DM']
  if (isHelper(relation)) return ofHelper(relation, flags)
  const words = relation.split(' ')
  if (words.includes('barred')) return []
  const breaks = wordsOf('breaks-glass').includes(who)
  const [how = '', part = '', way = ''] = words[0] === 'ended' || words[0] === 'to-come' || words[0] === 'last-day' ? words.slice(1) : words
  if (words[0] === 'ended' || words[0] === 'to-come') return []
  if (how === 'stranger' || how === 'council-elsewhere' || how === 'elsewhere' || how === 'named-elsewhere' || how === 'others') return []
  if (how === 'glass') return breaks ? ['BG'] : []
  if (how === 'council-here') return [ofCouncil.get(who)].flatMap((one) => (one === undefined ? [] : [one]))
  if (part === 'parent') return how === 'own' ? ofParent(way, flags) : []
  if (part === 'young-person') return how === 'own' ? ['YP'] : []
  // A deputy decides when there is somebody to decide for, and they were appointed.
  if (part === 'representative') return flags.youngPersonDecides && way === 'appointed' ? ['PA'] : []
  const row = brings.find((one) => one.part === part)
  return row !== undefined && row.by.includes(who) ? [row.capacity] : []
}

function ofParent(way: string, flags: Flags): readonly Capacity[] {
  // EA 1996 s.576: neither responsibility nor care is no parent. Where nobody has looked, the flag has nothing to stand on.
  const mayBeNone = way !== 'not-on-record' && way !== 'lives-with' && way !== ''
  if (flags.noParentalResponsibility && mayBeNone) return []
  if (way === 'limited' && !flags.youngPersonDecides) return ['PX']
  if (!flags.youngPersonDecides || way === 'stands-in') return ['PA']
  if (way === 'sees-plan') return ['P0', 'Pp']
  if (way === 'writes') return ['P0', 'Pm']
  if (way === 'gives-views') return ['P0', 'Pv']
  return way === 'stands-in-for-draft' ? ['P0', 'Pd', 'Pp'] : ['P0']
}

const columnOf: Readonly<Record<Scope, Capacity>> = { plan: 'Xp', letters: 'Xl', messages: 'Xm', views: 'Xv' }

/** Who acts by consent: each scope that the family member has in full themselves, on that day, and nothing beyond it. */
function ofHelper(relation: Relation, flags: Flags): readonly Capacity[] {
  const { way, scopes: consented, principal } = helperOf(relation)
  // Each of a family has rights of their own and nobody else's; what they have themselves they keep.
  if (way === 'as-parent') return ofParent('not-on-record', flags)
  if (way !== '' && way !== 'on-last-day') return []
  const theirs = capacitiesOf('no-role', principal, flags)
  const open = consented.map((scope) => columnOf[scope]).filter((column) => isTheirsInFull(column, theirs))
  return open.length === 0 ? [] : ['XX', ...open]
}

/** Nobody hands on what they do not have: every line marked for the helper's column is marked for one of the family member's. */
const isTheirsInFull = (column: Capacity, theirs: readonly Capacity[]): boolean =>
  [...looks.values(), ...[...acts.values()].map(({ who }) => who)].every((who) => who === 'everybody' || !who.includes(column) || theirs.some((one) => who.includes(one)))

const closedReaders = wordsOf('reads-when-closed')
const closedToLimited = wordsOf('limited-by-an-order')
const notForTheProgram = wordsOf('not-for-the-program')
const wishRows = new Map(wishes.map((wish) => {
  const [does = '', what = '', asked = ''] = wish.split(' ')
  const row = does === 'look' ? { when: 'any', who: looks.get(what) ?? [] } : acts.get(does === 'write' ? 'draft-plan' : what)
  return [wish, { does, what, asked, row }] as const
}))

/** Whether somebody in these capacities still has the case at all. */
export const isStillThere = (all: readonly Capacity[], stage: string, flags: Flags): boolean =>
  (flags.closed || stage === 'closed' || stage === 'exported' ? all.filter((one) => closedReaders.includes(one === 'PX' ? 'PA' : one)) : all).length > 0

export const answerOf = (cell: Cell): Answer => answerFor(capacitiesOf(cell.who, cell.relation, cell.flags), cell)

/** The answer for somebody who stands in these capacities, before closing is looked at. */
export function answerFor(all: readonly Capacity[], { who, wish, stage, flags, tie }: Omit<Cell, 'relation'>): Answer {
  const isClosed = flags.closed || stage === 'closed' || stage === 'exported'
  const held = isClosed ? all.filter((one) => closedReaders.includes(one === 'PX' ? 'PA' : one)) : all
  const { does, what, asked, row } = wishRows.get(wish) ?? { does: '', what: '', asked: '', row: undefined }
  if (row === undefined) throw new Error(`no row for ${wish}`)
  const { who: named } = row
  const has = (one: Capacity): boolean => (one === 'PX' ? named.includes('PA') && !(does === 'act' && closedToLimited.includes(what)) : named.includes(one))
  if (named !== 'everybody' && !held.some(has)) return held.length === 0 ? 'not there' : 'refused'
  if (does === 'look' && what === 'address' && flags.sealedAddress) return 'refused'
  if (does === 'look' && who === 'program' && notForTheProgram.includes(what)) return 'refused'
  if (does === 'write' && !writes(held, what, asked)) return 'refused'
  if (row.when !== 'any' && (isClosed || (row.when !== 'live' && !row.when.includes(stageOf.get(stage) ?? '?')))) return 'not now'
  const isTheirs = tie === 'theirs' || tie === 'theirs and their agency’s'
  const isTheirAgencys = tie === 'their agency’s' || tie === 'theirs and their agency’s'
  if (flags.sealedItem && (who === 'program' || !(isTheirs || held.includes('DM') || held.includes('SL')))) return 'refused'
  if (flags.otherAgencyOnly && (who === 'program' || !(isTheirAgencys || held.includes('DM')))) return 'refused'
  return 'yes'
}

function writes(held: readonly Capacity[], section: string, asked: string): boolean {
  const isCouncil = held.some((one) => one === 'CO' || one === 'PW' || one === 'DM')
  const lines = linesOf('write').filter(([first = '', second = '']) =>
    (first === 'council' ? isCouncil : held.includes(first as Capacity)) && (second !== 'medical' && second !== 'therapy' ? true : second === asked))
  return lines.some((line) => line.slice(1).includes(section))
}
