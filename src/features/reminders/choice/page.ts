import { actOutsideCase } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { Viewer } from '../../../casebook/signing-in/viewer.ts'
import { ok } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { Choice, Reached } from './choice-store.ts'
import { getReached, saveChoice } from './choice-store.ts'
import { channelsOf, kindsFor, readChoice } from './form.ts'
import { view } from './view.tsx'

type Person = Extract<Viewer, { kind: 'person' }>

/** One's own choice, by nobody else. */
const chooseReminders = actOutsideCase('choose-reminders', async (tx, choice: Choice) => {
  await saveChoice(tx, personOf(tx.viewer).personId, choice)
  return ok(null)
})

function personOf(viewer: Viewer): Person {
  if (viewer.kind !== 'person') throw new NotAllowed('reminders of nobody')
  return viewer
}

const find = (ask: Ask): Promise<Reached> => read(ask, (tx) => getReached(tx, personOf(ask.viewer).personId))

function shownTo(ask: Ask, reached: Reached) {
  return { frame: ask.frame, reached, channels: channelsOf(reached, { texts: ask.house.sender.sendsTexts }), kinds: kindsFor(personOf(ask.viewer)) }
}

export async function show(ask: Ask): Promise<Reply> {
  const reached = await find(ask)
  const shown = shownTo(ask, reached)
  const channel = shown.channels.includes(reached.channel) ? reached.channel : shown.channels[0]
  return page(view({ ...shown, errors: [], values: { channel, kinds: shown.kinds.filter((kind) => !reached.kindsOff.includes(kind)) } }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const reached = await find(ask)
  const shown = shownTo(ask, reached)
  const form = readChoice(ask.form, { ...shown, before: reached })
  if ('errors' in form) return wrongForm(view({ ...shown, errors: form.errors, values: ask.form.values() }))
  await chooseReminders(ask, form.value)
  return redirect(paths.myReminders({ done: 'reminders-chosen' }))
}
