// What somebody proposed at a review or of an amendment and what was answered: told to that person with the decision, in their own letter, and
// to nobody else. Professionals read it in the hub and are told that an answer waits.

import { answerAlert } from '../../domain/notice/answer-letter.ts'
import type { PersonId, ReviewId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import type { CaseFile } from '../open-case-file.ts'
import { isProfessionalOnCase } from '../parties.ts'
import type { Addressee } from '../sending/letters.ts'
import { addresseeOf, alertAddressee } from '../sending/letters.ts'
import type { Tx } from '../tx.ts'
import type { Proposal } from './proposals.ts'
import { whoSaid } from './proposals.ts'

const askedFor = { comment: 'You wrote', change: 'You asked for these words', add: 'You asked us to add', remove: 'You asked us to take this out' } as const
const answered = { accepted: 'We agree.', declined: 'We did not agree.', answered: '' } as const

/** Each thing that they said with its answer, one text each; empty for somebody who proposed nothing. */
export const answersFor = (proposals: readonly Proposal[], { personId }: Pick<Addressee, 'personId'>): string[] =>
  proposals.filter((one) => one.decision !== undefined && personId !== undefined && whoSaid(one).id === personId).map((one) => {
    const said = `${askedFor[one.kind]}: ${one.text === '' ? one.wordsThen ?? '' : one.text}`
    return `${said}\n${[answered[one.decision ?? 'answered'], one.decisionReason ?? ''].filter((words) => words !== '').join(' ')}`
  })

/** What was answered of one review or amendment. */
export const answeredOf = (proposals: readonly Proposal[], reviewId: ReviewId): Proposal[] =>
  proposals.filter((one) => one.reviewId === reviewId && one.decision !== undefined)

/** Tells each professional who proposed something that there is an answer. The family reads it in its letter. */
export async function tellProposers(tx: Tx, caseFile: CaseFile, proposals: readonly Proposal[], family: readonly Addressee[]): Promise<void> {
  const ids = [...new Set(proposals.map((one) => whoSaid(one).id))].filter((id: PersonId) => !family.some(({ personId }) => personId === id))
  for (const personId of ids) {
    if (!await isProfessionalOnCase(tx, caseFile, personId)) continue
    await alertAddressee(tx, caseFile, await addresseeOf(tx, { personId }), answerAlert, { about: 'answer', linkTo: paths.sharedDraft(caseFile.key) })
  }
}
