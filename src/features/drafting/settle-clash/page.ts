import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { findClashNo, readLineHistory } from '../../../casebook/plan/clashes.ts'
import { getLine } from '../../../casebook/plan/line-rows.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { isId } from '../../../domain/ids.ts'
import type { Choice } from '../../../domain/plan/clash.ts'
import { bothWordings, showClash } from '../../../domain/plan/clash.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { listRevisions } from '../draft-store.ts'
import { longestText } from '../line-fields/form.ts'
import { baseOf, lineIdOf, openDraft } from '../open-draft.ts'
import { refusalWords } from '../refusal-words.ts'
import type { SettleRefusal } from './settle-clash.ts'
import { settleClash } from './settle-clash.ts'
import { view } from './view.tsx'

const choices: readonly Choice[] = ['theirs', 'mine', 'both', 'merged']

const keptIdOf = (ask: Ask): string => {
  const id = param(ask, 'keptId')
  if (!isId(id)) throw new NotFound('clash')
  return id
}

async function form(ask: Ask, errors: readonly FieldError[], values: FormValues): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const lineId = lineIdOf(ask)
    const draft = await openDraft(tx, ask, { on: lineId })
    const line = await getLine(tx, draft.caseFile, draft.planId, lineId)
    const clashNo = await findClashNo(tx, draft.caseFile, lineId, keptIdOf(ask))
    const history = await readLineHistory(tx, draft.caseFile, lineId)
    const clash = history.clashes.find(({ number }) => number === clashNo)
    if (clash === undefined) throw new NotFound('clash')
    const { theirs, mine, base } = showClash(history, clash)
    const open = draft.clashes.find((one) => one.lineId === lineId && one.keptId === keptIdOf(ask))
    const revisions = await listRevisions(tx, draft.caseFile, lineId)
    return { draft, line, clash, theirs, mine, base, open, revisions, both: bothWordings(theirs, mine) }
  })
  const document = view({ frame: ask.frame, ...shown, errors, values })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const choice = choices.find((one) => one === ask.form.text('choice'))
  const text = ask.form.text('text')
  const again = (field: string, message: string): Promise<Reply> => form(ask, [{ field, message }], ask.form.values())
  if (choice === undefined) return again('choice', 'Select what the line is to say')
  if (choice === 'merged' && text === '') return again('text', 'Enter the words of the line')
  if (text.length > longestText) return again('text', `The words must be ${longestText.toLocaleString('en-GB')} characters or fewer`)
  const lineId = lineIdOf(ask)
  const settled = await settleClash(ask, caseKeyOf(ask), { lineId, keptId: keptIdOf(ask), choice, against: baseOf(ask, 0), text })
  if (!settled.ok) return again('choice', words(settled.refusal))
  if (settled.value.kind === 'clash') return again('choice', 'Somebody changed the line again while you were choosing. The latest text is shown; choose once more')
  return redirect(paths.planLine({ ...caseKeyOf(ask), lineId }, { done: 'clash-settled' }))
}

function words(refusal: SettleRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'already-settled': return 'This was settled already'
    case 'cannot-keep-both': return 'Both cannot stand together: an amount or the section differs, or one of you took the line out. Choose one, or write your own words'
    case 'no-merged-words': return 'Enter the words of the line'
    case 'no-such-clash': return 'This was settled already'
    default: return refusalWords(refusal)
  }
}
