import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { addresseeOf, alertAddressee } from '../../../casebook/sending/letters.ts'
import { keepAuthorAnswer } from '../../../casebook/plan/marked-lines.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Advice } from '../advice-store.ts'
import { getAdvice, isMine } from '../advice-store.ts'
import { answerAlert } from '../ask/alerts.ts'
import type { MarkedLine } from '../line-store.ts'
import { findAsker, listLines } from '../line-store.ts'

export interface Place {
  readonly adviceId: string
  readonly lineId: string
}

export interface Asked {
  readonly advice: Advice
  readonly line: MarkedLine
  readonly question: string
  readonly answer?: string
}

/** The question as its author sees it; NotFound for anybody else, and where nothing is asked. */
export async function getAsked(tx: Tx, caseFile: CaseFile, { adviceId, lineId }: Place): Promise<Asked> {
  const advice = await getAdvice(tx, caseFile, adviceId)
  const line = (await listLines(tx, caseFile, advice)).find(({ id }) => id === lineId)
  if (line?.disposition?.kind !== 'ask-author' || !isMine(tx, caseFile, advice)) throw new NotFound('question')
  const { question, answer } = line.disposition
  return { advice, line, question, ...(answer === undefined ? {} : { answer }) }
}

/** The author says what their report did not. The plan's writer decides with it; nothing of the report itself changes. */
export const answerQuestion = act('answer-author-question', async (
  tx, caseFile, { answer, ...place }: Place & { readonly answer: string },
): Promise<Outcome<string, { readonly kind: 'answered-already' }>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('answer-author-question')
  const { advice, line } = await getAsked(tx, caseFile, place)
  if (!await keepAuthorAnswer(tx, caseFile, line, answer)) return refused({ kind: 'answered-already' })
  await recordFact(tx, caseFile, { type: 'author-answered', adviceId: advice.id, by: tx.viewer.name }, { reason: answer })
  const asker = await findAsker(tx, caseFile, line)
  if (asker !== undefined) {
    await alertAddressee(tx, caseFile, await addresseeOf(tx, { personId: asker }), answerAlert, {
      about: 'author-answered', linkTo: paths.planAssembleLine({ ...caseFile.key, adviceLineId: line.id }),
    })
  }
  return ok(advice.id)
})
