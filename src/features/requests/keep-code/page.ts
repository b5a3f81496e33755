import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { browserTokenOf, draftDoor, eachTime, openDraft, toSent } from '../draft-door.ts'
import { codeWords, isRightCode, returnCodeOf } from '../return-code.ts'
import { newCode, seenCode } from './return-code-acts.ts'
import { view } from './view.tsx'

/** The code is shown until somebody says they have it. Signed-in people need none. */
export async function show(ask: Ask): Promise<Reply> {
  const door = draftDoor(ask)
  const draft = await read(ask, (tx) => openDraft(tx, door))
  if (draft.sentAt !== undefined) return toSent(door)
  if (draft.hasAccount) return redirect(paths.requestTasks(draft.key))
  const token = browserTokenOf(ask) ?? ''
  const code = returnCodeOf(token, draft.id, draft.codeNumber)
  // On another device than the one it was made on, the code does not follow from this browser's secret.
  const isOurs = !draft.isCodeSeen && await isRightCode(code, { id: draft.id, codeHash: draft.codeHash ?? null })
  const address = `${ask.house.baseUrl}${paths.requestReturn({ area: draft.area.code })}`
  return page(view({ frame: ask.frame, draft, address, ...(isOurs ? { code: codeWords(code) } : {}) }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const door = draftDoor(ask)
  const token = browserTokenOf(ask)
  if (ask.form.text('do') === 'new' && token !== undefined) {
    const made = await newCode(eachTime(ask), door, { browserToken: token })
    return made.ok ? redirect(paths.requestCode(door)) : toSent(door)
  }
  const noted = await seenCode(eachTime(ask), door, {})
  return noted.ok ? redirect(paths.requestTasks(door)) : toSent(door)
}
