import type { Ask, Page } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCopy, openDocument } from '../../../casebook/papers/documents.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { readPlanContent } from '../../../casebook/plan/plan-content.ts'
import { listSeals } from '../../../casebook/access/seal-rows.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import type { AdviceLineId } from '../../../domain/ids.ts'
import type { Disposition } from '../../../domain/plan/advice-line.ts'
import type { Answer } from '../../../domain/plan/what-became-of.ts'
import { whatBecameOf } from '../../../domain/plan/what-became-of.ts'
import { mediumOf } from '../../../platform/files/file-kinds.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page } from '../../../platform/http/reply.ts'
import { getAdvice, isMine } from '../advice-store.ts'
import type { MarkedLine } from '../line-store.ts'
import { listLines } from '../line-store.ts'
import { mayMark } from '../mark/may-mark.ts'
import { findPlanId } from '../recipient-store.ts'
import { listViewsFiles } from '../views-file-store.ts'
import { isCouncilTeam } from '../request/request-acts.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const advice = await getAdvice(tx, caseFile, param(ask, 'adviceId'))
    const own = isMine(tx, caseFile, advice)
    // Lines quote the report; whoever reads a copy does not read the report.
    const lines = advice.isCopy ? [] : await listLines(tx, caseFile, advice)
    const isFamily = isOfFamily(caseFile.parts)
    // What the plan made of it is the draft's, which the family gets when it is sent to them; what they are asked, they see.
    const became = !own && (isFamily || !isCouncilTeam(caseFile)) ? undefined : await becameOf(tx, caseFile, lines)
    const seen = isFamily ? became?.filter(({ became: one }) => one.kind === 'waiting' && one.why === 'ask-author') : became
    return page(view({
      frame: ask.frame, caseFile, advice, lines, became: seen, files: advice.isCopy ? [] : await listViewsFiles(tx, caseFile, advice.id), personId: tx.viewer.kind === 'person' ? tx.viewer.personId : '', isFamily, isCouncil: isCouncilTeam(caseFile), isOwn: own,
      seal: (await listSeals(tx, caseFile)).find(({ thingId }) => thingId === advice.id), maySeal: !isFamily && caseFile.open.includes('seal-item'), mayAboutSeal: mayLook('seals', caseFile.parts),
      mayMark: mayMark(tx, caseFile, advice) && caseFile.open.includes('mark-advice'), mayAnswer: own && caseFile.open.includes('answer-author-question'),
    }))
  })
}

/** What became of each line; undefined while there is no plan. */
async function becameOf(tx: Tx, caseFile: CaseFile, lines: readonly MarkedLine[]): Promise<Answer[] | undefined> {
  const plan = await findPlanId(tx, caseFile)
  if (plan === undefined) return undefined
  const dispositions = new Map<AdviceLineId, Disposition>(lines.flatMap(({ id, disposition }) => (disposition === undefined ? [] : [[id, disposition] as const])))
  return whatBecameOf(lines, dispositions, await readPlanContent(tx, caseFile, plan))
}

/** The file as it was handed in; to a reader of a copy, that copy. */
export const download: Page = async (ask) => {
  const { bytes, contentType, fileName } = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const { documentId, copy } = await getAdvice(tx, caseFile, param(ask, 'adviceId'))
    if (copy !== undefined) return openCopy(tx, copy)
    if (documentId === undefined) throw new NotFound('document')
    return openDocument(tx, caseFile, documentId)
  })
  return file(bytes, contentType, fileName)
}

/** One drawing, photograph, recording or film of the views: whoever may read the views may see and hear it. */
export const viewsFile: Page = async (ask) => {
  const { bytes, contentType, fileName } = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const advice = await getAdvice(tx, caseFile, param(ask, 'adviceId'))
    const found = advice.isCopy ? undefined : (await listViewsFiles(tx, caseFile, advice.id)).find(({ documentId }) => documentId === param(ask, 'documentId'))
    if (found === undefined) throw new NotFound('file')
    return openDocument(tx, caseFile, found.documentId)
  })
  return file(bytes, contentType, fileName, { inline: mediumOf(contentType) !== 'other' })
}
