import { ok } from '../../../domain/outcome.ts'
import { actOnDraft } from '../draft-door.ts'
import { noteCodeSeen, saveCode } from '../draft-store.ts'
import { codeHashOf, returnCodeOf } from '../return-code.ts'

/** Somebody has the code: it is not shown again. */
export const seenCode = actOnDraft('note-return-code', async (tx, draft, _input: Record<never, never>) => {
  await noteCodeSeen(tx, draft)
  return ok(undefined)
})

/** A new code, which ends the one before. */
export const newCode = actOnDraft('new-return-code', async (tx, draft, { browserToken }: { browserToken: string }) => {
  const number = draft.codeNumber + 1
  await saveCode(tx, draft, { number, hash: await codeHashOf(returnCodeOf(browserToken, draft.id, number), draft.id) })
  return ok(undefined)
})
