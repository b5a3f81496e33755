import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import { threadGaps } from '../../../domain/plan/thread.ts'
import { whatBecameOf } from '../../../domain/plan/what-became-of.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { dispositionsOf, listMarkedLines } from '../advice-line-store.ts'
import { openDraft } from '../open-draft.ts'
import { wordingNotes } from '../../../domain/plan/wording-notes.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const { draft, marked } = await read(ask, async (tx) => {
    const opened = await openDraft(tx, ask)
    return { draft: opened, marked: opened.decides ? await listMarkedLines(tx, opened.caseFile) : [] }
  })
  const answers = whatBecameOf(marked, dispositionsOf(marked), draft.content)
  return page(view({
    frame: ask.frame, draft, gaps: threadGaps(draft.content),
    unused: marked.flatMap((line, place) => {
      const became = answers[place]?.became
      return became?.kind === 'not-used' || became?.kind === 'waiting' ? [{ line, became }] : []
    }),
    wording: draft.content.lines.flatMap((line) => {
      const notes = wordingNotes(line).filter(({ isEssential }) => isEssential)
      return notes.length === 0 ? [] : [{ line, notes }]
    }),
  }))
}
