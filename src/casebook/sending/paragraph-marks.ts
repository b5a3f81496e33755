// The same long paragraph in two children's cases is a copy that should be looked at. What is kept of a paragraph is a keyed
// fingerprint: the table says nothing to whoever reads it, and nothing is ever shown of the other case.

import { sql } from 'kysely'
import type { Finding } from '../../domain/sending/findings.ts'
import { findingAt } from '../../domain/sending/findings.ts'
import { mostCases, paragraphsOf } from '../../domain/sending/paragraphs.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

const marked = (tx: Tx, { localAreaId, child }: CaseFile, text: string) =>
  paragraphsOf(text, [child.givenName, child.preferredName, child.familyName]).map((one) => ({ ...one, marks: tx.house.sealer.marks(one.bare, { purpose: 'paragraph', of: localAreaId }) }))

/** Paragraphs of this text that stand in one, two or three other children's cases; in more they are a form of words of the area. */
export async function findCopies(tx: Tx, caseFile: CaseFile, text: string): Promise<Finding[]> {
  const paragraphs = marked(tx, caseFile, text)
  if (paragraphs.length === 0) return []
  const found = await sql<{ mark: string }>`
    select mark from hub_paragraphs_elsewhere(${caseFile.localAreaId}, ${caseFile.id}, ${paragraphs.flatMap(({ marks }) => marks)}::text[], ${mostCases})`.execute(tx.db)
  const copies = new Set(found.rows.map(({ mark }) => mark))
  return paragraphs.filter(({ marks }) => marks.some((mark) => copies.has(mark))).map(({ at, end }) => findingAt('paragraph-elsewhere', text, at, end, 'warn'))
}

/** Keeps the fingerprints of a text that belongs to this case. */
export async function keepParagraphs(tx: Tx, caseFile: CaseFile, text: string): Promise<void> {
  const marks = [...new Set(marked(tx, caseFile, text).flatMap(({ marks: [mark] }) => mark ?? []))]
  if (marks.length === 0) return
  await tx.db.insertInto('paragraphMark').values(marks.map((mark) => ({ localAreaId: caseFile.localAreaId, mark, caseId: caseFile.id, firstSeenAt: tx.now })))
    .onConflict((conflict) => conflict.doNothing()).execute()
}
