// Which reports and documents of a case this viewer gets only as a copy with words removed, or not yet at all. Asked wherever a
// report or document is opened; written by the feature where copies are made (features/redaction).

import { sql } from 'kysely'
import { z } from 'zod'
import type { WhatIsGiven } from '../../domain/redaction/copy-for.ts'
import { copyFor } from '../../domain/redaction/copy-for.ts'
import type { AdviceId, DocumentId, PersonId } from '../../domain/ids.ts'
import type { TextBlock } from '../../platform/documents/kept-text.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

export interface RedactedCopy {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly blocks: readonly TextBlock[]
  readonly docxSha256: string
  /** Absent where this machine cannot make PDF files, or the fonts lack a letter. */
  readonly pdfSha256?: string
}

export interface CopiesForViewer {
  readonly ofAdvice: (advice: { readonly id: AdviceId; readonly isOwn: boolean }) => WhatIsGiven<RedactedCopy>
  readonly ofDocument: (document: { readonly id: DocumentId; readonly uploadedBy?: PersonId }) => WhatIsGiven<RedactedCopy>
}

export const blocksIn: z.ZodType<TextBlock[]> = z.array(z.object({
  kind: z.enum(['heading', 'paragraph', 'list-item', 'table-row', 'rule']), start: z.number(), end: z.number(),
  level: z.number().exactOptional(), page: z.number().exactOptional(),
}))

export async function copiesForViewer(tx: Tx, caseFile: CaseFile): Promise<CopiesForViewer> {
  // A report's own file says what the report says; and a demand holds a paper back also from readers who may not read the demand.
  const { rows } = await sql<{
    id: string; reader: string; adviceId: AdviceId | null; state: string; copyTitle: string | null; copyText: string | null; copyBlocks: unknown
    docxSha256: string | null; pdfSha256: string | null; authorPersonId: PersonId | null; documentId: DocumentId | null
  }>`select * from hub_copies(${caseFile.localAreaId}, ${caseFile.id})`.execute(tx.db)
  const demands = rows.map((row) => {
    const isReleased = row.state === 'released' && row.copyText !== null && row.docxSha256 !== null
    return {
      reader: row.reader, adviceId: row.adviceId, documentId: row.documentId, author: row.authorPersonId,
      ...(isReleased ? { copy: {
        id: row.id, title: row.copyTitle ?? 'Copy', text: row.copyText ?? '', blocks: blocksIn.parse(row.copyBlocks), docxSha256: row.docxSha256 ?? '',
        ...(row.pdfSha256 === null ? {} : { pdfSha256: row.pdfSha256 }),
      } } : {}),
    }
  })
  const personId = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
  const reader = { parts: caseFile.parts, ...(personId === undefined ? {} : { personId }) }
  return {
    ofAdvice: ({ id, isOwn }) => copyFor(demands.filter(({ adviceId }) => adviceId === id), { ...reader, isOwner: isOwn || isSystem(tx) }),
    ofDocument: ({ id, uploadedBy }) => {
      const about = demands.filter(({ documentId }) => documentId === id)
      const isOwner = isSystem(tx) || (personId !== undefined && (uploadedBy === personId || about.some(({ author }) => author === personId)))
      return copyFor(about, { ...reader, isOwner })
    },
  }
}

const isSystem = (tx: Tx): boolean => tx.viewer.kind === 'system'

/** A list of documents as this reader gets them: those under the title of their copy, and none of which a copy is still being made. */
export const documentsGiven = <D extends { readonly id: DocumentId; readonly title: string; readonly fileName: string; readonly uploadedBy?: PersonId }>(copies: CopiesForViewer, documents: readonly D[]): D[] =>
  documents.flatMap((document) => {
    const given = copies.ofDocument(document)
    if (given.kind === 'nothing-yet') return []
    return given.kind === 'whole' ? [document] : [{ ...document, title: given.copy.title, fileName: given.copy.title }]
  })
