// One side of a comparison: a frozen version, or the draft as it stands.

import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { listSectionK, readVersion } from '../../../casebook/plan/plan-content.ts'
import type { VersionRow } from '../../../casebook/plan/plan-content.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { AdviceEntry } from '../../../domain/plan/freeze.ts'
import type { PlanContent } from '../../../domain/plan/line.ts'
import type { Draft } from '../open-draft.ts'

export interface Side {
  readonly name: string
  readonly content: PlanContent
  readonly advice: readonly AdviceEntry[]
  readonly version?: VersionRow
}

/** A frozen version by its number, or the draft as it stands. */
export async function sideOf(tx: Tx, draft: Draft, versions: readonly VersionRow[], no: string): Promise<Side> {
  if (no === 'now') return { name: 'the draft as it stands now', content: draft.content, advice: await listSectionK(tx, draft.caseFile) }
  const version = versions.find((one) => String(one.no) === no)
  if (version === undefined) throw new NotFound('version')
  const { content, advice } = await readVersion(tx, draft.caseFile, version.id)
  return { name: `version ${version.no}, ${version.label}`, content, advice, version }
}
