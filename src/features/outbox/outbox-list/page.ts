import { outgoingChannels, outgoingStates } from '../../../casebook/sending/outgoing.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { councilAreasOf } from '../../../casebook/access/sight.ts'
import { listUnreadBodies } from '../../../casebook/sending/unread-bodies.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { countOverdueOutgoing } from '../../../casebook/sending/overdue-outgoing.ts'
import { listOutgoing } from '../outbox-store.ts'
import type { OutgoingRow } from '../outbox-store.ts'
import { countWaiting } from '../waiting-store.ts'
import { postLetter } from '../outgoing/acts.ts'
import { postRefusalWords } from '../outgoing/page.ts'
import { paths } from '../../../paths.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { pageSize } from './page-size.ts'
import { view } from './view.tsx'

/** Everything that leaves the areas of a council's team: nothing waits unseen. */
export const show = (ask: Ask): Promise<Reply> => list(ask, [])

async function list(ask: Ask, errors: readonly FieldError[], done = 0): Promise<Reply> {
  if (councilAreasOf(ask.viewer).length === 0) throw new NotFound('outbox')
  const state = outgoingStates.find((one) => one === ask.query.text('state'))
  const channel = outgoingChannels.find((one) => one === ask.query.text('channel'))
  const asked = Number(ask.query.text('page'))
  const number = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
  const about = ask.query.text('about') === 'reminders' ? 'reminders' as const : undefined
  const owner = ask.query.text('owner') === 'me' ? 'me' as const : undefined
  const wanted = { ...(owner === undefined ? {} : { owner }), ...(about === undefined ? {} : { about }), ...(state === undefined ? {} : { state }), ...(channel === undefined ? {} : { channel }) }
  return read(ask, async (tx) => {
    const { rows, total } = await listOutgoing(tx, wanted, { limit: pageSize, offset: (number - 1) * pageSize })
    const document = view({ frame: ask.frame, now: tx.now, rows, total, number, wanted, errors, done, waiting: await countWaiting(tx), overdue: await countOverdueOutgoing(tx), unread: await listUnreadBodies(tx) })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

/** Several letters that one person has printed, compared and posted: each is an act of its own, so that one that may not go stops no other. */
export async function submit(ask: Ask): Promise<Reply> {
  if (councilAreasOf(ask.viewer).length === 0) throw new NotFound('outbox')
  const chosen = ask.form.all('posted')
  if (chosen.length === 0) return list(ask, [{ field: 'posted', message: 'Select the letters that you have posted' }])
  if (!ask.form.all('compared').includes('yes')) return list(ask, [{ field: 'compared', message: 'Say that you compared each address with the one on record' }])
  const letters = await read(ask, async (tx) => (await listOutgoing(tx, { state: 'queued', channel: 'letter' }, { limit: 500, offset: 0 })).rows.filter(({ id }) => chosen.includes(id)))
  const errors: FieldError[] = []
  let posted = 0
  for (const letter of letters) {
    const error = await postOne(ask, letter)
    if (error === undefined) posted += 1
    else errors.push({ field: 'posted', message: `${letter.to}, ${letter.subject}: ${error}` })
  }
  if (posted + errors.length === 0) errors.push({ field: 'posted', message: 'These letters do not wait any more' })
  return errors.length > 0 ? list(ask, errors, posted) : redirect(paths.outbox({ done: 'all-posted' }))
}

async function postOne(ask: Ask, { id, of }: OutgoingRow): Promise<string | undefined> {
  if (of === undefined) return 'it is about no case'
  // One form, many letters: what must not happen twice is that a letter is posted twice, which its state says.
  const { house, viewer, page: at } = ask
  const done = await postLetter({ house, viewer, page: at }, of.key, { outgoingId: id, hasCompared: true })
  if (done.ok) return undefined
  return done.refusal.kind === 'not-at-this-stage' ? 'it does not wait any more' : postRefusalWords(done.refusal)
}
