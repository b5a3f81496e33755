// The words of a kept file, as far as a program can read them: for looking through what is enclosed. A scan has none, and a picture.

import type { DocumentId } from '../../domain/ids.ts'
import { textOfUpload, uploadTypeOf } from '../../platform/documents/text-in.ts'
import { notHidden } from '../access/item-seals.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

export async function wordsOfFile(bytes: Uint8Array, fileName: string): Promise<string> {
  const type = uploadTypeOf(fileName)
  if (type === undefined) return ''
  const read = await textOfUpload(bytes, type)
  return read.ok ? read.value.text : ''
}

/** The words of several documents of a case, one after the other. */
export async function wordsOfDocuments(tx: Tx, caseFile: CaseFile, ids: readonly DocumentId[]): Promise<string> {
  if (ids.length === 0) return ''
  const rows = await tx.db.selectFrom('document').select(['fileName', 'sha256', 'title']).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('id', 'in', [...ids]).where('removedAt', 'is', null).where(notHidden(caseFile, 'document.id')).execute()
  const texts: string[] = []
  for (const { fileName, sha256, title } of rows) texts.push(`${title} ${fileName}\n${await wordsOfFile(await tx.house.files.open(sha256), fileName)}`)
  return texts.join('\n')
}
