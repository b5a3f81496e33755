import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openDocument } from '../../../casebook/papers/documents.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file } from '../../../platform/http/reply.ts'
import { findDocument } from '../outbox-store.ts'

/** Gives a kept document, always as a download, to those it was kept for; for everybody else it is not there. */
export async function show(ask: Ask): Promise<Reply> {
  const { bytes, contentType, fileName } = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const document = await findDocument(tx, caseFile, param(ask, 'documentId'))
    if (document === undefined) throw new NotFound('document')
    return openDocument(tx, caseFile, document.id)
  })
  return file(bytes, contentType, fileName)
}
