import { actOutsideCase } from '../../../casebook/act.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { ok } from '../../../domain/outcome.ts'
import { instantAfter } from '../../../platform/clock/system-clock.ts'
import { countWrongTries, findByReference, insertBrowser, noteWrongTry } from '../draft-store.ts'
import { isRightCode, openUntil } from '../return-code.ts'

export const triesBeforeWaiting = 5
const waitMinutes = 15

export type CameBack = { readonly found: 'yes'; readonly draftId: string } | { readonly found: 'no' } | { readonly found: 'wait' }

/**
 * Opens an unsent draft in another browser. The answer and the time it takes are the same whether the reference exists or
 * not; after five wrong tries for a reference, right or wrong, one must wait. (Always ok: a refusal would undo the count.)
 */
export const comeBack = actOutsideCase('come-back-to-request', async (tx, input: { area: string; reference: string; code: string; browserHash: string }) => {
  const area = await openArea(tx, input.area)
  const since = instantAfter(tx.now, -waitMinutes * 60 * 1000)
  const draft = await findByReference(tx, area.id, input.reference)
  const isRight = await isRightCode(input.code, draft)
  if (await countWrongTries(tx, area.id, input.reference, since) >= triesBeforeWaiting) return ok<CameBack>({ found: 'wait' })
  if (draft === undefined || !isRight) {
    await noteWrongTry(tx, area.id, input.reference)
    return ok<CameBack>({ found: 'no' })
  }
  await insertBrowser(tx, area.id, draft.id, input.browserHash, openUntil(tx.now))
  return ok<CameBack>({ found: 'yes', draftId: draft.id })
})
