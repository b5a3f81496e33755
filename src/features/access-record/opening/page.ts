import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { isId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { openDesk } from '../access-officer.ts'
import { findEmergency, listReviews, listWithin, verdicts } from '../access-store.ts'
import type { OpeningKey } from './acts.ts'
import { reviewOpening, showOpening, withholdOpening } from './acts.ts'
import type { OpeningView } from './view.tsx'
import { longestWords, view } from './view.tsx'

const keyOf = (ask: Ask): OpeningKey => ({ area: param(ask, 'area'), openingId: param(ask, 'openingId') })

async function find(ask: Ask): Promise<Omit<OpeningView, 'frame' | 'errors' | 'values'>> {
  return read(ask, async (tx) => {
    const { area } = await openDesk(tx, param(ask, 'area'))
    const id = param(ask, 'openingId')
    const opening = isId(id) ? await findEmergency(tx, area.id, id) : undefined
    if (opening === undefined) throw new NotFound('opening')
    return { area, opening, reviews: await listReviews(tx, area.id, opening.id), within: await listWithin(tx, area.id, opening.id), now: tx.now }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

/** Three small forms post here; `what` says which. */
export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (error: FieldError): Reply => wrongForm(view({ frame: ask.frame, ...found, errors: [error], values: ask.form.values() }))
  const key = keyOf(ask)
  const done = (code: string): Reply => redirect(paths.accessOpening(key, { done: code }))
  const what = ask.form.text('what')
  if (what === 'show') {
    await showOpening(ask, key)
    return done('opening-shown')
  }
  const field = what === 'withhold' ? 'reason' : 'words'
  const text = ask.form.text(field)
  if (text.length > longestWords) return again({ field, message: `This must be ${longestWords.toLocaleString('en-GB')} characters or fewer` })
  if (what === 'withhold') {
    if (text === '') return again({ field, message: 'Say why the family must not read of it for now' })
    await withholdOpening(ask, { ...key, reason: text })
    return done('opening-withheld')
  }
  const verdict = verdicts.find((one) => one === ask.form.text('verdict'))
  if (verdict === undefined) return again({ field: 'verdict', message: 'Select whether it was right' })
  if (text === '') return again({ field, message: 'Say what you found out' })
  await reviewOpening(ask, { ...key, verdict, words: text })
  return done('opening-reviewed')
}
