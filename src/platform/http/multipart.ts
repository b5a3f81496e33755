// Reads a form with files. A file over the limit is cut off and marked, so that the page can say so in plain words and keep
// everything else that was typed.

import type { FastifyRequest } from 'fastify'
import type { UploadedFile } from './form-body.ts'
import { FormBody } from './form-body.ts'

export async function readMultipart(request: FastifyRequest): Promise<FormBody> {
  const fields = new Map<string, string[]>()
  const files: UploadedFile[] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value)])
      continue
    }
    const chunks: Buffer[] = []
    for await (const chunk of part.file) chunks.push(chunk as Buffer)
    // A file field left empty is posted with no name and no bytes: that is no file at all.
    if (part.filename === '' && chunks.length === 0) continue
    files.push({ field: part.fieldname, fileName: part.filename, bytes: Buffer.concat(chunks), isTooBig: part.file.truncated })
  }
  return new FormBody(fields, files)
}
