import { signAuditHeads } from '../../../casebook/audit/audit-heads.ts'
import type { Job } from '../../../casebook/feature.ts'

/** What is not signed yet could still be cut off unseen: ten minutes of it at most, and none before a backup. */
export const signHeads: Job = {
  name: 'sign-audit-heads',
  runsAt: '*/10 * * * *',
  run: async (occasion) => { await signAuditHeads(occasion) },
}
