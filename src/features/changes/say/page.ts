import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { checkUpload, uploadRefusalWords } from '../../../casebook/papers/documents.ts'
import { currencyRuleOf } from '../../../casebook/plan/currency-rule.ts'
import { isOfTeam } from '../../../casebook/sending/hold.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { closedView } from '../closed-view.tsx'
import { readChange } from './form.ts'
import { sayChange } from './say-change.ts'
import { sayTitle, view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  const may = mayAct('say-change', caseFile.parts, caseFile.stage, caseFile.isLimited)
  if (may === 'not-your-part') throw new NotAllowed('say-change')
  const isTeam = isOfTeam(caseFile.parts)
  const { staff, family } = stageWords[caseFile.stage]
  return {
    caseFile, today: tx.today, isTeam, answerDays: (await currencyRuleOf(tx, caseFile.localAreaId)).answerDays, family: isTeam ? await listFamilyAddressees(tx, caseFile) : [],
    ...(may === 'yes' ? {} : { closed: `This is for a plan that is in force. ${isOfFamily(caseFile.parts) ? family : staff}` }),
  }
})

export async function show(ask: Ask): Promise<Reply> {
  const { closed, ...found } = await find(ask)
  if (closed !== undefined) return page(closedView({ frame: ask.frame, caseFile: found.caseFile, title: sayTitle(found.caseFile), why: closed }))
  return page(view({ frame: ask.frame, ...found, errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { closed, ...found } = await find(ask)
  if (closed !== undefined) return page(closedView({ frame: ask.frame, caseFile: found.caseFile, title: sayTitle(found.caseFile), why: closed }), 422)
  const chosen = ask.form.files.find(({ field, fileName }) => field === 'file' && fileName !== '')
  const file = chosen === undefined ? undefined : checkUpload(chosen)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const form = readChange(ask.form, found)
  const fileErrors: FieldError[] = file === undefined || file.ok ? [] : [{ field: 'file', message: uploadRefusalWords(file.refusal) }]
  if ('errors' in form || fileErrors.length > 0) {
    // A browser does not send a file back into a form: whoever chose one has to choose it again.
    const chooseAgain: FieldError[] = file?.ok === true ? [{ field: 'file', message: `Choose “${file.value.fileName}” again` }] : fileErrors
    return again([...('errors' in form ? form.errors : []), ...chooseAgain])
  }
  const said = await sayChange(ask, caseKeyOf(ask), { form: form.value, ...(file?.ok === true ? { file: file.value } : {}) })
  if (said.ok) return redirect(paths.changes(found.caseFile.key, { done: 'change-said' }))
  return again([said.refusal.kind === 'not-on-this-case' ? { field: 'whose', message: 'This person is no longer on the case' } : { field: 'what', message: 'The plan is not in force any more, so nothing was sent' }])
}
