// Reads a form with files. A file over the limit is cut off and marked, so that the page can say so in plain words and keep
// everything else that was typed.

import type { FastifyRequest } from 'fastify'
import type { PassingFiles } from '../files/passing-files.ts'
import type { UploadedFile } from './form-body.ts'
import { FormBody } from './form-body.ts'

/** Where files go that are too long to be held, and how long each may be, in bytes. */
export interface ThroughDisk { readonly files: PassingFiles; readonly mostBytes: number }

export async function readMultipart(request: FastifyRequest, through?: ThroughDisk): Promise<FormBody> {
  const fields = new Map<string, string[]>()
  const files: UploadedFile[] = []
  for await (const part of request.parts(through === undefined ? {} : { limits: { fileSize: through.mostBytes } })) {
    if (part.type === 'field') {
      fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value)])
      continue
    }
    if (through !== undefined) {
      if (part.filename === '') {
        part.file.resume()
        continue
      }
      const passing = await through.files.take(part.file)
      const isTooBig = part.file.truncated
      if (isTooBig) await through.files.drop(passing.id)
      files.push({ field: part.fieldname, fileName: part.filename, bytes: new Uint8Array(), isTooBig, passing })
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
