// One recipient gets the final plan: when it is issued, or later, when somebody joins who needs it. The delivery is kept with its
// ground, the recipient has sight of the plan from then on, and is told that a document waits.

import { recordFact } from '../../casebook/ledger.ts'
import { addresseeOf, alertAddressee } from '../../casebook/sending/letters.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { joinCase } from '../../casebook/parties.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { OrganisationId, PlanVersionId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { insertDelivery } from './delivery-store.ts'
import type { Target } from './recipients.ts'
import { basisOf } from './recipients.ts'

const words = { subject: 'A document is ready for you: sign in to read it', words: 'A document is ready for you. Sign in to read it and to say that you have it.' }

/** Sends one recipient the plan: a link, never the plan itself. The family is told by its letter; to whoever does not use the hub somebody posts it. */
export async function deliver(tx: Tx, caseFile: CaseFile, versionId: PlanVersionId, target: Target, { byPost = false } = {}): Promise<void> {
  const { personId, organisationId, name, role, isOwed, lineIds } = target
  await insertDelivery(tx, caseFile, {
    versionId, name, role, basis: basisOf(target), isOwed, lineIds, byPost: byPost || isOutside(target),
    ...(personId === undefined ? {} : { personId }), ...(organisationId === undefined ? {} : { organisationId }),
  })
  await recordFact(tx, caseFile, { type: 'plan-delivered', versionId, to: name })
  if (target.isFamily || isOutside(target)) return
  await joinCase(tx, caseFile, { ...whoJoins(target), part: 'recipient', basis: `final plan: ${role}`, name })
  const to = await addresseeOf(tx, personId === undefined ? whoJoins(target) : { personId })
  await alertAddressee(tx, caseFile, to, words, { about: 'final-plan', linkTo: paths.finalPlan(caseFile.key) })
}

/** Neither a person nor a body of the hub: a name and how they get it. */
const isOutside = ({ personId, organisationId }: Target): boolean => personId === undefined && organisationId === undefined

/** A setting has sight as a body, so that whoever works there with the child can read it; an adviser has it in person. */
export const whoJoins = ({ personId, organisationId, isSetting }: Target): { personId: NonNullable<Target['personId']> } | { organisationId: OrganisationId } => {
  if (personId !== undefined && !(isSetting && organisationId !== undefined)) return { personId }
  if (organisationId === undefined) throw new Error('a recipient is a person or a body')
  return { organisationId }
}
