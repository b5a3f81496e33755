// The open format of a move, as types and as what is checked at the door. docs/moves/package-format.md says it in words.

import { z } from 'zod'
import { parsePlainDate } from '../../../domain/calendar/plain-date.ts'
import { withheldKinds } from '../../../domain/moves/withheld.ts'
import type { Column, MovedTable } from './moved-tables.ts'
import { columnsOf, movedTableNames, singleRows } from './moved-tables.ts'

export const packageFormat = 'golden-thread-move'
/** Goes up when a reader of the old one would misread a package. */
export const packageVersion = 3

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const date = z.string().refine((text) => parsePlainDate(text) !== undefined, 'not a date')
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/)
/** Text that a database keeps: without a zero character. */
const text = z.string().refine((value) => !value.includes('\u0000'), 'holds a zero character')
const scalar = z.union([text, z.number(), z.boolean(), z.null()])
const json: z.ZodType<unknown> = z.lazy(() => z.union([scalar, z.array(json), z.record(text, json)]))

/** What each kind of column may hold. */
function shapeOf({ kind, mayBeEmpty }: Column): z.ZodType<unknown> {
  const shape = typeof kind === 'object' ? id
    : { id, key: id, person: id, organisation: id, mark: id, text, int: z.int(), flag: z.boolean(), date, instant, texts: z.array(text), json }[kind]
  return mayBeEmpty ? shape.nullable() : shape
}

export type Row = Readonly<Record<string, unknown>>
export type Tables = Readonly<Record<MovedTable, readonly Row[]>>

const rowsOf = (table: MovedTable): z.ZodType<readonly Row[]> => {
  const rows = z.array(z.strictObject(Object.fromEntries(columnsOf(table).map(([name, column]) => [name, shapeOf(column)]))))
  return singleRows.includes(table) ? rows.max(1) : rows
}
const tables = z.strictObject(Object.fromEntries(movedTableNames.map((table) => [table, rowsOf(table)]))) as unknown as z.ZodType<Tables>

/** Somebody named in the record. Ways to reach them go for the family alone. */
const personShape = z.strictObject({
  id, fullName: text, profession: text.optional(), registration: text.optional(), email: text.optional(), phone: text.optional(), isFamily: z.boolean(),
})
export type MovedPerson = z.infer<typeof personShape>

const organisationShape = z.strictObject({ id, kind: text, name: text, service: text.optional(), urn: text.optional(), ukprn: text.optional(), odsCode: text.optional() })
export type MovedOrganisation = z.infer<typeof organisationShape>

/** A fact of the old council's ledger: what happened, when, when it was written down and by whom. */
const factShape = z.strictObject({
  seq: z.int(), type: text, happenedOn: date, recordedAt: instant, by: text.optional(), reason: text.optional(), corrects: z.int().optional(), fact: z.record(text, json), says: text,
})
export type MovedFact = z.infer<typeof factShape>

/** A duty that is open on the day of the transfer. */
const clockShape = z.strictObject({ clock: text, title: text, startedOn: date.optional(), dueOn: date.optional(), owedBy: text })
export type MovedClock = z.infer<typeof clockShape>

/** What a council before this one wrote down, as it came from there: the child has moved before. The first council first. */
const earlierShape = z.strictObject({ council: text, caseReference: text, takenInOn: date, ledger: z.array(factShape) })

/** `case.json`. */
export const caseShape = z.strictObject({
  people: z.array(personShape), organisations: z.array(organisationShape), tables, ledger: z.array(factShape), clocks: z.array(clockShape),
  earlier: z.array(earlierShape).max(40),
})
export type MovedCase = z.infer<typeof caseShape>

const withheldShape = z.strictObject({ kind: z.enum(withheldKinds), count: z.int().min(0), what: text.optional() })

/** `manifest.json`: what the package is, and every other file in it by its hash. The signature is over this file. */
export const manifestShape = z.strictObject({
  format: z.literal(packageFormat), version: z.literal(packageVersion), moveId: id, madeAt: instant, kind: z.enum(['plan', 'assessment']),
  from: z.strictObject({ council: text, area: text, caseReference: text, officer: text.optional() }), to: z.strictObject({ council: text }),
  knownOn: date, movesOn: date, transferredOn: date, planFirstMadeOn: date.optional(), reviewBefore: date.optional(), note: text,
  withheld: z.array(withheldShape), files: z.array(z.strictObject({ path: z.string(), sha256, size: z.int().min(0) })),
})
export type Manifest = z.infer<typeof manifestShape>

/** `signature.json`. */
export const signatureShape = z.strictObject({ algorithm: z.literal('ed25519'), publicKey: z.string().max(500), key: z.string().regex(/^[0-9a-f]{16}$/), signature: z.string().max(200) })
export type Signature = z.infer<typeof signatureShape>

/** What goes back when a council has taken a child in. */
export const receiptShape = z.strictObject({
  format: z.literal('golden-thread-move-receipt'), version: z.literal(1), moveId: id, package: sha256, takenInBy: text, takenInOn: date, caseReference: text,
})
export type Receipt = z.infer<typeof receiptShape>
export const signedReceiptShape = z.strictObject({ receipt: z.string().max(4000), signature: signatureShape })
export type SignedReceipt = z.infer<typeof signedReceiptShape>

/** A whole package before it is a file. */
export interface MovePackage {
  readonly manifest: Omit<Manifest, 'files'>
  readonly record: MovedCase
  /** The frozen text of each version, by its hash: canonical, to the letter. */
  readonly versions: ReadonlyMap<string, string>
  /** Documents, issued plans: bytes by their hash. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** For people's eyes: name and content. Nothing in them is read back. */
  readonly readable: ReadonlyMap<string, Uint8Array>
}
