// An act is one thing that a person does to a child's case, in one transaction, leaving one record of itself. The only
// place where a transaction that writes begins.

import { mayAct } from '../domain/access/policy.ts'
import type { ActName } from '../domain/case-file/open-acts.ts'
import type { Instant } from '../domain/calendar/plain-date.ts'
import type { Stage } from '../domain/case-file/tracks.ts'
import type { Outcome } from '../domain/outcome.ts'
import { ok, refused } from '../domain/outcome.ts'
import { holdWhatIsSent } from './sending/hold.ts'
import type { CaseFile, CaseKey } from './open-case-file.ts'
import { openCaseFile } from './open-case-file.ts'
import { NotAllowed } from './out-of-bounds.ts'
import { actCode } from './audit/trail.ts'
import type { Occasion, Tx } from './tx.ts'
import { inTransaction } from './tx.ts'

/** The table says that this act is not open at the stage the case is at (often: somebody else was quicker). */
export interface NotAtThisStage {
  readonly kind: 'not-at-this-stage'
  readonly act: ActName
  readonly stage: Stage
}

export interface Act<Input, Value, Refusal> {
  (occasion: Occasion, key: CaseKey, input: Input): Promise<Outcome<Value, Refusal | NotAtThisStage>>
  readonly actName: ActName
}

/** Carries a refusal out of the transaction, so that everything half-written is undone. */
class Undo<R> extends Error {
  readonly refusal: R
  constructor(refusal: R) {
    super('refused')
    this.refusal = refusal
  }
}

/**
 * Makes an act on one case. It holds the case row, asks the table of open acts, runs, and commits only when the answer is
 * ok; a refusal undoes all. The same form sent twice gets the first answer again and acts once.
 */
export function act<Input, Value, Refusal = never>(
  name: ActName,
  run: (tx: Tx, caseFile: CaseFile, input: Input) => Promise<Outcome<Value, Refusal>>,
): Act<Input, Value, Refusal> {
  const perform = (occasion: Occasion, key: CaseKey, input: Input): Promise<Outcome<Value, Refusal | NotAtThisStage>> =>
    once<Value, Refusal | NotAtThisStage>(occasion, name, async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      const may = mayAct(name, caseFile.parts, caseFile.stage, caseFile.isLimited)
      if (may === 'not-your-part') throw new NotAllowed(name)
      if (may === 'not-at-this-stage') return refused({ kind: 'not-at-this-stage', act: name, stage: caseFile.stage })
      holdWhatIsSent(tx, caseFile, name)
      return run(tx, caseFile, input)
    })
  return Object.assign(perform, { actName: name })
}

/** An act that opens a case or stands outside any: asking for an assessment, writing a request. */
export function actOutsideCase<Input, Value, Refusal = never>(
  name: string,
  run: (tx: Tx, input: Input) => Promise<Outcome<Value, Refusal>>,
): (occasion: Occasion, input: Input) => Promise<Outcome<Value, Refusal>> {
  return (occasion, input) => once(occasion, name, (tx) => run(tx, input))
}

/** Runs in one transaction; commits an ok, undoes a refusal, and answers a repeated form with its first answer. */
async function once<V, R>(
  occasion: Occasion, name: string, run: (tx: Tx) => Promise<Outcome<V, R>>,
): Promise<Outcome<V, R>> {
  try {
    return await inTransaction<Outcome<V, R>>(occasion, async (tx) => {
      tx.doings.act = actCode(name)
      if (occasion.once !== undefined) {
        // Waits for a twin that is still under way, because its row is locked until it commits or is undone.
        const claimed = await tx.db.insertInto('submission').values({
          once: occasion.once, act: name, personId: tx.viewer.kind === 'person' ? tx.viewer.personId : null,
          answer: 'null', at: tx.now,
        }).onConflict((conflict) => conflict.column('once').doNothing()).executeTakeFirst()
        if (claimed.numInsertedOrUpdatedRows === 0n) {
          tx.doings.isRepeated = true
          return ok(await firstAnswer<V>(tx, occasion.once, name))
        }
      }
      const outcome = await run(tx)
      if (!outcome.ok) throw new Undo(outcome.refusal)
      if (occasion.once !== undefined) {
        await tx.db.updateTable('submission').set({ answer: JSON.stringify(outcome.value ?? null) }).where('once', '=', occasion.once).execute()
      }
      return outcome
    })
  } catch (thrown) {
    if (thrown instanceof Undo) return refused(thrown.refusal as R)
    throw thrown
  }
}

/** Whether this very form of this person was acted on before a moment: it comes again, because its answer never arrived. */
export async function wasActedOn(occasion: Occasion, earlierThan: Instant): Promise<boolean> {
  const { once: mark, viewer } = occasion
  if (mark === undefined || viewer.kind !== 'person') return false
  const found = await inTransaction(occasion, (tx) => tx.db.selectFrom('submission').select('once').where('once', '=', mark)
    .where('personId', '=', viewer.personId).where('at', '<', earlierThan).executeTakeFirst())
  return found !== undefined
}

async function firstAnswer<V>(tx: Tx, mark: string, name: string): Promise<V> {
  const first = await tx.db.selectFrom('submission').select(['act', 'answer', 'personId']).where('once', '=', mark).executeTakeFirst()
  const who = tx.viewer.kind === 'person' ? tx.viewer.personId : null
  // Somebody else's is not shown to us at all.
  if (first === undefined || first.act !== name || first.personId !== who) throw new NotAllowed('this form was already used for something else')
  return first.answer as V
}
