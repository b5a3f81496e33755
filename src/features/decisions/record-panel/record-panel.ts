import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { ok } from '../../../domain/outcome.ts'
import type { PanelItem, Question } from '../decision-store.ts'
import { insertPanelItem } from '../decision-store.ts'

/** Keeps what a panel advised. It decides nothing: the decision is another act, of a named person. */
export const recordPanel = act('record-panel', async (tx, caseFile, input: Omit<PanelItem, 'id'> & { readonly question: Question }) => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('record-panel')
  const { question, ...item } = input
  await insertPanelItem(tx, caseFile, question, tx.viewer.personId, { ...item, id: tx.newId<string>() })
  await recordFact(tx, caseFile, { type: 'panel-advised', question, advice: item.advice }, { happenedOn: item.panelOn })
  return ok(undefined)
})
