import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { closedView, closedWords, whyClosed } from '../closed.tsx'
import { readOnBehalf } from '../on-behalf.tsx'
import type { WishKind } from '../wish-store.ts'
import { findSettings, wishKinds } from '../wish-store.ts'
import { readWish } from './make-form.ts'
import { makeWish } from './make-wish.ts'
import { makeView, wishTitles } from './make-view.tsx'

/** More settings than this are not put into one list: then one writes the name, or searches. */
const longestList = 40

const kindOf = (ask: Ask): WishKind | undefined => wishKinds.find((kind) => kind === (ask.form.has('kind') ? ask.form.text('kind') : ask.query.text('kind')))

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  const kind = kindOf(ask)
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const why = whyClosed(caseFile, 'make-wish')
    const search = ask.query.text('q')
    const document = why !== undefined
      ? closedView({ frame: ask.frame, caseFile, title: kind === undefined ? 'Ask for something' : wishTitles[kind], why })
      : makeView({
          frame: ask.frame, caseFile, kind, errors, values, search, viewerName: ask.viewer.kind === 'person' ? ask.viewer.name : '',
          family: await listFamilyAddressees(tx, caseFile), ...(kind === 'setting' ? await findSettings(tx, search, longestList) : { settings: [], hasMore: false }),
        })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const kind = kindOf(ask)
  if (kind === undefined) return form(ask, [{ field: 'kind', message: 'Select what you want to ask for' }], ask.form.values())
  const { caseFile, family } = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    return { caseFile: opened, family: await listFamilyAddressees(tx, opened) }
  })
  const why = whyClosed(caseFile, 'make-wish')
  if (why !== undefined) return form(ask, [{ field: 'kind', message: why }], ask.form.values())
  const given = readWish(ask.form, kind)
  const behalf = readOnBehalf(ask.form, caseFile, family)
  if ('errors' in given || 'errors' in behalf) {
    return form(ask, [...('errors' in behalf ? behalf.errors : []), ...('errors' in given ? given.errors : [])], ask.form.values())
  }
  const made = await makeWish(ask, caseKeyOf(ask), { form: given.value, behalf: behalf.value })
  if (made.ok) return redirect(paths.sharedDraft(caseFile.key, { done: 'wish-made' }))
  switch (made.refusal.kind) {
    case 'not-at-this-stage': return form(ask, [{ field: 'kind', message: closedWords(caseFile, made.refusal.stage) }], ask.form.values())
    case 'not-on-this-case': return form(ask, [{ field: 'whose', message: 'This person is no longer on the case' }], ask.form.values())
    case 'no-such-setting': return form(ask, [{ field: 'setting', message: 'Select a setting from the list, or write its name' }], ask.form.values())
  }
}
