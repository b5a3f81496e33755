// Packages of a child's move for tests: any that the format allows, from the format's own table, and a key to sign them with.

import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Arbitrary } from 'fast-check'
import { array, constant, constantFrom, gen, integer, boolean as flag, jsonValue, option, sample, string, uint8Array, uniqueArray, uuid } from 'fast-check'
import { addDays, plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import { freeze } from '../../src/domain/plan/freeze.ts'
import type { MovedCase, MovePackage, Row, Tables } from '../../src/features/moves/package/format.ts'
import { packageVersion } from '../../src/features/moves/package/format.ts'
import type { Column, MovedTable } from '../../src/features/moves/package/moved-tables.ts'
import { columnsOf, idOf, movedTableNames, singleRows } from '../../src/features/moves/package/moved-tables.ts'
import { sha256Of, signText } from '../../src/features/moves/package/signature.ts'
import { writePackage } from '../../src/features/moves/package/write-package.ts'
import { zipParts } from '../../src/platform/documents/zip-guard.ts'
import { zipOfParts } from '../../src/platform/files/write-zip.ts'
import type { HeadBook } from '../../src/platform/heads/head-book.ts'
import { openHeadBook } from '../../src/platform/heads/head-book.ts'

export function aSigningKey(): HeadBook {
  const own = mkdtempSync(path.join(os.tmpdir(), 'move-key-'))
  return openHeadBook({ dir: path.join(own, 'heads'), keyFile: path.join(own, 'key.pem'), makesKey: true })
}

export const packed = (one: MovePackage, book: HeadBook): Uint8Array => writePackage(one, (text) => signText(book, 'golden-thread move 1', text))

/** The same file with another version in its manifest, signed anew. */
export function inVersion(file: Uint8Array, version: unknown): Uint8Array {
  const parts = zipParts(file).map(({ name, unpack }) => [name, unpack()] as const)
  const manifest = Buffer.from(parts.find(([name]) => name === 'manifest.json')?.[1] ?? []).toString('utf8')
  const changed = JSON.stringify({ ...JSON.parse(manifest) as object, version })
  const signature = JSON.stringify(signText(aSigningKey(), 'golden-thread move 1', changed))
  const anew: Readonly<Record<string, string>> = { 'manifest.json': changed, 'signature.json': signature }
  return zipOfParts(parts.map(([name, bytes]) => [name, name in anew ? Buffer.from(anew[name] ?? '') : bytes] as const))
}

const text = string({ unit: 'grapheme', maxLength: 12 }).filter((value) => !value.includes('\u0000'))
const date = integer({ min: 0, max: 9000 }).map((days) => addDays(plainDateOf('2010-01-01'), days))
const instant = date.map((day) => `${day}T12:00:00+00:00`)
const json = jsonValue({ maxDepth: 2 }).filter((value) => !/\\u0000|"__proto__":/.test(JSON.stringify(value)))
/** What JSON keeps as it is. */
const asWritten = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

interface Known { readonly rows: Partial<Record<MovedTable, readonly string[]>>; readonly people: readonly string[]; readonly bodies: readonly string[]; readonly files: readonly string[] }

function valueOf({ kind, mayBeEmpty }: Column, name: string, known: Known): Arbitrary<unknown> {
  const among = (ids: readonly string[] | undefined): Arbitrary<unknown> => (ids === undefined || ids.length === 0 ? constant(null) : constantFrom(...ids))
  if (name === 'pdfSha256' || name === 'docxSha256') return option(among(known.files))
  if (name === 'document' || name === 'summaryDocument') return constant(null)
  const whole = typeof kind === 'object' ? among(known.rows[kind.of])
    : { id: uuid(), key: uuid(), mark: uuid(), person: among(known.people), organisation: among(known.bodies), text, int: integer({ min: 0, max: 999 }), flag: flag(), date, instant, texts: array(text, { maxLength: 2 }), json: json.map(asWritten) }[kind]
  return mayBeEmpty ? option(whole) : whole
}

/** Whether a row of this table can be: what it must name is there. */
const canBe = (table: MovedTable, known: Known): boolean => columnsOf(table).every(([, { kind, mayBeEmpty }]) =>
  mayBeEmpty || typeof kind !== 'object' || (known.rows[kind.of]?.length ?? 0) > 0)

const aText = freeze({
  heading: { childNames: ['Rewan Tahsin'], dateOfBirth: plainDateOf('2018-02-01'), areaName: 'Wendmere Council', status: 'final', versionNumber: 1, issuedOn: plainDateOf('2026-02-01'), firstMadeOn: plainDateOf('2026-02-01') },
  content: { lines: [], links: [] }, advice: [],
})
const version = { text: aText, sha256: sha256Of(aText) }

/** Any package that the format allows. */
export const anyPackage: Arbitrary<MovePackage> = gen().map((g): MovePackage => {
  const files = g(() => array(uint8Array({ minLength: 1, maxLength: 60 }), { maxLength: 3 })).map((bytes) => [sha256Of(bytes), bytes] as const)
  const people = g(() => uniqueArray(uuid(), { minLength: 1, maxLength: 3 }))
  const bodies = g(() => uniqueArray(uuid(), { minLength: 1, maxLength: 2 }))
  const known: { rows: Partial<Record<MovedTable, string[]>> } & Omit<Known, 'rows'> = { rows: {}, people, bodies, files: files.map(([hash]) => hash) }
  const tables: Partial<Record<MovedTable, Row[]>> = {}
  for (const table of movedTableNames) {
    const most = table === 'child' ? 1 : singleRows.includes(table) ? 1 : 2
    const count = !canBe(table, known) || (table === 'document' && files.length === 0) ? 0 : table === 'child' ? 1 : g(integer, { min: 0, max: most })
    const rows = Array.from({ length: count }, (): Row => {
      const row = Object.fromEntries(columnsOf(table).map(([name, column]) => [name, g(() => valueOf(column, name, known))]))
      if (table === 'planVersion') return { ...row, sha256: version.sha256 }
      const file = files[0]
      return table === 'document' && file !== undefined ? { ...row, sha256: file[0], size: file[1].length } : row
    })
    tables[table] = rows
    known.rows[table] = rows.flatMap((row) => { const id = idOf(table, row); return typeof id === 'string' ? [id] : [] })
  }
  const record: MovedCase = {
    people: people.map((id, index) => ({ id, fullName: g(() => text), isFamily: index === 0 })), organisations: bodies.map((id) => ({ id, kind: 'setting', name: g(() => text) })),
    tables: tables as Tables, ledger: [{ seq: 1, type: 'final-issued', happenedOn: '2026-02-01', recordedAt: '2026-02-01T12:00:00+00:00', fact: { sha256: version.sha256 }, says: g(() => text) }],
    clocks: [{ clock: 'REV-01', title: g(() => text), dueOn: '2027-01-31', owedBy: 'council' }],
    earlier: g(flag) ? [] : [{ council: g(() => text), caseReference: 'N-2020-000004', takenInOn: '2025-09-01', ledger: [] }],
  }
  return {
    manifest: {
      format: 'golden-thread-move', version: packageVersion, moveId: g(uuid), madeAt: '2026-11-22T10:00:00.000Z', kind: 'plan', from: { council: g(() => text), area: 'wendmere', caseReference: 'W-2026-000001' },
      to: { council: g(() => text) }, knownOn: '2026-11-01', movesOn: '2026-11-20', transferredOn: '2026-11-22', note: g(() => text), withheld: [{ kind: 'sealed', count: g(integer, { min: 0, max: 5 }) }],
    },
    record, versions: new Map((tables.planVersion ?? []).length === 0 ? [] : [[version.sha256, version.text]]), files: new Map(files), readable: new Map([['record.html', Buffer.from('<p>In sentences</p>')]]),
  }
})

/** One of them, always the same; found among many, because a filter on so rare a thing may never end. */
export const aPackage = sample(anyPackage, { numRuns: 200, seed: 47 })
  .find(({ record, files }) => record.tables.planVersion.length > 0 && files.size > 0 && record.tables.document.length > 0) as MovePackage
