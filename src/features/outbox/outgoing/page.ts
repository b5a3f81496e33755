import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { AddressAnswer } from '../../../casebook/sending/address-check.ts'
import { checkEnvelope } from '../../../casebook/sending/address-check.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { Outgoing } from '../outbox-store.ts'
import { findOutgoing } from '../outbox-store.ts'
import type { PostRefusal } from './acts.ts'
import type { Enclosures } from './enclosures.ts'
import { findEnclosures } from './enclosures.ts'
import { postLetter, readdress, sendAgain } from './acts.ts'
import { view } from './view.tsx'

async function find(ask: Ask): Promise<{ caseFile: CaseFile; item: Outgoing; envelope: AddressAnswer; enclosed: Enclosures | undefined }> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes('post-letter')) throw new NotAllowed('post-letter')
    const item = await findOutgoing(tx, caseFile, param(ask, 'outgoingId'))
    if (item === undefined) throw new NotFound('outgoing')
    return { caseFile, item, enclosed: await findEnclosures(tx, caseFile, item), envelope: item.channel === 'letter' && item.state === 'queued' ? await checkEnvelope(tx, caseFile, item) : { kind: 'same' } }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [] }))
}

/** What stands in the way of posting, in words. */
export function postRefusalWords(refusal: PostRefusal): string {
  switch (refusal.kind) {
    case 'not-waiting': return 'This does not wait any more. See below how it stands'
    case 'held': return 'This can still be taken back. Post it when its time is over, or send it at once'
    case 'not-compared': return 'Say that the address in the window is the one on this page'
    case 'wrong-address': return refusal.answer.kind === 'disputed' ? 'The address is in doubt. Nothing is posted there until it is settled' : refusal.answer.kind === 'none-now' ? 'No address that may be used is on record' : 'They have another address now'
  }
}

export async function submit(ask: Ask): Promise<Reply> {
  const { item } = await find(ask)
  const key = caseKeyOf(ask)
  const again = async (error: FieldError): Promise<Reply> => wrongForm(view({ frame: ask.frame, ...await find(ask), errors: [error] }))
  if (item.channel !== 'letter') {
    const done = await sendAgain(ask, key, item.id)
    return done.ok ? redirect(paths.outbox({ done: 'sending-again' })) : again({ field: 'state', message: 'This does not wait any more. See below how it stands' })
  }
  if (ask.form.text('step') === 'readdress') {
    const done = await readdress(ask, key, item.id)
    return done.ok ? redirect(paths.outgoing({ ...key, outgoingId: item.id }, { done: 'saved' })) : again({ field: 'state', message: 'It cannot be given another address now' })
  }
  const done = await postLetter(ask, key, { outgoingId: item.id, hasCompared: ask.form.all('compared').includes('yes') })
  if (done.ok) return redirect(paths.outbox({ done: 'posted' }))
  // Somebody was quicker, or something stands in the way: the page shows how it stands now.
  const { refusal } = done
  return again(refusal.kind === 'not-at-this-stage' ? { field: 'state', message: 'This does not wait any more. See below how it stands' } : { field: refusal.kind === 'not-compared' ? 'compared' : 'state', message: postRefusalWords(refusal) })
}
