import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { isOfTeam } from '../../../casebook/sending/hold.ts'
import { listFamilyOnCase } from '../../../casebook/sending/family-addressees.ts'
import { read } from '../../../casebook/tx.ts'
import { parsePlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { isOfFamily } from '../../../domain/access/parts.ts'
import { dateWords } from '../../../ui/words.ts'
import { listCorrespondents, listMessages, listNewPostcodes } from '../message-store.ts'
import { readMessage } from './form.ts'
import { sendMessage } from './send-message.ts'
import type { ThreadView } from './view.tsx'
import { view } from './view.tsx'

async function thread(ask: Ask): Promise<Omit<ThreadView, 'frame' | 'errors' | 'values'>> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'messages')
    const correspondent = (await listCorrespondents(tx, caseFile)).find(({ personId }) => personId === param(ask, 'personId'))
    if (correspondent === undefined) throw new NotFound('thread')
    const to = isOfTeam(caseFile.parts) ? (await listFamilyOnCase(tx, caseFile)).find((one) => one.to.personId === correspondent.personId)?.to : undefined
    const cards = to === undefined ? [] : await recipientCards(tx, caseFile, [{ to, goes: 'In the hub, where they see it when they sign in', sees: ['This message, in their own thread: nobody else of the family does'] }])
    const messages = await listMessages(tx, caseFile, correspondent.personId)
    return { caseFile, correspondent, cards, messages, newPostcodes: isOfFamily(caseFile.parts) ? [] : await listNewPostcodes(tx, caseFile, messages) }
  })
}

const refusalWords = {
  'not-on-this-case': 'This person is no longer on the case, so the message was not sent',
  'not-at-this-stage': 'This person is no longer on the case, so the message was not sent',
  'kept-out': 'A restriction keeps the case from this person, or they are no parent in law, so nothing can be sent to them here. You can record what they say',
  'young-person-has-not-agreed': 'The rights are the young person’s, who has not agreed that you write to this parent. You can record what the parent said',
} as const

export async function show(ask: Ask): Promise<Reply> {
  // Begun for them from the list of who looked: the day alone comes with the link, never words.
  const day = parsePlainDate(ask.query.text('askAbout'))
  const values = day === undefined ? {} : { body: `I have a question about who looked at the record on ${dateWords(day)}. ` }
  return page(view({ frame: ask.frame, ...await thread(ask), errors: [], values }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await thread(ask)
  const { caseFile, correspondent } = found
  const again = (errors: FieldError[]): Reply =>
    wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const form = readMessage(ask.form)
  if ('errors' in form) return again(form.errors)
  const sent = await sendMessage(ask, caseKeyOf(ask), { ...form.value, withPerson: correspondent.personId })
  if (!sent.ok) return again([{ field: 'body', message: refusalWords[sent.refusal.kind] }])
  return redirect(paths.caseThread({ ...caseFile.key, personId: correspondent.personId }, { done: 'sent' }))
}
