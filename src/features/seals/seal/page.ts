import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { listSeals } from '../../../casebook/access/seal-rows.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { listBodies, listReaders, listThings } from '../things-store.ts'
import { readSeal } from './form.ts'
import { sealItem } from './seal-item.ts'
import { view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  const thing = (await listThings(tx, caseFile)).find(({ kind, id }) => kind === param(ask, 'thing') && id === param(ask, 'thingId'))
  if (thing === undefined) throw new NotFound('report or document')
  const seal = (await listSeals(tx, caseFile)).find(({ thingId }) => thingId === thing.id)
  return { caseFile, thing, seal, readers: await listReaders(tx, caseFile), bodies: await listBodies(tx, caseFile), today: tx.today, me: tx.viewer.kind === 'person' ? tx.viewer.name : '' }
})

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  if (found.seal !== undefined) return redirect(paths.itemSeal({ ...found.caseFile.key, sealId: found.seal.id }))
  return page(view({ frame: ask.frame, ...found, errors: [], values: { decidedBy: found.me } }))
}

const refusalWords = {
  'not-there': 'This is no longer on the case',
  'sealed-already': 'Somebody else has sealed it already',
  'not-on-case': 'Somebody you named is no longer on the case. Choose again',
  'not-at-this-stage': 'The case is closed',
} as const

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const form = readSeal(ask.form, found)
  if ('errors' in form) return again(form.errors)
  const { key } = found.caseFile
  const done = await sealItem(ask, caseKeyOf(ask), { ...form.value, thing: found.thing.kind, thingId: found.thing.id })
  if (!done.ok) return again([{ field: 'kind', message: refusalWords[done.refusal.kind] }])
  // Whoever sealed it for others alone does not find its page any more.
  return redirect(paths.caseSeals(key, { done: 'item-sealed' }))
}
