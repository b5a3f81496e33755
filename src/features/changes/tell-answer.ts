// Whoever said that something has changed is told that it was decided, by the way that is safe for them: on paper the answer goes whole,
// in the hub it stands on the page and a message says that it is there.

import type { Addressee } from '../../casebook/sending/letters.ts'
import { addresseeOf, alertAddressee, goesByPost, listFamilyAddressees, sendLetter } from '../../casebook/sending/letters.ts'
import { checkBeforeSending } from '../../casebook/sending/check-before-sending.ts'
import { officerContact } from '../../casebook/sending/notices.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PersonId } from '../../domain/ids.ts'
import { answerAlert, answerLetter, answerLetterTitle } from '../../domain/notice/answer-letter.ts'
import type { ChangeOutcome } from '../../domain/review/change-said.ts'
import { changeOutcomeWords } from '../../domain/review/change-said.ts'
import { paths } from '../../paths.ts'
import type { ChangeSaid } from './change-store.ts'
import { workingPartsOf } from './change-store.ts'

export const aboutChange = 'change-answered'

export async function tellChangeAnswer(tx: Tx, caseFile: CaseFile, { who, words, part }: ChangeSaid, { outcome, reasons }: { outcome: ChangeOutcome; reasons: string }): Promise<void> {
  // The council's own people read it in the case.
  if (part === 'council') return
  await checkBeforeSending(tx, caseFile, { what: 'message', text: reasons, readers: part === 'family' ? ['parent', `parent:${who.id}`] : ['school', 'adviser'] })
  const to = await addresseeNow(tx, caseFile, who.id)
  // They are on the case no more: what it decides is not for them.
  if (to === undefined || to.safeContact === 'none') return
  if (!goesByPost(to)) return alertAddressee(tx, caseFile, to, answerAlert, { about: aboutChange, linkTo: paths.changes(caseFile.key) })
  const paragraphs = answerLetter({
    council: caseFile.area.councilName, sentOn: tx.today, to: to.name, said: words, answer: `${changeOutcomeWords[outcome].said} ${reasons}`, officer: officerContact(caseFile), about: 'What you told us has changed',
  })
  await sendLetter(tx, caseFile, { letter: { kind: aboutChange, title: answerLetterTitle, paragraphs }, to, alert: answerAlert })
}

async function addresseeNow(tx: Tx, caseFile: CaseFile, personId: PersonId): Promise<Addressee | undefined> {
  const family = (await listFamilyAddressees(tx, caseFile)).find((one) => one.personId === personId)
  if (family !== undefined) return family
  return (await workingPartsOf(tx, caseFile, personId)).size > 0 ? addresseeOf(tx, { personId }) : undefined
}
