// A package from a case: rows by the format's table, people and bodies that they name, facts, open duties, files, and twins for reading.

import { sentenceFor } from '../../casebook/fact-sentences.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { openDocument } from '../../casebook/papers/documents.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { DocumentId } from '../../domain/ids.ts'
import type { Withheld } from '../../domain/moves/withheld.ts'
import { toHtml } from '../../platform/documents/to-html.tsx'
import { bodiesOf, namesOf, openClocks, peopleOf, readTables, textsOf } from './gather-store.ts'
import type { MovedCase, MovedFact, MovePackage, Row, Tables } from './package/format.ts'
import { packageFormat, packageVersion } from './package/format.ts'
import type { MovedTable } from './package/moved-tables.ts'
import { columnsOf, idOf, movedTableNames } from './package/moved-tables.ts'
import { earlierLedgers } from './earlier-ledgers.ts'
import { openIssuedFile } from './package-files.ts'
import { recordDocument } from './readable.ts'
import { moveKindOf, travellingFacts, whatGoes } from './what-goes-store.ts'

export interface Packing {
  readonly moveId: string
  readonly to: string
  readonly knownOn: string
  readonly movesOn: string
  readonly note: string
  /** Reports and documents that somebody looked at and sent. */
  readonly goes: readonly string[]
  readonly leftOut: readonly string[]
}

/** The package of a case as it stands in this transaction. */
export async function gather(tx: Tx, caseFile: CaseFile, packing: Packing): Promise<MovePackage> {
  const found = await whatGoes(tx, caseFile)
  const goes = found.papers.filter(({ id }) => packing.goes.includes(id)).map(({ id }) => id)
  const kind = moveKindOf(caseFile)
  const rows = await readTables(tx, caseFile, found, goes, kind)
  const tables = whole(rows)
  const versionTexts = await textsOf(tx, caseFile, tables.planVersion)
  const record: MovedCase = {
    people: await peopleOf(tx, tables), organisations: await bodiesOf(tx, tables), tables, ledger: await ledgerOf(tx, caseFile), clocks: await openClocks(tx, caseFile), earlier: await earlierLedgers(tx, caseFile),
  }
  const plan = tables.plan[0]
  const reviewBefore = record.clocks.filter(({ clock }) => ['REV-01', 'REV-02', 'TR-04'].includes(clock)).flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0]
  const later = found.papers.filter(({ id }) => !packing.goes.includes(id) && !packing.leftOut.includes(id)).length
  const withheld: Withheld[] = [...found.withheld, ...(packing.leftOut.length === 0 ? [] : [{ kind: 'left-out' as const, count: packing.leftOut.length }]), ...(later === 0 ? [] : [{ kind: 'came-later' as const, count: later }])]
  const manifest: MovePackage['manifest'] = {
    format: packageFormat, version: packageVersion, moveId: packing.moveId, madeAt: tx.now, kind,
    from: { council: caseFile.area.councilName, area: caseFile.area.code, caseReference: caseFile.reference, ...(caseFile.officer === undefined ? {} : { officer: caseFile.officer.name }) },
    to: { council: packing.to }, knownOn: packing.knownOn, movesOn: packing.movesOn, transferredOn: tx.today, note: packing.note, withheld: withheld.map((one) => ({ ...one })),
    ...(typeof plan?.['firstMadeOn'] === 'string' ? { planFirstMadeOn: plan['firstMadeOn'] } : {}), ...(reviewBefore === undefined ? {} : { reviewBefore }),
  }
  const issued = await issuedFiles(tx, tables.planVersion)
  return {
    manifest, record, versions: versionTexts, files: new Map([...issued, ...await documentFiles(tx, caseFile, tables.document)]),
    readable: await readableTwins(tx, tables.planVersion, { manifest, record }),
  }
}

/** What names a row that stays no longer names it; a row that must name one stays with it. */
function whole(tables: Tables): Tables {
  const ids = new Map(movedTableNames.map((table) => [table, new Set(tables[table].map((row) => idOf(table, row)))]))
  const kept: Partial<Record<MovedTable, readonly Row[]>> = {}
  for (const table of movedTableNames) {
    kept[table] = tables[table].flatMap((row) => {
      const changed: Record<string, unknown> = { ...row }
      for (const [name, { kind, mayBeEmpty }] of columnsOf(table)) {
        if (typeof kind !== 'object' || row[name] === null || ids.get(kind.of)?.has(row[name]) === true) continue
        if (!mayBeEmpty) return []
        changed[name] = null
      }
      return [changed]
    })
  }
  return kept as Tables
}

async function ledgerOf(tx: Tx, caseFile: CaseFile): Promise<MovedFact[]> {
  const facts = travellingFacts(caseFile)
  const names = await namesOf(tx, [...new Set(facts.flatMap(({ recordedBy }) => recordedBy ?? []))])
  return facts.map((fact) => {
    const { type, seq, happenedOn, recordedAt, recordedBy, forOrganisation: _for, reason, corrects, ...data } = fact
    return {
      seq, type, happenedOn, recordedAt, fact: data as MovedFact['fact'], says: sentenceFor(fact, { person: (id) => names.get(id) ?? 'somebody' }, 'staff'),
      ...(recordedBy === undefined ? {} : { by: names.get(recordedBy) ?? 'somebody' }), ...(reason === undefined ? {} : { reason }), ...(corrects === undefined ? {} : { corrects }),
    }
  })
}

const hashesOf = (versions: readonly Row[]): string[] => [...new Set(versions.flatMap((row) => [row['pdfSha256'], row['docxSha256']]).filter((hash) => typeof hash === 'string'))]

async function issuedFiles(tx: Tx, versions: readonly Row[]): Promise<[string, Uint8Array][]> {
  const files: [string, Uint8Array][] = []
  for (const hash of hashesOf(versions)) files.push([hash, await openIssuedFile(tx, hash)])
  return files
}

async function documentFiles(tx: Tx, caseFile: CaseFile, documents: readonly Row[]): Promise<[string, Uint8Array][]> {
  const files: [string, Uint8Array][] = []
  for (const { id, sha256 } of documents) files.push([String(sha256), (await openDocument(tx, caseFile, id as DocumentId)).bytes])
  return files
}

async function readableTwins(tx: Tx, versions: readonly Row[], about: Parameters<typeof recordDocument>[0]): Promise<Map<string, Uint8Array>> {
  const page = (title: string, body: string): Uint8Array => Buffer.from(`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>${body}</body></html>\n`)
  const twins = new Map([['record.html', page('The record', toHtml(recordDocument(about)))]])
  const final = versions.findLast(({ kind, supersededOn }) => kind === 'final' && supersededOn === null)
  if (final?.['document'] !== undefined && final['document'] !== null) twins.set('plan.html', page('The plan', toHtml(final['document'] as Parameters<typeof toHtml>[0])))
  if (typeof final?.['pdfSha256'] === 'string') twins.set('plan.pdf', await openIssuedFile(tx, final['pdfSha256']))
  return twins
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
