import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { LineId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { json } from '../../../platform/http/reply.ts'
import { presenceWords } from '../draft-page.tsx'
import { openDraft } from '../open-draft.ts'

/** Says "still here", on which line, and answers with who else is. Asked every quarter of a minute by a page with scripts. */
export async function submit(ask: Ask): Promise<Reply> {
  const on = ask.form.text('line')
  const draft = await read(ask, (tx) => openDraft(tx, ask, isId(on) ? { on: on as LineId } : {}))
  return json({ words: presenceWords(draft), clashes: draft.clashes.length })
}
