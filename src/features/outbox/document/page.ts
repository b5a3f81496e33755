import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file } from '../../../platform/http/reply.ts'
import { findDocument } from '../outbox-store.ts'

/** Gives a kept document, always as a download, to those it was kept for; for everybody else it is not there. */
export async function show(ask: Ask): Promise<Reply> {
  const document = await read(ask, async (tx) => findDocument(tx, await openCaseFile(tx, caseKeyOf(ask)), param(ask, 'documentId')))
  if (document === undefined) throw new NotFound('document')
  return file(await ask.house.files.open(document.sha256), document.contentType, document.fileName)
}
