import type { Ask } from '../../../casebook/ask.ts'
import { openUnplaced, openDocument } from '../../../casebook/papers/documents.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { isSection } from '../../../domain/plan/sections.ts'
import { waits } from '../../../domain/older-plans/piece.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { listOfSameChild } from '../older-plan-store.ts'
import { openOlderPlan, planKeyOf } from '../open-older-plan.ts'
import { listColleagues } from '../team-store.ts'
import type { Change } from './place-pieces.ts'
import { claim, handOver, isManager, letGo, placePieces, refusalWords } from './place-pieces.ts'
import { view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const { area, plan } = await openOlderPlan(tx, planKeyOf(ask))
  const isMine = tx.viewer.kind === 'person' && plan.claim?.by === tx.viewer.personId
  const colleagues = isMine ? (await listColleagues(tx, area.id)).filter(({ id }) => id !== plan.claim?.by) : []
  return { area, plan, isMine, colleagues, mayTakeOver: isManager(tx.viewer, area.id), others: await listOfSameChild(tx, plan) }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const key = planKeyOf(ask)
  const here = (done: string): string => paths.olderPlan(key, { done })
  const again = async (errors: readonly FieldError[]): Promise<Reply> => wrongForm(view({ frame: ask.frame, ...await find(ask), errors, values: ask.form.values() }))
  const does = ask.form.text('do')
  if (does === 'claim' || does === 'let-go') {
    const done = await (does === 'claim' ? claim : letGo)(ask, key)
    return done.ok ? redirect(does === 'claim' ? here('older-plan-claimed') : paths.olderPlans({ area: key.area }, { done: 'older-plan-let-go' })) : again([{ field: 'main-content', message: refusalWords(done.refusal) }])
  }
  if (does === 'hand-over') {
    const done = await handOver(ask, { ...key, to: ask.form.text('to') })
    return done.ok ? redirect(paths.olderPlans({ area: key.area }, { done: 'older-plan-handed-over' })) : again([{ field: done.refusal.kind === 'no-such-colleague' ? 'to' : 'main-content', message: refusalWords(done.refusal) }])
  }
  const wanted = await readChange(ask, does)
  if ('field' in wanted) return again([wanted])
  const done = await placePieces(ask, { ...key, n: Number(ask.form.text('n')), change: wanted })
  return done.ok ? redirect(here('older-plan-saved')) : again([{ field: 'main-content', message: refusalWords(done.refusal) }])
}

async function readChange(ask: Ask, does: string): Promise<Change | FieldError> {
  const chosen = ask.form.all('piece').map(Number).filter((id) => Number.isInteger(id))
  const all = ask.form.text('all') === 'yes' ? (await find(ask)).plan.pieces.filter(waits).map(({ id }) => id) : []
  const ids = [...new Set([...chosen, ...all])]
  const agreed = /^agree-(.+)$/.exec(does)?.[1]
  if (agreed !== undefined) return { does: 'agree', ids: (await find(ask)).plan.pieces.filter(({ section, sure }) => section === agreed && sure !== 'sure').map(({ id }) => id) }
  if (ids.length === 0) return { field: 'tray', message: 'Tick the words that you mean' }
  if (does === 'leave-out') {
    const reason = ask.form.text('reason')
    if (reason === '') return { field: 'reason', message: 'Enter why these words are left out' }
    return reason.length > 500 ? { field: 'reason', message: 'Why they are left out must be 500 characters or fewer' } : { does: 'leave-out', ids, reason }
  }
  const section = ask.form.text('section')
  return isSection(section) ? { does: 'move', ids, section } : { field: 'section', message: 'Select the section that these words belong to' }
}

/** The file as it came, to be opened beside the page. */
export async function original(ask: Ask): Promise<Reply> {
  const { bytes, contentType, fileName } = await read(ask, async (tx) => {
    const { area, plan } = await openOlderPlan(tx, planKeyOf(ask))
    if (plan.caseId === undefined) return openUnplaced(tx, area.id, plan.documentId)
    return openDocument(tx, await openCaseFile(tx, { area: area.code, caseId: plan.caseId }), plan.documentId)
  })
  return file(bytes, contentType, fileName)
}
