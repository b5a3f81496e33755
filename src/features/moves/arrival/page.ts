import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { mustHoldInArea } from '../../../casebook/access/office.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import { documentView } from '../../../platform/documents/to-html.tsx'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { noteOpened, returnArrival } from '../arrival-acts.ts'
import { findAlike, findKeyCompared, getArrival } from '../arrival-store.ts'
import { openPackage } from '../package-files.ts'
import { packageRefusalWords } from '../package/read-package.ts'
import { recordDocument } from '../readable.ts'
import type { TakeInRefusal } from '../take-in.ts'
import { likenessOf, takeIn } from '../take-in.ts'
import { alikeField, longest, recordView, view } from './view.tsx'

async function find(tx: Tx, ask: Ask) {
  const area = await openArea(tx, param(ask, 'area'))
  mustHoldInArea(tx, 'receive-moves', area.id)
  return { area, arrival: await getArrival(tx, area.id, param(ask, 'arrivalId')) }
}

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const { area, arrival } = await find(tx, ask)
    if (arrival.state === 'called-off' || arrival.state === 'returned') return page(view({ frame: ask.frame, area, arrival, alike: [], errors, values }))
    const opened = await openPackage(tx, arrival.packageSha256)
    if (!opened.ok) return page(view({ frame: ask.frame, area, arrival, alike: [], broken: packageRefusalWords[opened.refusal], errors, values }))
    const alike = await findAlike(tx, area.id, likenessOf(opened.value))
    const comparedBefore = arrival.fromAreaId === undefined ? await findKeyCompared(tx, area.id, arrival.publicKey) : undefined
    const document = view({ frame: ask.frame, area, arrival, opened: opened.value, alike: alike.filter(({ caseId }) => caseId !== arrival.caseId), errors, values, ...(comparedBefore === undefined ? {} : { comparedBefore }) })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export async function show(ask: Ask): Promise<Reply> {
  await noteOpened(ask, param(ask, 'area'), param(ask, 'arrivalId'))
  return form(ask, [], {})
}

const takeInWords = (refusal: TakeInRefusal, ask: Ask): string => {
  switch (refusal.kind) {
    case 'taken-in-already': return 'Somebody else has taken the child in'
    case 'called-off': return 'The other council has called it off'
    case 'returned': return 'It was sent back'
    case 'alike-not-answered': return 'Select whether each child who is on file here is the same'
    case 'for-another': return 'Confirm that the other council meant this package for you'
    case 'numbers-not-for-this-hub': return ask.house.isProduction ? 'The child’s UPN or NHS number is one made up for demonstrations, and this hub keeps real children. Send it back, and say so' : 'The child’s UPN or NHS number could be a real child’s, and this hub keeps no real children. Send it back, and say so'
    case 'key-not-compared': return 'Enter with whom you compared the fingerprint, and how'
    case 'broken': return packageRefusalWords[refusal.because]
  }
}

/** Beside the field that it is about: of the children on file, beside the first that has no answer. */
async function errorsOf(ask: Ask, refusal: TakeInRefusal, answered: ReadonlyMap<string, unknown>): Promise<FormErrors> {
  const message = takeInWords(refusal, ask)
  if (refusal.kind !== 'alike-not-answered') return [{ field: refusal.kind === 'for-another' ? 'meant' : 'looked', message }]
  return read(ask, async (tx) => {
    const { area, arrival } = await find(tx, ask)
    const opened = await openPackage(tx, arrival.packageSha256)
    const alike = opened.ok ? await findAlike(tx, area.id, likenessOf(opened.value)) : []
    return alike.filter(({ caseId }) => !answered.has(caseId)).map(({ caseId, name, reference }) => ({ field: `${alikeField}${caseId}`, message: `Select whether ${name}, ${reference}, is the same child` }))
  })
}

export async function submit(ask: Ask): Promise<Reply> {
  const [area, arrivalId, what] = [param(ask, 'area'), param(ask, 'arrivalId'), ask.form.text('what')]
  if (what === 'return') {
    const because = ask.form.text('because')
    const errors: FieldError[] = because === '' ? [{ field: 'because', message: 'Enter why it goes back' }] : because.length > longest ? [{ field: 'because', message: 'This must be 1,000 characters or fewer' }] : []
    if (errors.length > 0) return form(ask, errors, ask.form.values())
    const done = await returnArrival(ask, { area, arrivalId, because })
    return done.ok ? redirect(paths.arrivals({ area }, { done: 'arrival-returned' })) : form(ask, [{ field: 'because', message: 'It is over already' }], ask.form.values())
  }
  const { arrival, comparedBefore } = await read(ask, async (tx) => {
    const found = await find(tx, ask)
    return { ...found, comparedBefore: found.arrival.fromAreaId === undefined ? await findKeyCompared(tx, found.area.id, found.arrival.publicKey) : undefined }
  })
  const keyComparedWith = ask.form.text('compared') || comparedBefore
  const errors: FieldError[] = [
    ...(arrival.fromAreaId === undefined && keyComparedWith === undefined ? [{ field: 'compared', message: takeInWords({ kind: 'key-not-compared' }, ask) }] : []),
    ...(ask.form.text('looked') === 'yes' ? [] : [{ field: 'looked', message: 'Confirm that you looked at who it is' }]),
  ]
  if (errors.length > 0) return form(ask, errors, ask.form.values())
  const alike = new Map(ask.form.names().flatMap((name) => { const said = ask.form.text(name); return name.startsWith(alikeField) && (said === 'same-child' || said === 'different-children') ? [[name.slice(alikeField.length), said] as const] : [] }))
  const done = await takeIn(ask, { alike, area, arrivalId, isMeantForUs: ask.form.text('meant') === 'yes', ...(keyComparedWith === undefined ? {} : { keyComparedWith }) })
  return done.ok ? redirect(paths.caseMove({ area, caseId: done.value.caseId }, { done: 'taken-in' })) : form(ask, await errorsOf(ask, done.refusal, alike), ask.form.values())
}

/** The record as the other council has it, in sentences, and the plan as it was printed. */
export async function showRecord(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const { area, arrival } = await find(tx, ask)
    const opened = arrival.state === 'called-off' || arrival.state === 'returned' ? undefined : await openPackage(tx, arrival.packageSha256)
    if (opened?.ok !== true) throw new NotFound('record')
    return page(recordView({ frame: ask.frame, area, arrival, record: documentView(recordDocument(opened.value), { inside: true }), opened: opened.value }))
  })
}

export async function receiptFile(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const { arrival } = await find(tx, ask)
    if (arrival.receipt === undefined) throw new NotFound('receipt')
    return file(Buffer.from(`${JSON.stringify(arrival.receipt, null, 1)}\n`), 'application/json', 'receipt.json')
  })
}
