import type { Ask } from '../../../casebook/ask.ts'
import { listSectionK } from '../../../casebook/plan/plan-content.ts'
import { read } from '../../../casebook/tx.ts'
import { threadGaps } from '../../../domain/plan/thread.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listReports } from '../advice-line-store.ts'
import { readLineWork } from '../draft-store.ts'
import { openDraft, sectionOf } from '../open-draft.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const section = sectionOf(ask)
  const shown = await read(ask, async (tx) => {
    const draft = await openDraft(tx, ask)
    const { caseFile, planId } = draft
    return {
      draft, reports: await listReports(tx, caseFile), ...await readLineWork(tx, caseFile, planId),
      gaps: threadGaps(draft.content).filter((gap) => gap.section === section), advice: section === 'K' ? await listSectionK(tx, caseFile) : [],
    }
  })
  return page(view({ frame: ask.frame, section, ...shown }))
}
