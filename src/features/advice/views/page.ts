import type { Ask, Page } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { mayHelpWithOwnViews } from '../../../domain/access/parts.ts'
import { isForParts, mayAct } from '../../../domain/access/policy.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { dateValues } from '../../../ui/read-date.ts'
import { listWords } from '../../../ui/words.ts'
import { findWorkingViews, listKeptSaves } from '../advice-store.ts'
import { readViewsFiles } from '../handed-in.ts'
import { listFamily } from '../recipient-store.ts'
import { isCouncilTeam } from '../request/request-acts.ts'
import { stageWords } from '../words.ts'
import { listViewsFiles } from '../views-file-store.ts'
import type { Whose } from './form.ts'
import { readViews, takeOutField, valuesOf } from './form.ts'
import { saveViews } from './save-views.ts'
import { view } from './view.tsx'

async function gather(ask: Ask) {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const named = param(ask, 'whose')
    if (named !== 'parent' && named !== 'child') throw new NotFound('views')
    const whose: Whose = named
    if (tx.viewer.kind !== 'person' || !isForParts('give-views', caseFile.parts) || (whose === 'child' && !mayHelpWithOwnViews(caseFile.parts))) throw new NotAllowed('give-views')
    const { personId } = tx.viewer
    const isStaff = isCouncilTeam(caseFile)
    const members = await listFamily(tx, caseFile)
    const parents = members.filter(({ part }) => part === 'parent')
    const young = members.find(({ part }) => part === 'young-person')
    const chosen = ask.query.text('for') || ask.form.text('for')
    const parent = isStaff ? parents.find(({ id }) => id === chosen) ?? (parents.length === 1 ? parents[0] : undefined) : parents.find(({ id }) => id === personId)
    if (whose === 'parent' && !isStaff && parent === undefined) throw new NotFound('views')
    const childsName = `${caseFile.child.preferredName} ${caseFile.child.familyName}`
    const author = whose === 'parent' ? { ...(parent === undefined ? {} : { id: parent.id }), name: parent?.name ?? '', role: 'parent' }
      : { ...(young === undefined ? {} : { id: young.id }), name: childsName, role: young === undefined ? 'child' : 'young person' }
    const working = await findWorkingViews(tx, caseFile, whose === 'parent' ? 'parental' : 'child-views', author.id)
    const may = mayAct('give-views', caseFile.parts, caseFile.stage)
    return {
      caseFile, whose, isStaff, author, working, today: tx.today, parents, isOwn: young?.id === personId,
      // A parent who helps is not shown the other parent's name; what the child keeps from whom is for staff and the young person.
      members: isStaff || young?.id === personId ? members.filter(({ id }) => id !== young?.id) : [],
      mustChoose: whose === 'parent' && isStaff && parent === undefined,
      closed: may === 'not-at-this-stage' ? stageWords({ kind: may, act: 'give-views', stage: caseFile.stage }) : undefined,
      kept: working === undefined ? [] : await listKeptSaves(tx, caseFile, working.id),
      files: working === undefined ? [] : await listViewsFiles(tx, caseFile, working.id), personId,
    }
  })
}

async function answer(ask: Ask, errors: FormErrors, typed?: { values: FormValues; version?: number }): Promise<Reply> {
  const gathered = await gather(ask)
  const values = typed?.values ?? (gathered.working === undefined ? dateValues('dated', gathered.today) : valuesOf(gathered.working))
  const document = view({ frame: ask.frame, ...gathered, errors, values, version: typed?.version ?? gathered.working?.version ?? 0 })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show: Page = (ask) => answer(ask, [])

export const submit: Page = async (ask) => {
  const gathered = await gather(ask)
  if (gathered.mustChoose) return answer(ask, [{ field: 'for', message: 'Select whose views these are' }], { values: ask.form.values() })
  const files = await readViewsFiles(ask.form, 'report', gathered.files.filter(({ documentId }) => !ask.form.all(takeOutField).includes(documentId)).length)
  const posted = Number(ask.form.text('version')) || 0
  const again = (errors: readonly FieldError[], version = posted): Promise<Reply> =>
    answer(ask, files.names.length > 0 && !errors.some(({ field }) => field === 'report') ? [...errors, { field: 'report', message: `Choose ${files.names.length === 1 ? 'the file' : 'the files'} again: ${listWords(files.names)}` }] : errors, { values: ask.form.values(), version })
  const form = readViews(ask.form, { ...gathered, existing: gathered.working, files })
  if ('errors' in form) return again(form.errors)
  const saved = await saveViews(ask, caseKeyOf(ask), form.value)
  const first = gathered.whose === 'parent' ? 'v-goingWell' : 'v-good'
  if (!saved.ok) {
    const message = saved.refusal.kind === 'nothing-said' ? 'Write something, or add a file, before you send'
      : saved.refusal.kind === 'not-on-this-case' ? 'This person is no longer on the case' : stageWords(saved.refusal)
    return again([{ field: first, message }])
  }
  if (saved.value.kind === 'kept-aside') {
    return again([{ field: first, message: 'This was saved on another page after you opened it. Nothing is lost: your words are here, and what is saved now is shown below' }], saved.value.version)
  }
  const back = { ...(ask.form.text('for') === '' ? {} : { for: ask.form.text('for') }), done: 'saved' }
  return redirect(saved.value.kind === 'sent' ? paths.adviceList(gathered.caseFile.key, { done: 'views-saved' })
    : paths.giveViews({ ...gathered.caseFile.key, whose: gathered.whose }, back))
}
