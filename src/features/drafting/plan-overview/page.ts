import type { Ask } from '../../../casebook/ask.ts'
import { listVersions } from '../../../casebook/plan/plan-content.ts'
import { read } from '../../../casebook/tx.ts'
import { threadGaps } from '../../../domain/plan/thread.ts'
import { whatBecameOf } from '../../../domain/plan/what-became-of.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { dispositionsOf, listMarkedLines } from '../advice-line-store.ts'
import { readLineWork } from '../draft-store.ts'
import { openDraft } from '../open-draft.ts'
import { wordingNotes } from '../../../domain/plan/wording-notes.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const draft = await openDraft(tx, ask)
    const marked = draft.decides ? await listMarkedLines(tx, draft.caseFile) : []
    return {
      draft, gaps: threadGaps(draft.content), versions: await listVersions(tx, draft.caseFile),
      weak: draft.content.lines.filter((line) => wordingNotes(line).some(({ isEssential }) => isEssential)),
      waiting: whatBecameOf(marked, dispositionsOf(marked), draft.content).filter(({ became }) => became.kind === 'waiting').length,
      marked: marked.length,
      ...await readLineWork(tx, draft.caseFile, draft.planId),
    }
  })
  return page(view({ frame: ask.frame, ...shown }))
}
