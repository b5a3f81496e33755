// A child is taken in: a new child and a new case with ids of their own, the plan as it came, counted as made here on its own day
// (SEND Regulations 2014, reg 15(3)), and the facts by which its clocks go on. Nobody outside the council's team gets a part by it.

import { actOutsideCase } from '../../casebook/act.ts'
import { mustHoldInArea } from '../../casebook/access/office.ts'
import { insertCase, nextReference } from '../../casebook/case-rows.ts'
import { insertPerson } from '../../casebook/family/family-rows.ts'
import { keepsChildren } from '../../casebook/house.ts'
import { recordFact } from '../../casebook/ledger.ts'
import { openArea } from '../../casebook/open-area.ts'
import type { Area, CaseFile } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { currencyAtEnd } from '../../casebook/plan/keep-currency.ts'
import { keepPossibleDuplicate } from '../../casebook/possible-duplicates.ts'
import { enqueue } from '../../casebook/queue.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { Likeness } from '../../domain/case-file/duplicates.ts'
import type { Fact, RecordedFact } from '../../domain/case-file/facts.ts'
import { standingFacts } from '../../domain/case-file/facts.ts'
import type { CaseId, ChildId, OrganisationId, PersonId, RequestId } from '../../domain/ids.ts'
import { parseNhsNumber } from '../../domain/identifiers/nhs-number.ts'
import type { KeepsChildren } from '../../domain/identifiers/real-or-invented.ts'
import { nhsNumberFor, upnFor } from '../../domain/identifiers/real-or-invented.ts'
import { parseUpn } from '../../domain/identifiers/upn.ts'
import { isSameCouncil } from '../../domain/moves/same-council.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { toHtml } from '../../platform/documents/to-html.tsx'
import type { Arrival } from './arrival-store.ts'
import { changeArrival, findAlike, getArrival } from './arrival-store.ts'
import { answerJob } from './carry.ts'
import { carriedFact } from './carried-facts.ts'
import type { NewHome } from './moved-rows-store.ts'
import { isWritten, writeMovedRows } from './moved-rows-store.ts'
import { findBody, findPeople } from './people-store.ts'
import { idsOfVersion, withNewIds } from './new-ids.ts'
import type { MovedCase, Row } from './package/format.ts'
import { columnsOf, idOf, movedTableNames } from './package/moved-tables.ts'
import { printedShape } from './package/printed-shape.ts'
import type { OpenedPackage, PackageRefusal } from './package/read-package.ts'
import { openPackage } from './package-files.ts'

export interface TakingIn {
  readonly area: string
  readonly arrivalId: string
  /** With whom the fingerprint of a file's key was compared, and how; not asked where the hub carried it. */
  readonly keyComparedWith?: string
  /** Of each child on file here who may be the same, whether it is: by the id of the case. */
  readonly alike?: ReadonlyMap<string, 'same-child' | 'different-children'>
  /** Somebody asked the other council: a package that names another council is meant for this one. */
  readonly isMeantForUs?: boolean
}

export type TakeInRefusal = { readonly kind: 'taken-in-already' } | { readonly kind: 'called-off' } | { readonly kind: 'returned' } | { readonly kind: 'key-not-compared' } | { readonly kind: 'for-another' } | { readonly kind: 'alike-not-answered' } | { readonly kind: 'numbers-not-for-this-hub' }
  | { readonly kind: 'broken'; readonly because: PackageRefusal }

export const takeIn = actOutsideCase('take-in-move', async (tx, { area: code, arrivalId, keyComparedWith, isMeantForUs = false, alike = new Map() }: TakingIn): Promise<Outcome<{ readonly caseId: CaseId }, TakeInRefusal>> => {
  const area = await openArea(tx, code)
  const { personId } = mustHoldInArea(tx, 'receive-moves', area.id)
  const arrival = await getArrival(tx, area.id, arrivalId, { lock: true })
  if (arrival.state === 'taken-in') return refused({ kind: 'taken-in-already' })
  if (arrival.state === 'called-off' || arrival.state === 'returned') return refused({ kind: arrival.state })
  if (arrival.fromAreaId === undefined && (keyComparedWith ?? '') === '') return refused({ kind: 'key-not-compared' })
  const opened = await openPackage(tx, arrival.packageSha256)
  if (!opened.ok) return refused({ kind: 'broken', because: opened.refusal })
  if (!isMeantForUs && !isSameCouncil(opened.value.manifest.to.council, area.councilName)) return refused({ kind: 'for-another' })
  if (!numbersBelong(likenessOf(opened.value), keepsChildren(tx.house))) return refused({ kind: 'numbers-not-for-this-hub' })
  const found = await findAlike(tx, area.id, likenessOf(opened.value))
  if (found.some((one) => !alike.has(one.caseId))) return refused({ kind: 'alike-not-answered' })
  const home: NewHome = { localAreaId: area.id, caseId: tx.newId<CaseId>(), childId: tx.newId<ChildId>() }
  const ids = await newIds(tx, home, arrival, opened.value)
  for (const bytes of opened.value.files.values()) await tx.house.files.keep(bytes)
  if (!await isWritten(() => writeRecord(tx, area, home, opened.value, ids))) return refused({ kind: 'broken', because: 'not-of-the-format' })
  for (const { caseId, score, alike: kinds } of found) {
    const said = alike.get(caseId)
    // Before a plan is made two files can be brought together, by two people: then it waits for them (features/requests).
    const waits = opened.value.manifest.kind === 'assessment' && said === 'same-child'
    await keepPossibleDuplicate(tx, area.id, home.caseId, { otherCaseId: caseId, score, alike: kinds, ...(said === undefined || waits ? {} : { decision: said, reason: 'Said when the child was taken in' }) })
  }
  // A page of an office opens nobody's case; this one case it has just made.
  const { may: _office, ...maker } = tx
  const caseFile = await openCaseFile(maker, { area: area.code, caseId: home.caseId }, { lock: true })
  await recordBeginning(tx, caseFile, arrival, opened.value, ids)
  if (opened.value.record.tables.plan.length > 0) currencyAtEnd(tx, caseFile)
  await changeArrival(tx, arrival, { takenInAt: tx.now, ids: JSON.stringify(Object.fromEntries(ids)), takenInBy: personId, caseId: home.caseId, ...(arrival.openedAt === undefined ? { openedAt: tx.now, openedBy: personId } : {}), ...(keyComparedWith === undefined ? {} : { keyComparedWith }) })
  await enqueue(tx, answerJob, { localAreaId: area.id, arrivalId })
  return ok({ caseId: home.caseId })
})

/**
 * A real child's number never comes into a hub of invented children, nor the other way round. One that is no such number at all comes in as it was
 * sent, because the child must be taken in: the check of the return says so the same night.
 */
function numbersBelong({ upn, nhsNumber }: Likeness, keeps: KeepsChildren): boolean {
  const [theirUpn, theirNhs] = [parseUpn(upn ?? ''), parseNhsNumber(nhsNumber ?? '')]
  return (!theirUpn.ok || upnFor(keeps, theirUpn.value).ok) && (!theirNhs.ok || nhsNumberFor(keeps, theirNhs.value).ok)
}

/** By what a child may be known here already. */
export function likenessOf({ record }: OpenedPackage): Likeness {
  const [child] = record.tables.child
  const text = (name: string): string | undefined => (typeof child?.[name] === 'string' ? child[name] : undefined)
  return { givenName: text('givenName') ?? '', familyName: text('familyName') ?? '', bornOn: plainDateOf(text('bornOn') ?? ''), upn: text('upn'), nhsNumber: text('nhsNumber') }
}

async function writeRecord(tx: Tx, area: Area, home: NewHome, opened: OpenedPackage, ids: ReadonlyMap<string, string>): Promise<void> {
  await writeMovedRows(tx, 'child', home, rowsFor('child', opened.record, ids))
  await insertCase(tx, area.id, { id: home.caseId, childId: home.childId, reference: await nextReference(tx, area) })
  for (const table of movedTableNames) {
    if (table === 'child') continue
    const theirs = opened.record.tables[table].filter((row) => isTakenIn(table, row, ids))
    await writeMovedRows(tx, table, home, theirs.map((row) => mapped(table, row, ids)), table === 'planVersion' ? theirs.map((row) => versionColumns(row, opened, ids)) : [])
  }
}

/** An id here for each id of the package. People and bodies are known again only where the hub itself carried them, or by a public code. */
async function newIds(tx: Tx, home: NewHome, arrival: Arrival, { record }: OpenedPackage): Promise<Map<string, string>> {
  const ids = new Map<string, string>(movedTableNames.flatMap((table) => record.tables[table].flatMap((row) => {
    const id = idOf(table, row)
    return typeof id === 'string' ? [[id, table === 'child' ? home.childId : 'id' in row ? tx.newId<string>() : id] as const] : []
  })))
  const isOurs = arrival.fromAreaId !== undefined
  const known = isOurs ? await findPeople(tx, record.people.map(({ id }) => id as PersonId)) : new Set<string>()
  for (const { id, fullName, email = '', phone = '' } of record.people) ids.set(id, known.has(id) ? id : await insertPerson(tx, { fullName, email, phone }, { canSignIn: false }))
  for (const body of record.organisations) {
    const found = await findBody(tx, { ...body, id: body.id as OrganisationId }, { byId: isOurs })
    if (found !== undefined) ids.set(body.id, found)
  }
  return ids
}

/** A row that must name a body which nobody knows here stays in the package, where it can be read. */
const isTakenIn = (table: (typeof movedTableNames)[number], row: Row, ids: ReadonlyMap<string, string>): boolean =>
  columnsOf(table).every(([name, { kind, mayBeEmpty }]) => kind !== 'organisation' || mayBeEmpty || ids.has(String(row[name])))

function mapped(table: (typeof movedTableNames)[number], row: Row, ids: ReadonlyMap<string, string>): Row {
  return Object.fromEntries(columnsOf(table).map(([name, { kind }]) => {
    const value = row[name]
    if (value === null || value === undefined) return [name, null]
    if (kind === 'mark' || kind === 'key' || name === 'ids') return [name, value]
    if (kind === 'organisation') return [name, ids.get(String(value)) ?? null]
    if (kind === 'id' || kind === 'person' || typeof kind === 'object') return [name, ids.get(String(value)) ?? null]
    return [name, kind === 'texts' || kind === 'json' ? withNewIds(value, ids) : value]
  }))
}

const rowsFor = (table: (typeof movedTableNames)[number], { tables }: MovedCase, ids: ReadonlyMap<string, string>): Row[] => tables[table].map((row) => mapped(table, row, ids))

/** The frozen text to the letter, the map of its ids, and its pages printed anew from the document. */
function versionColumns(row: Row, { versions }: OpenedPackage, ids: ReadonlyMap<string, string>): Row {
  const content = versions.get(String(row['sha256'])) ?? ''
  const page = (document: unknown): string | null => (document === null ? null : toHtml(printedShape.parse(document)))
  return { content, ids: idsOfVersion(content, row['ids'], ids), html: page(row['document']), summaryHtml: page(row['summaryDocument']) }
}

/** Facts that say when the plan was made. */
const madeFirst: readonly string[] = ['final-issued', 'plan-made-elsewhere', 'older-plan-brought-in']

/** The facts with which the file begins here, in the order in which they happened there. */
async function recordBeginning(tx: Tx, caseFile: CaseFile, { from, moveId, transferredOn }: Arrival, { manifest, record, sha256 }: OpenedPackage, ids: ReadonlyMap<string, string>): Promise<void> {
  const on: PlainDate = transferredOn > tx.today ? tx.today : transferredOn
  const reason = `From the record of ${from}`
  if (manifest.kind === 'assessment') {
    const requestId = (ids.get(String(record.tables.request.at(-1)?.['id'])) ?? tx.newId<string>()) as RequestId
    await recordFact(tx, caseFile, { type: 'became-responsible', moveId, requestId, from }, { happenedOn: on, reason })
    return
  }
  const madeOn = plainDateOf(manifest.planFirstMadeOn ?? on)
  await recordFact(tx, caseFile, { type: 'plan-transferred-in', moveId, from, sha256, planFirstMadeOn: madeOn }, { happenedOn: on, reason })
  const theirs = record.ledger.map(({ seq, corrects, happenedOn, type, fact }) => ({ seq, type, happenedOn, fact, ...(corrects === undefined ? {} : { corrects }) }))
  const standing = standingFacts(theirs as unknown as readonly RecordedFact[]) as unknown as typeof theirs
  const carried = standing.flatMap(({ seq, type, fact, happenedOn }) => {
    const ours = carriedFact(type, withNewIds(fact, ids) as Readonly<Record<string, unknown>>)
    return ours === undefined ? [] : [{ seq, fact: ours, happenedOn: plainDateOf(happenedOn) }]
  })
  if (!carried.some(({ fact }) => madeFirst.includes(fact.type))) await recordFact(tx, caseFile, { type: 'plan-made-elsewhere', by: from }, { happenedOn: madeOn, reason })
  // Some facts name another by its number, which is another here. Of a corrected one, the last correction stands for all.
  const ourSeq = new Map<number, number>()
  for (const { seq, fact, happenedOn } of carried) {
    const named = withOurSeq(fact, ourSeq)
    if (named === undefined) continue
    const recorded = await recordFact(tx, caseFile, named, { happenedOn, reason })
    for (let at: number | undefined = seq; at !== undefined; at = theirs.find((one) => one.seq === at)?.corrects) {
      if (ourSeq.has(at)) break
      ourSeq.set(at, recorded.seq)
    }
  }
}

/** The fact with numbers of other facts as they are here; undefined where it names one that stays. */
function withOurSeq(fact: Fact, ourSeq: ReadonlyMap<number, number>): Fact | undefined {
  if (fact.type !== 'next-placement-named') return fact
  const finalSeq = ourSeq.get(fact.finalSeq)
  return finalSeq === undefined ? undefined : { ...fact, finalSeq }
}
