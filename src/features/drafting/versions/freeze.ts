import { recordFact } from '../../../casebook/ledger.ts'
import { freezeVersion } from '../../../casebook/plan/plan-content.ts'
import { ok } from '../../../domain/outcome.ts'
import { councilDraftAct } from '../draft-act.ts'

/** Freezes the draft as it stands under a name, so that what a meeting had before it can be read and compared for ever. */
export const freezeWorkingVersion = councilDraftAct<{ label: string }, number>(async (tx, { caseFile, planId, by }, { label }) => {
  const { id, no } = await freezeVersion(tx, caseFile, planId, by, { kind: 'working', label })
  await recordFact(tx, caseFile, { type: 'version-frozen', versionId: id, no })
  return ok(no)
})
