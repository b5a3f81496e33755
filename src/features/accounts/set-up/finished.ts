import type { Ask } from '../../../casebook/ask.ts'
import type { SignedInBy } from '../../../casebook/session.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Proof } from '../../../domain/sign-in/proofs.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { letIn, noStep, sessionCookies } from '../door.ts'
import type { Finished } from './open-set-up.ts'
import { tooLate } from './open-set-up.ts'
import { codesView, emailTakenView } from './view.tsx'

/** In the transaction that finished: the person is let in, as they have just shown all that is asked at any sign-in. */
export async function finishedIn(tx: Tx, ask: Ask, finished: Finished, shown: readonly Proof[]): Promise<{ finished: Finished; person?: Awaited<ReturnType<typeof letIn>> }> {
  return finished.kind === 'opened' || finished.kind === 'changed' ? { finished, person: await letIn(tx, ask, finished.personId, shown) } : { finished }
}

/** The last page: the codes, shown this once; or back to one's own sign-in page. */
export async function lastPage(ask: Ask, { finished, person }: Awaited<ReturnType<typeof finishedIn>>, by: SignedInBy): Promise<Reply> {
  if (finished.kind === 'email-taken') return { kind: 'page', status: 422, document: emailTakenView({ frame: ask.frame }) }
  if (finished.kind === 'over' || person === undefined) return tooLate
  const cookies = await sessionCookies(ask, person, by)
  if (finished.kind === 'changed') return { kind: 'redirect', to: paths.mySignIn({ done: 'sign-in-changed' }), cookies: [...cookies, noStep] }
  return { kind: 'page', status: 200, document: codesView({ frame: ask.frame, codes: finished.codes }), cookies }
}
