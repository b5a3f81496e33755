import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { parsePlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { dateWords } from '../../../ui/words.ts'
import { listCorrespondents, listMessages } from '../message-store.ts'
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
    return { caseFile, correspondent, messages: await listMessages(tx, caseFile, correspondent.personId) }
  })
}

const refusalWords = {
  'not-on-this-case': 'This person is no longer on the case, so the message was not sent',
  'not-at-this-stage': 'This person is no longer on the case, so the message was not sent',
  'young-person-has-not-agreed': 'The rights are the young person’s, who has not agreed that you write to this parent. You can record what the parent said',
} as const

export async function show(ask: Ask): Promise<Reply> {
  // Begun for them from the list of who looked: the day alone comes with the link, never words.
  const day = parsePlainDate(ask.query.text('askAbout'))
  const values = day === undefined ? {} : { body: `I have a question about who looked at the record on ${dateWords(day)}. ` }
  return page(view({ frame: ask.frame, ...await thread(ask), errors: [], values }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, correspondent, messages } = await thread(ask)
  const again = (errors: FieldError[]): Reply =>
    wrongForm(view({ frame: ask.frame, caseFile, correspondent, messages, errors, values: ask.form.values() }))
  const form = readMessage(ask.form)
  if ('errors' in form) return again(form.errors)
  const sent = await sendMessage(ask, caseKeyOf(ask), { ...form.value, withPerson: correspondent.personId })
  if (!sent.ok) return again([{ field: 'body', message: refusalWords[sent.refusal.kind] }])
  return redirect(paths.caseThread({ ...caseFile.key, personId: correspondent.personId }, { done: 'sent' }))
}
