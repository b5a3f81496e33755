import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Fact, RecordedFact } from '../../../domain/case-file/facts.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { draftWindow } from '../../../domain/timeline/draft-window.ts'

export interface Correction {
  readonly seq: number
  readonly happenedOn: PlainDate
  readonly reason: string
}

export interface CorrectionRefusal {
  readonly kind: 'already-corrected' | 'in-the-future' | 'nothing-changed'
}

/** Puts the day or the reason of a fact right: a new fact that names the old one. The old one stays and can be read. */
export const correctFact = act('correct-fact', async (tx, caseFile, { seq, happenedOn, reason }: Correction): Promise<Outcome<number, CorrectionRefusal>> => {
  const wrong = standingFacts(caseFile.facts).find((fact) => fact.seq === seq)
  if (wrong === undefined) return refused({ kind: 'already-corrected' })
  if (happenedOn > tx.today) return refused({ kind: 'in-the-future' })
  if (happenedOn === wrong.happenedOn && reason === wrong.reason) return refused({ kind: 'nothing-changed' })
  await recordFact(tx, caseFile, withDay(factIn(wrong), happenedOn), {
    happenedOn, reason, corrects: seq, ...(wrong.forOrganisation === undefined ? {} : { forOrganisation: wrong.forOrganisation }),
  })
  return ok(seq)
})

/** The fact without what the ledger says about it. */
function factIn(recorded: RecordedFact): Fact {
  const { seq: _seq, happenedOn: _happenedOn, recordedAt: _at, recordedBy: _by, forOrganisation: _for, reason: _reason, corrects: _corrects, ...fact } = recorded
  return fact as Fact
}

/** A draft served later than was thought gives the family its fifteen days from then (SEND Regs 2014 reg 13(1)); never fewer. */
function withDay(fact: Fact, happenedOn: PlainDate): Fact {
  if (fact.type !== 'draft-served') return fact
  const { lastDay } = draftWindow(happenedOn)
  return { ...fact, windowLastDay: lastDay > fact.windowLastDay ? lastDay : fact.windowLastDay }
}
