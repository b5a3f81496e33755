import { actOutsideCase } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { isId } from '../../../domain/ids.ts'
import { ok } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { openDesk } from '../access-officer.ts'
import { findUnusual, listOpenedBetween, noteLookedInto } from './unusual-store.ts'
import type { UnusualView } from './view.tsx'
import { longestWords, view } from './view.tsx'

async function get(tx: Tx, area: string, id: string) {
  const desk = await openDesk(tx, area)
  const unusual = isId(id) ? await findUnusual(tx, desk.area.id, id) : undefined
  if (unusual === undefined) throw new NotFound('unusual access')
  return { ...desk, unusual }
}

const find = (ask: Ask): Promise<Omit<UnusualView, 'frame' | 'errors' | 'values'>> => read(ask, async (tx) => {
  const { area, unusual } = await get(tx, param(ask, 'area'), param(ask, 'unusualId'))
  return { area, unusual, opened: await listOpenedBetween(tx, area.id, unusual.personId, unusual.fromAt, unusual.toAt) }
})

const lookIntoUnusual = actOutsideCase('look-into-unusual', async (tx, input: { area: string; id: string; words: string }) => {
  const { area, officerId, unusual } = await get(tx, input.area, input.id)
  await noteLookedInto(tx, area.id, unusual.id, officerId, input.words)
  return ok(null)
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const words = ask.form.text('words')
  const wrong = (message: string): Reply => {
    const errors: FieldError[] = [{ field: 'words', message }]
    return wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  }
  if (words === '') return wrong('Say what you found out')
  if (words.length > longestWords) return wrong(`This must be ${longestWords.toLocaleString('en-GB')} characters or fewer`)
  await lookIntoUnusual(ask, { area: found.area.code, id: found.unusual.id, words })
  return redirect(paths.accessDesk({ area: found.area.code }, { done: 'unusual-looked' }))
}
