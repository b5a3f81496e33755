// Telling a family that the rights will pass: twelve months before the day, and once more near it (Children and Families Act 2014,
// s.83(2)). The worker looks each morning; what it missed while it was not running it does when it runs again.

import { z } from 'zod'
import { act } from '../../../casebook/act.ts'
import { listFamilyOnCase, youngPersonOnPaper } from '../../../casebook/sending/family-addressees.ts'
import type { Job } from '../../../casebook/feature.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Addressee } from '../../../casebook/sending/letters.ts'
import { sendLetter } from '../../../casebook/sending/letters.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { officerContact } from '../../../casebook/sending/notices.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { enqueue } from '../../../casebook/queue.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { LetterRefusal, RightsLetterFacts } from '../../../domain/rights/rights-letters.ts'
import { composeRightsLetter } from '../../../domain/rights/rights-letters.ts'
import type { RightsLetterDue } from '../../../domain/rights/rights-letter-due.ts'
import { rightsLetterDue } from '../../../domain/rights/rights-letter-due.ts'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { listCasesToTell } from '../rights-store.ts'

const alert = { subject: 'There is a new letter for you', words: 'We have written to you about a change in who decides. Sign in to read the letter.' }

/** What a letter about the rights is composed from, for one reader. */
export function letterFacts(tx: Tx, caseFile: CaseFile, to: RightsLetterFacts['to']): RightsLetterFacts {
  const { area, child, rights } = caseFile
  const { informationAdviceSupport: support } = area.contacts
  return {
    to, firstName: child.preferredName, rightsOn: rights.rightsOn, today: tx.today, council: area.councilName, officer: officerContact(caseFile),
    ...(support === undefined ? {} : { informationAndAdvice: {
      name: support.name, ...(support.phone === undefined ? {} : { telephone: support.phone }), ...(support.email === undefined ? {} : { email: support.email }),
      ...(support.web === undefined ? {} : { website: support.web }),
    } }),
  }
}

interface LetterReader { readonly to: Addressee; readonly as: 'young-person' | 'parent' }

/** Whom the letters go to: the young person, on paper where they have no part of their own, and each parent. */
async function listReaders(tx: Tx, caseFile: CaseFile): Promise<LetterReader[]> {
  const family = await listFamilyOnCase(tx, caseFile)
  const youngPerson = family.find(({ part }) => part === 'young-person')?.to ?? await youngPersonOnPaper(tx, caseFile)
  return [{ to: youngPerson, as: 'young-person' }, ...family.filter(({ part }) => part === 'parent').map(({ to }) => ({ to, as: 'parent' as const }))]
}

/** For the page with the button: who gets a letter, by which way, and what it tells them. None where none is due. */
export async function rightsLetterCards(tx: Tx, caseFile: CaseFile): Promise<RecipientCard[]> {
  if (rightsLetterDue(caseFile.rights, tx.today) === undefined) return []
  const { preferredName } = caseFile.child
  return recipientCards(tx, caseFile, (await listReaders(tx, caseFile)).map(({ to, as }) => ({ to, sees: [as === 'parent' ? `A letter that says when the rights pass to ${preferredName}, and what that changes for a parent` : 'A letter that says when the rights are theirs, and who can help'] })))
}

/** One letter to each parent and one to the child or young person. Asked a second time it finds that nothing is due. */
export const giveRightsNotice = act('give-rights-notice', async (tx, caseFile): Promise<Outcome<RightsLetterDue['letter'] | 'nothing-due', LetterRefusal & { kind: 'letter-incomplete' }>> => {
  const due = rightsLetterDue(caseFile.rights, tx.today)
  if (due === undefined) return ok('nothing-due')
  for (const { to, as } of await listReaders(tx, caseFile)) {
    const letter = composeRightsLetter(due, letterFacts(tx, caseFile, { name: as === 'parent' ? to.name : caseFile.child.preferredName, as }))
    if (!letter.ok) return refused({ kind: 'letter-incomplete', ...letter.refusal })
    await sendLetter(tx, caseFile, { letter: { kind: due.letter === 'notice' ? 'rights-notice' : 'rights-reminder', ...letter.value }, to, alert })
  }
  const { rightsOn } = caseFile.rights
  await recordFact(tx, caseFile, due.letter === 'notice' ? { type: 'rights-notice-given', rightsOn, timing: due.timing } : { type: 'rights-reminder-sent', rightsOn })
  return ok(due.letter)
})

/** Looks for families to tell, and leaves one piece of work for each: one that fails keeps no other waiting. */
export const findRightsToTell: Job = {
  name: 'find-rights-to-tell',
  runsAt: '40 5 * * *',
  run: (occasion) => inTransaction(occasion, async (tx) => {
    for (const key of await listCasesToTell(tx)) await enqueue(tx, tellOfRights.name, key, { key: `${tellOfRights.name} ${key.caseId}` })
  }),
}

const caseToTell = z.object({ area: z.string(), caseId: z.string() })

export const tellOfRights: Job = {
  name: 'tell-of-rights',
  // A letter that lacks something is no fault: the officer sees on the list of work that nobody has been told.
  run: async (occasion, payload) => { await giveRightsNotice(occasion, caseToTell.parse(payload), undefined) },
}
