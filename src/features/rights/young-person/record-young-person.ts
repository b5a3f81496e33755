// How to reach the young person themselves, and a sign-in of their own. Without one they are written to on paper.

import { act } from '../../../casebook/act.ts'
import type { ChildKey } from '../../../casebook/family/family-rows.ts'
import { insertPerson, insertTie, letSignIn, setChildPerson, updateContact, updateTie } from '../../../casebook/family/family-rows.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { joinCase } from '../../../casebook/parties.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findByEmail, findYoungPerson } from '../rights-store.ts'

export interface YoungPersonInput {
  readonly email?: string
  readonly phone?: string
  readonly safeContact: string
  readonly note: string
  readonly canSignIn: boolean
}

export interface YoungPersonRefusal { readonly kind: 'too-early' | 'email-of-somebody-else' }

export const recordYoungPerson = act('record-young-person', async (tx, caseFile, input: YoungPersonInput): Promise<Outcome<undefined, YoungPersonRefusal>> => {
  if (!caseFile.rightsMatter) return refused({ kind: 'too-early' })
  const fullName = `${caseFile.child.givenName} ${caseFile.child.familyName}`
  const contact = { fullName, email: input.email, phone: input.phone }
  const known = await findYoungPerson(tx, caseFile)
  const holder = input.email === undefined ? undefined : await findByEmail(tx, input.email)
  // A slip of the fingers must not open a young person's plan to whoever has that address.
  const isOther = holder !== undefined && (known === undefined ? holder.fullName.trim().toLowerCase() !== fullName.toLowerCase() : holder.id !== known.personId)
  if (isOther) return refused({ kind: 'email-of-somebody-else' })
  const personId = known?.personId ?? holder?.id ?? await insertPerson(tx, contact, { canSignIn: input.canSignIn })
  if (known === undefined) await setChildPerson(tx, childKey(caseFile), personId)
  else await updateContact(tx, personId, contact)
  if (input.canSignIn) await letSignIn(tx, personId)
  await keepTie(tx, caseFile, personId, input)
  await joinCase(tx, caseFile, { personId, part: 'young-person', basis: 'the plan is theirs (Children and Families Act 2014, s.83)', name: fullName })
  await recordFact(tx, caseFile, { type: 'young-person-recorded', canSignIn: input.canSignIn })
  return ok(undefined)
})

const childKey = ({ localAreaId, child }: CaseFile): ChildKey => ({ localAreaId, childId: child.id })

async function keepTie(tx: Tx, caseFile: CaseFile, personId: PersonId, { safeContact, note }: YoungPersonInput): Promise<void> {
  const before = (await findYoungPerson(tx, { ...caseFile, child: { ...caseFile.child, personId } }))?.tie
  const own = { safeContact, safeContactNote: note === '' ? null : note }
  if (before !== undefined) {
    await updateTie(tx, childKey(caseFile), before.id, 'contact', own)
    return
  }
  await insertTie(tx, childKey(caseFile), personId, {
    relation: 'young person', hasParentalResponsibility: false, responsibilityEvidence: null, livesWithChild: true, language: null, needsInterpreter: false, formats: [], ...own,
  })
}
