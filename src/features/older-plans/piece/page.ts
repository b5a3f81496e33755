import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { isSection } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { openOlderPlan, planKeyOf } from '../open-older-plan.ts'
import type { Change } from '../place/place-pieces.ts'
import { placePieces, refusalWords } from '../place/place-pieces.ts'
import { view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const { area, plan } = await openOlderPlan(tx, planKeyOf(ask))
  const at = plan.pieces.findIndex(({ id }) => String(id) === param(ask, 'pieceNo'))
  const piece = plan.pieces[at]
  if (piece === undefined) throw new NotFound('piece')
  // With what comes next in its section, or next among what waits.
  const next = plan.pieces.slice(at + 1).find((one) => one.role === 'line' && one.leftOut === undefined && one.section === piece.section)
  const isMine = tx.viewer.kind === 'person' && plan.claim?.by === tx.viewer.personId
  return { area, plan, piece, isMine, ...(next === undefined || piece.leftOut !== undefined || piece.role !== 'line' ? {} : { next }) }
})

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  return page(view({ frame: ask.frame, ...found, errors: [], values: { section: found.piece.section ?? '', parts: found.piece.text } }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const key = planKeyOf(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: { section: found.piece.section ?? '', parts: found.piece.text, ...ask.form.values() } }))
  const change = readChange(ask, found.piece.id, found.next?.id)
  if ('field' in change) return again([change])
  const done = await placePieces(ask, { ...key, n: Number(ask.form.text('n')), change })
  if (done.ok) return redirect(`${paths.olderPlan(key, { done: 'older-plan-saved' })}#p${found.piece.id}`)
  return again([{ field: done.refusal.kind === 'cannot' ? (change.does === 'split' ? 'parts' : change.does === 'leave-out' ? 'reason' : 'section') : 'main-content', message: refusalWords(done.refusal) }])
}

function readChange(ask: Ask, id: number, next: number | undefined): Change | FieldError {
  switch (ask.form.text('do')) {
    case 'split': return { does: 'split', id, parts: ask.form.text('parts').split(/\n[ \t]*\n/) }
    case 'join': return next === undefined ? { field: 'main-content', message: 'There is nothing after these words that they could be joined with' } : { does: 'join', ids: [id, next] }
    case 'take-back': return { does: 'take-back', ids: [id] }
    case 'leave-out': {
      const reason = ask.form.text('reason')
      return reason.length > 500 ? { field: 'reason', message: 'Why they are left out must be 500 characters or fewer' } : reason === '' ? { field: 'reason', message: 'Enter why these words are left out' } : { does: 'leave-out', ids: [id], reason }
    }
    default: {
      const section = ask.form.text('section')
      return isSection(section) ? { does: 'move', ids: [id], section } : { field: 'section', message: 'Select the section that these words belong to' }
    }
  }
}
