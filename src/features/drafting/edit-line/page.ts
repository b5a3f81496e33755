import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { getLine } from '../../../casebook/plan/line-rows.ts'
import { read } from '../../../casebook/tx.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import { lockClause } from '../../../domain/plan/locked-wording.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { isSection } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { json, page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { londonTimeOf } from '../../../domain/calendar/london-date.ts'
import { listReports } from '../advice-line-store.ts'
import { listRevisions, listSources } from '../draft-store.ts'
import { fieldValues, readFields, readText } from '../line-fields/form.ts'
import { baseOf, lineIdOf, openDraft } from '../open-draft.ts'
import { refusalWords } from '../refusal-words.ts'
import { saveLine } from './save-line.ts'
import type { EditView } from './view.tsx'
import { view } from './view.tsx'

type Opened = Pick<EditView, 'draft' | 'line' | 'history' | 'reports' | 'sources'>

const open = (ask: Ask): Promise<Opened> => read(ask, async (tx) => {
  const lineId = lineIdOf(ask)
  const draft = await openDraft(tx, ask, { on: lineId })
  const { caseFile, planId } = draft
  return {
    draft, line: await getLine(tx, caseFile, planId, lineId), history: await listRevisions(tx, caseFile, lineId),
    reports: await listReports(tx, caseFile), sources: await listSources(tx, caseFile, planId, lineId),
  }
})

function form(ask: Ask, opened: Opened, errors: readonly FieldError[], typed?: FormValues): Reply {
  const { wording, n } = opened.line.latest
  const values = typed ?? { text: wording.text, section: wording.section, ...fieldValues(wording.fields) }
  // A wrong form keeps the revision it was made from, so that a change meanwhile is still noticed.
  const document = view({ frame: ask.frame, ...opened, base: baseOf(ask, n), errors, values })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = async (ask: Ask): Promise<Reply> => form(ask, await open(ask), [])

const sectionTyped = (ask: Ask, otherwise: Section): Section => {
  const section = ask.form.text('section')
  return isSection(section) ? section : otherwise
}

export async function submit(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  const { wording } = opened.line.latest
  const text = readText(ask.form)
  const { fields, errors: wrong } = readFields(ask.form, opened.line.kind, ask.house.clock.today(), wording.fields)
  const lock = opened.draft.locks.find(({ lineId }) => lineId === opened.line.id)
  const locked = lock?.words !== undefined && 'value' in text && text.value !== lock.words ? [{ field: 'text', message: `The words of this line cannot be changed: ${lockClause(lock.source)}` }] : []
  const errors = [...('error' in text ? [text.error] : []), ...locked, ...wrong]
  if (errors.length > 0 || 'error' in text) return form(ask, opened, errors, ask.form.values())
  const section = sectionTyped(ask, wording.section)
  const key = { ...caseKeyOf(ask), lineId: opened.line.id }
  const saved = await saveLine(ask, caseKeyOf(ask), { lineId: opened.line.id, base: baseOf(ask, 0), how: 'saved', text: text.value, section, fields })
  if (!saved.ok) return form(ask, opened, [{ field: saved.refusal.kind === 'kind-not-in-section' ? 'section' : 'text', message: refusalWords(saved.refusal) }], ask.form.values())
  if (saved.value.kind === 'clash') return redirect(paths.planLineClash({ ...key, keptId: saved.value.keptId }))
  return redirect(`${paths.planSection({ ...caseKeyOf(ask), section }, { done: 'saved' })}#line-${opened.line.id}`)
}

/** "14:32", as the line under an editor says it. */
function clockWords(now: Instant): string {
  const { hour, minute } = londonTimeOf(now)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/**
 * Saves while somebody types. Fields that cannot be read yet are left as they stood and named; the words are saved all the
 * same. A clash is answered with where to settle it, and what is being typed stays in the page.
 */
export async function autosave(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  const { wording } = opened.line.latest
  const text = readText(ask.form)
  if ('error' in text) return json({ kind: 'wrong', words: `Not saved: ${lower(text.error.message)}` })
  const { fields, errors } = readFields(ask.form, opened.line.kind, ask.house.clock.today(), wording.fields)
  const lineId = opened.line.id
  const section = sectionTyped(ask, wording.section)
  const saved = await saveLine(ask, caseKeyOf(ask), { lineId, base: baseOf(ask, 0), how: 'autosaved', text: text.value, section, fields })
  if (!saved.ok) return json({ kind: 'wrong', words: `Not saved: ${lower(refusalWords(saved.refusal))}` })
  if (saved.value.kind === 'clash') {
    return json({
      kind: 'clash', href: paths.planLineClash({ ...caseKeyOf(ask), lineId, keptId: saved.value.keptId }),
      words: 'Somebody else changed this line while you were typing. Your text is kept. You can go on typing.', link: 'See both texts and choose',
    })
  }
  const but = errors.map(({ message }) => ` ${message}.`).join('')
  return json({ kind: 'saved', base: saved.value.n, words: `Last saved ${clockWords(ask.house.clock.now())}.${but === '' ? '' : ` Not saved:${but}`}` })
}

const lower = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}.`
