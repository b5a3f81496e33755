// Every act on a draft begins alike: by somebody who may write, in a section that is theirs, on a plan that there is.

import type { Act } from '../../casebook/act.ts'
import { act } from '../../casebook/act.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { authorOf } from '../../casebook/plan/line-rows.ts'
import { planIdOf } from '../../casebook/plan/plan-content.ts'
import { NotAllowed } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import { sectionsToWrite } from '../../domain/access/section-writers.ts'
import type { PersonId, PlanId } from '../../domain/ids.ts'
import type { Outcome, Refused } from '../../domain/outcome.ts'
import { refused } from '../../domain/outcome.ts'
import type { LineKind } from '../../domain/plan/line.ts'
import { kindsInSection } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { listKindsAskedFor } from './draft-store.ts'

/** What an act on a draft is given beside what was typed. */
export interface DraftAt {
  readonly caseFile: CaseFile
  readonly planId: PlanId
  readonly by: PersonId
  /** The sections that this person writes in. */
  readonly mine: readonly Section[]
}

export type SectionRefusal =
  | { readonly kind: 'not-your-section'; readonly section: Section; readonly mine: readonly Section[] }
  /** CFA 2014 s.38(5): a draft plan must not name a setting. */
  | { readonly kind: 'section-i-stays-blank' }
  | { readonly kind: 'kind-not-in-section'; readonly section: Section }

export async function draftAt(tx: Tx, caseFile: CaseFile): Promise<DraftAt> {
  return {
    caseFile, planId: await planIdOf(tx, caseFile), by: authorOf(tx),
    mine: sectionsToWrite(caseFile.parts, await listKindsAskedFor(tx, caseFile)),
  }
}

/** An act of anybody who writes in some section; which ones is asked by `mayWrite` inside. */
export const draftAct = <Input, Value, Refusal = never>(
  run: (tx: Tx, at: DraftAt, input: Input) => Promise<Outcome<Value, Refusal>>,
): Act<Input, Value, Refusal> =>
  act<Input, Value, Refusal>('draft-plan', async (tx, caseFile, input) => run(tx, await draftAt(tx, caseFile), input))

/** An act that decides for the whole plan: the council's team alone. */
export const councilDraftAct = <Input, Value, Refusal = never>(
  run: (tx: Tx, at: DraftAt, input: Input) => Promise<Outcome<Value, Refusal>>,
): Act<Input, Value, Refusal> =>
  draftAct<Input, Value, Refusal>(async (tx, at, input) => {
    if (!isOfCouncil(at.caseFile.parts)) throw new NotAllowed('the council decides for the whole plan')
    return run(tx, at, input)
  })

/** What stands in the way of writing a line of this kind in these sections; undefined when nothing does. */
export function hindrance(mine: readonly Section[], kind: LineKind, ...wanted: readonly Section[]): Refused<SectionRefusal> | undefined {
  for (const section of wanted) {
    if (section === 'I' || kind === 'placement') return refused({ kind: 'section-i-stays-blank' })
    if (!mine.includes(section)) return refused({ kind: 'not-your-section', section, mine })
    if (!kindsInSection[section].includes(kind)) return refused({ kind: 'kind-not-in-section', section })
  }
  return undefined
}
