import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { listAttendedSettings } from '../../../casebook/family/child-settings.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { isId } from '../../../domain/ids.ts'
import { isInForce } from '../../../domain/case-file/tracks.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { findSettings } from '../register-store.ts'
import { isEducation, recordEducation } from './record-education.ts'
import { view } from './view.tsx'

const what = 'The first day'

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const q = ask.method === 'GET' ? ask.query.text('q') : ask.form.text('q')
    const document = view({ frame: ask.frame, caseFile, attended: await listAttendedSettings(tx, caseFile), found: await findSettings(tx, q), q, errors, values })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const key = caseKeyOf(ask)
  const [how, settingId] = [ask.form.text('how'), ask.form.text('setting')]
  // Looking for a setting by its name is a form of its own way: what was typed stays, and nothing is recorded.
  if (ask.form.text('step') === 'find') return form(ask, [], ask.form.values())
  const since = readDate(ask.form, 'since', { what })
  const errors: FieldError[] = [
    ...(isEducation(how) ? [] : [{ field: 'how', message: 'Select how the child is educated' }]),
    ...(how === 'setting' && !isId(settingId) ? [{ field: 'setting', message: 'Find the setting by its name, then select it' }] : []), ...('error' in since ? [since.error] : []),
  ]
  if (errors.length > 0 || 'error' in since || !isEducation(how)) return form(ask, errors, ask.form.values())
  const done = await recordEducation(ask, key, { how, since: since.value, ...(how === 'setting' ? { settingId } : {}) })
  if (done.ok) return redirect(await read(ask, async (tx) => (isInForce((await openCaseFile(tx, key)).stage) ? paths.caseReviews(key, { done: 'recorded' }) : paths.caseOverview(key, { done: 'recorded' }))))
  switch (done.refusal.kind) {
    case 'no-such-setting': return form(ask, [{ field: 'setting', message: 'That setting is not known here' }], ask.form.values())
    case 'already-so': return form(ask, [{ field: 'how', message: 'That is what is on record already' }], ask.form.values())
    case 'in-the-future': return form(ask, [{ field: 'since', message: `${what} must be today or in the past` }], ask.form.values())
    case 'not-at-this-stage': return form(ask, [{ field: 'how', message: 'The case is closed' }], ask.form.values())
  }
}
