import type { Ask } from '../../../casebook/ask.ts'
import type { SignInMethod } from '../../../casebook/signing-in/session.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Proof } from '../../../domain/sign-in/proofs.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { LetIn } from '../door.ts'
import { goIn, letIn } from '../door.ts'
import type { Finished } from './open-set-up.ts'
import { tooLate } from './open-set-up.ts'
import { codesView, emailTakenView } from './view.tsx'

/** In the transaction that finished: the person is let in, as they have just shown all that is asked at any sign-in. */
export async function finishedIn(tx: Tx, ask: Ask, finished: Finished, shown: readonly Proof[]): Promise<{ finished: Finished; person?: LetIn }> {
  return finished.kind === 'opened' || finished.kind === 'changed' ? { finished, person: await letIn(tx, ask, finished.personId, shown) } : { finished }
}

/** The last page: the codes, shown this once; or back to one's own sign-in page. */
export async function lastPage(ask: Ask, { finished, person }: Awaited<ReturnType<typeof finishedIn>>, method: SignInMethod): Promise<Reply> {
  if (finished.kind === 'email-taken') return { kind: 'page', status: 422, document: emailTakenView({ frame: ask.frame }) }
  if (finished.kind === 'over' || person === undefined) return tooLate(ask)
  const { to, cookies } = await goIn(ask, person, method, paths.mySignIn({ done: 'sign-in-changed' }))
  if (finished.kind === 'changed') return { kind: 'redirect', to, cookies }
  return { kind: 'page', status: 200, document: codesView({ frame: ask.frame, codes: finished.codes }), cookies }
}
