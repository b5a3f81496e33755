import type { Addressee } from '../../casebook/sending/letters.ts'
import { addresseeOf, alertAddressee, goesByPost, listFamilyAddressees, sendLetter } from '../../casebook/sending/letters.ts'
import { officerContact } from '../../casebook/sending/notices.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PersonId } from '../../domain/ids.ts'
import { answerAlert, answerLetter, answerLetterTitle } from '../../domain/notice/answer-letter.ts'
import { paths } from '../../paths.ts'
import { isProfessionalOnCase } from '../../casebook/parties.ts'
import { hasUnseenAlert } from './share-store.ts'

/** What an answer is announced as, in the outbox and among the letters. */
export const aboutAnswer = 'answer'

export interface AnswerTold {
  readonly who: { readonly id: PersonId; readonly name: string }
  /** What they said or asked for, for those who get the answer on paper. */
  readonly said: string
  readonly answer: string
}

/**
 * Tells who said or asked for something that it has an answer, by the way that is safe for them. On paper each answer goes
 * whole. In the hub the answer stands on the page of the draft, and a message says that something new waits there: the next
 * goes when they have looked, or on another day, so that twenty comments answered in an afternoon are not twenty e-mails.
 */
export async function tellAnswer(tx: Tx, caseFile: CaseFile, { who, said, answer }: AnswerTold): Promise<void> {
  const to = await addresseeNow(tx, caseFile, who.id)
  // They are on the case no more: what it decides is not for them.
  if (to === undefined || to.safeContact === 'none') return
  if (goesByPost(to)) {
    const paragraphs = answerLetter({ council: caseFile.area.councilName, sentOn: tx.today, to: to.name, said, answer, officer: officerContact(caseFile) })
    await sendLetter(tx, caseFile, { letter: { kind: aboutAnswer, title: answerLetterTitle, paragraphs }, to, alert: answerAlert })
    return
  }
  if (await hasUnseenAlert(tx, caseFile, who.id, aboutAnswer)) return
  await alertAddressee(tx, caseFile, to, answerAlert, { about: aboutAnswer, linkTo: paths.sharedDraft(caseFile.key) })
}

async function addresseeNow(tx: Tx, caseFile: CaseFile, personId: PersonId): Promise<Addressee | undefined> {
  const family = (await listFamilyAddressees(tx, caseFile)).find((one) => one.personId === personId)
  if (family !== undefined) return family
  return await isProfessionalOnCase(tx, caseFile, personId) ? addresseeOf(tx, { personId }) : undefined
}
