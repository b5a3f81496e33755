import { recordFact } from '../../../casebook/ledger.ts'
import type { Addressee, Alert } from '../../../casebook/sending/letters.ts'
import { addresseeOf, alertAddressee, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Report } from '../advice-line-store.ts'
import { findAuthor } from '../advice-line-store.ts'

export interface Question {
  readonly report: Report
  readonly question: string
}

/** Words of the e-mail: that something is asked, never whose child or what. */
export const questionAlert: Alert = {
  subject: 'A question is waiting for you',
  words: 'A council that has your report asks you about it. Please sign in to read what is asked, and answer there.',
}

/**
 * Sends what is asked of a report to its author: one message and one fact for each report, however many lines it is about. The
 * questions stand at the report itself. Answers with the names of authors who cannot be reached through the hub.
 */
export async function askAuthors(tx: Tx, caseFile: CaseFile, questions: readonly Question[]): Promise<string[]> {
  const notReached: string[] = []
  for (const adviceId of new Set(questions.map(({ report }) => report.adviceId))) {
    const own = questions.filter(({ report }) => report.adviceId === adviceId)
    const name = own[0]?.report.author ?? ''
    const to = await authorNow(tx, caseFile, adviceId)
    if (to === undefined) notReached.push(name)
    else await alertAddressee(tx, caseFile, to, questionAlert, { about: 'author-question', linkTo: paths.advice({ ...caseFile.key, adviceId }) })
    await recordFact(tx, caseFile, { type: 'author-asked', adviceId, of: name, isSent: to !== undefined }, { reason: own.map(({ question }) => question).join('\n') })
  }
  return notReached
}

/** The author where they can be reached today: family only by the way that is safe for them, and not on paper. */
async function authorNow(tx: Tx, caseFile: CaseFile, adviceId: Report['adviceId']): Promise<Addressee | undefined> {
  const { personId, organisationId } = await findAuthor(tx, caseFile, adviceId)
  if (personId === undefined) return organisationId === undefined ? undefined : addresseeOf(tx, { organisationId })
  const family = (await listFamilyAddressees(tx, caseFile)).find((one) => one.personId === personId)
  if (family !== undefined) return family.canSignIn && ['any', 'email', 'hub'].includes(family.safeContact) ? family : undefined
  return addresseeOf(tx, { personId })
}
