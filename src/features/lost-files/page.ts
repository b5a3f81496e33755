import { actOutsideCase } from '../../casebook/act.ts'
import type { Ask } from '../../casebook/ask.ts'
import { param } from '../../casebook/ask.ts'
import { holdsInArea, mustHoldInArea } from '../../casebook/access/office.ts'
import { openArea } from '../../casebook/open-area.ts'
import type { Tx } from '../../casebook/tx.ts'
import { read } from '../../casebook/tx.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { paths } from '../../paths.ts'
import type { Reply } from '../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../platform/http/reply.ts'
import type { FieldError } from '../../ui/form.tsx'
import type { Settling } from './loss-store.ts'
import { listLosses, settleLoss } from './loss-store.ts'
import { longestWords, view } from './view.tsx'

/** For whoever decides in the area and whoever looks after access; what a document is called is for the first alone. */
async function openFor(tx: Tx, code: string) {
  const area = await openArea(tx, code)
  mustHoldInArea(tx, 'answer-for-lost-files', area.id)
  return { area, decides: holdsInArea(tx, 'read-lost-names', area.id) }
}

const find = (ask: Ask) => read(ask, async (tx) => {
  const { area, decides } = await openFor(tx, param(ask, 'area'))
  return { area, decides, now: tx.now, losses: await listLosses(tx, area.id, { withTitles: decides }) }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

const settle = actOutsideCase('settle-loss', async (tx, { area, ...settling }: Settling & { area: string }) => {
  const opened = await openFor(tx, area)
  if (tx.viewer.kind !== 'person' || !await settleLoss(tx, opened.area.id, settling, tx.viewer.personId)) return refused({ kind: 'settled-already' as const })
  return ok(null)
})

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const loss = found.losses.find(({ id }) => id === ask.form.text('loss'))
  if (loss === undefined) return again([{ field: 'main-content', message: 'Somebody else has settled it' }])
  const commissioner = (['reported', 'no-risk'] as const).find((one) => one === ask.form.text(`commissioner-${loss.id}`))
  const family = (['told', 'not-needed'] as const).find((one) => one === ask.form.text(`family-${loss.id}`))
  const words = ask.form.text(`words-${loss.id}`)
  const errors: FieldError[] = [
    ...(commissioner === undefined ? [{ field: `commissioner-${loss.id}`, message: 'Select whether the Information Commissioner was told' }] : []),
    ...(family === undefined ? [{ field: `family-${loss.id}`, message: 'Select whether the family was told' }] : []),
    ...(words === '' ? [{ field: `words-${loss.id}`, message: 'Enter what was done, and when' }] : words.length > longestWords ? [{ field: `words-${loss.id}`, message: 'This must be 1,000 characters or fewer' }] : []),
  ]
  if (errors.length > 0 || commissioner === undefined || family === undefined) return again(errors)
  const done = await settle(ask, { area: found.area.code, lossId: loss.id, commissioner, family, words })
  if (!done.ok) return again([{ field: `words-${loss.id}`, message: 'Somebody else has settled it' }])
  return redirect(paths.lostFiles({ area: found.area.code }, { done: 'loss-settled' }))
}
