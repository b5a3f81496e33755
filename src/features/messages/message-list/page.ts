import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { listCorrespondents } from '../message-store.ts'
import { view } from './view.tsx'

/** Family go straight to their own thread; staff choose whose. */
export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, correspondents } = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(opened, 'messages')
    return { caseFile: opened, correspondents: await listCorrespondents(tx, opened) }
  })
  const [only] = correspondents
  return only !== undefined && correspondents.length === 1
    ? redirect(paths.caseThread({ ...caseFile.key, personId: only.personId }))
    : page(view({ frame: ask.frame, caseFile, correspondents }))
}
