import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { whatBecameOf } from '../../../domain/plan/what-became-of.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { dispositionsOf, listMarkedLines } from '../advice-line-store.ts'
import { openDraft } from '../open-draft.ts'
import { refusalWords } from '../refusal-words.ts'
import { readDecisions, useAll } from './form.ts'
import type { AnsweredLine, Assembling } from './groups.ts'
import { filters, groupsOf } from './groups.ts'
import { lineView } from './line-view.tsx'
import type { AssembleRefusal, Decision } from './settle-advice.ts'
import { settleAdvice } from './settle-advice.ts'
import { view } from './view.tsx'

const open = (ask: Ask): Promise<Assembling> => read(ask, async (tx) => {
  const draft = await openDraft(tx, ask)
  if (!isOfCouncil(draft.caseFile.parts)) throw new NotAllowed('the council decides what becomes of advice')
  const marked = await listMarkedLines(tx, draft.caseFile)
  const answers = whatBecameOf(marked, dispositionsOf(marked), draft.content)
  const answered = marked.flatMap((line, place): AnsweredLine[] => {
    const became = answers[place]?.became
    return became === undefined ? [] : [{ line, became }]
  })
  return { draft, answered }
})

const filterOf = (ask: Ask): keyof typeof filters => {
  const wanted = ask.query.text('show')
  return wanted in filters ? wanted as keyof typeof filters : 'waiting'
}

function all(ask: Ask, assembling: Assembling, errors: readonly FieldError[], values: FormValues): Reply {
  const show = filterOf(ask)
  const document = view({ frame: ask.frame, ...assembling, show, groups: groupsOf(assembling.answered, show), errors, values })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = async (ask: Ask): Promise<Reply> => all(ask, await open(ask), [], {})

/** The lines of one group that wait; a bulk button takes them all as they stand, the other reads what was chosen for each. */
export async function submit(ask: Ask): Promise<Reply> {
  const assembling = await open(ask)
  const group = groupsOf(assembling.answered, 'all').find(({ id }) => id === ask.form.text('group'))
  if (group === undefined) return all(ask, assembling, [{ field: 'main-content', message: 'Select what becomes of at least one line' }], ask.form.values())
  const lines = group.lines.filter(({ became }) => became.kind === 'waiting').map(({ line }) => line)
  // "All" takes those that nobody has asked about: a question or a disagreement is settled by itself.
  const undecided = group.lines.flatMap(({ line, became }) => (became.kind === 'waiting' && became.why === 'undecided' ? [line] : []))
  const given = ask.form.text('all') === 'use' ? { value: useAll(undecided) } : readDecisions(ask.form, lines)
  if ('errors' in given) return all(ask, assembling, given.errors, ask.form.values())
  const settled = await settleThem(ask, given.value)
  if ('error' in settled) return all(ask, await open(ask), [settled.error], ask.form.values())
  return redirect(paths.planAssemble(caseKeyOf(ask), { done: settled.done, show: ask.query.text('show') || undefined }))
}

async function settleThem(ask: Ask, decisions: readonly Decision[]): Promise<{ done: string } | { error: FieldError }> {
  const settled = await settleAdvice(ask, caseKeyOf(ask), decisions)
  if (settled.ok) return { done: settled.value.notReached.length > 0 ? 'lines-settled-by-hand' : 'lines-settled' }
  const { refusal } = settled
  // A line that somebody else decided, or that is marked no more, has no boxes on the page any more to lead to.
  const isThere = refusal.kind === 'no-such-line' || refusal.kind === 'kind-not-in-section'
  return { error: { field: isThere && 'id' in refusal ? `does-${refusal.id}` : 'main-content', message: words(refusal) } }
}

function words(refusal: AssembleRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'decided-already': case 'already-adopted': case 'line-exists': return 'Somebody else decided this line meanwhile. Nothing of this form was saved: choose again'
    case 'no-such-advice-line': return 'This line is no longer marked in the report'
    case 'no-such-line': return 'The line that it was to join is no longer in the draft'
    case 'kind-not-in-section': return 'This kind of line does not belong in that section, or cannot join that line'
    default: return refusalWords(refusal)
  }
}

function one(ask: Ask, assembling: Assembling, errors: readonly FieldError[], values: FormValues): Reply {
  const answered = assembling.answered.find(({ line }) => line.id === param(ask, 'adviceLineId'))
  if (answered === undefined) throw new NotFound('advice line')
  const document = lineView({ frame: ask.frame, ...assembling, answered, errors, values })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const showOne = async (ask: Ask): Promise<Reply> => one(ask, await open(ask), [], {})

export async function submitOne(ask: Ask): Promise<Reply> {
  const assembling = await open(ask)
  const line = assembling.answered.find((each) => each.line.id === param(ask, 'adviceLineId'))?.line
  if (line === undefined) throw new NotFound('advice line')
  const given = readDecisions(ask.form, [line])
  if ('errors' in given) return one(ask, assembling, given.errors, ask.form.values())
  const settled = await settleThem(ask, given.value)
  if ('error' in settled) return one(ask, await open(ask), [settled.error], ask.form.values())
  return redirect(paths.planAssemble(caseKeyOf(ask), { done: settled.done }))
}
