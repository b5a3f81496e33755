import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { listDocuments } from '../../../casebook/papers/documents.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listPossibleDuplicates } from '../duplicate-store.ts'
import { textIn } from '../journey/question.ts'
import type { MadeRequest } from '../request-store.ts'
import { findOrganisationName, listRequests } from '../request-store.ts'
import { view } from './view.tsx'

/**
 * The request as received. The council sees all of it; a family member only what they wrote themselves, and of anybody
 * else's only that it was made: parents never see each other's words, nor each other's files.
 */
export async function show(ask: Ask): Promise<Reply> {
  return page(await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'request')
    const isCouncil = isOfCouncil(caseFile.parts)
    const viewerId = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
    const requests: (MadeRequest & { isOpen: boolean; settingName?: string })[] = []
    for (const request of await listRequests(tx, caseFile)) {
      const isOpen = isCouncil || (viewerId !== undefined && request.madeByPersonId === viewerId)
      const settingId = textIn(request.answers['which-setting'], 'settingId')
      const settingName = settingId === '' || settingId === 'none' ? undefined : await findOrganisationName(tx, settingId)
      requests.push({ ...request, isOpen, answers: isOpen ? request.answers : {}, ...(settingName === undefined ? {} : { settingName }) })
    }
    const files = (await listDocuments(tx, caseFile))
      .filter(({ kind, uploadedBy }) => kind === 'evidence' && (isCouncil || (viewerId !== undefined && uploadedBy === viewerId)))
    const undecided = isCouncil ? (await listPossibleDuplicates(tx, caseFile)).filter(({ decision }) => decision === undefined).length : 0
    return view({ frame: ask.frame, caseFile, requests, files, undecided, isCouncil })
  }))
}
