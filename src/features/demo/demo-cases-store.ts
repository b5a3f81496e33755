// The demonstration's cases: made once by walking invented children's real journeys through the product itself
// (scripts/make-demo-cases.ts), kept as rows and files in `demo/cases.json.gz`, and put into an empty database in seconds.

import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { Database } from '../../platform/db/schema.ts'

/** Tables of a child's record in an order in which each row finds what it points to. Sessions and marks of forms are left out. */
const caseTables = [
  'person', 'child', 'child_address', 'relationship', 'relationship_was', 'restriction', 'restriction_change', 'service_address', 'communication_need', 'child_setting', 'child_need', 'case_file', 'case_number', 'fact', 'case_party', 'proxy',
  'request_draft', 'document', 'capacity_assessment', 'permission_said', 'notice', 'outgoing', 'message', 'request', 'possible_duplicate', 'panel_item', 'decision',
  'advice_request', 'family_advice_request', 'advice', 'advice_file', 'advice_kept_save', 'advice_line', 'term_to_keep_out', 'plan', 'named_setting', 'personal_budget', 'plan_line',
  'plan_line_revision', 'plan_line_link', 'plan_line_source', 'kept_text', 'plan_version', 'proposal', 'wish', 'consultation', 'icb_agreement',
  'check_release', 'plan_check_run', 'delivery', 'delivery_receipt', 'delivery_left_out',
  'review_arrangement', 'review_invitation', 'review_contribution', 'review_report', 'review_grade', 'line_confirmation', 'review_convenor', 'review_list', 'review_list_row',
  'change_said', 'plan_ceasing', 'reassessment', 'ordered_change', 'locked_wording', 'setting_phase', 'phase_transfer', 'bulk_consultation', 'bulk_consultation_item',
  'older_plan_batch', 'older_plan', 'older_plan_file', 'move', 'arrival',
] as const

const bundleShape = z.object({
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  /** What the file store keeps, in base64, by nothing but its content. */
  files: z.array(z.string()),
})

/**
 * Everything of every case, packed. `files` are the bytes that documents and versions point to. Whoever is in `sameAs` (by
 * id: a parent whom a request named, without an account) becomes the person of the demonstration that they are.
 */
export async function packCases(database: Kysely<Database>, files: readonly Uint8Array[], sameAs: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const rows: Record<string, readonly Record<string, unknown>[]> = {}
  for (const table of caseTables) {
    const { rows: [answer] } = await sql<{ all: Record<string, unknown>[] }>`select coalesce(jsonb_agg(to_jsonb(t)), '[]') as "all" from ${sql.table(table)} t`.execute(database)
    rows[table] = (answer?.all ?? []).filter(({ id }) => table !== 'person' || !sameAs.has(String(id)))
  }
  let written = JSON.stringify(rows)
  for (const [id, person] of sameAs) written = written.replaceAll(id, person)
  return gzipSync(JSON.stringify({ rows: JSON.parse(written) as unknown, files: files.map((bytes) => Buffer.from(bytes).toString('base64')) }), { level: 9 })
}

/** The invented files of the demonstration were written by its makers, before there was a scanner. */
const scannedByUs = { scan_state: 'clean', scanned_by: 'made for the demonstration' }

/** Puts the packed cases in, unless there are cases already. Answers with how many children came. */
export async function unpackCases(database: Kysely<Database>, store: FileStore, packed: Uint8Array): Promise<number> {
  const bundle = bundleShape.parse(JSON.parse(gunzipSync(packed).toString('utf8')))
  for (const bytes of bundle.files) await store.keep(Buffer.from(bytes, 'base64'))
  return database.transaction().execute(async (db) => {
    const any = await db.selectFrom('caseFile').select('id').limit(1).executeTakeFirst()
    if (any !== undefined) return 0
    for (const table of caseTables) {
      const rows = (bundle.rows[table] ?? []).map((row) => (table === 'document' ? { ...scannedByUs, ...row } : row))
      if (rows.length === 0) continue
      // A column that a table got since the cases were packed has its default.
      const columns = sql.join([...new Set(rows.flatMap((row) => Object.keys(row)))].map((column) => sql.id(column)))
      await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) on conflict do nothing`.execute(db)
    }
    // Clocks and next steps are not packed: whoever puts the cases in folds them from the facts, by the law as it is now.
    await db.updateTable('caseFile').set({ clocksSeq: null }).execute()
    // A child who moved has a file at the council that was left too.
    return (bundle.rows['case_file'] ?? []).filter(({ stage }) => stage !== 'exported').length
  })
}
