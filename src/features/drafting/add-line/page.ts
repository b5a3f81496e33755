import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { LineKind } from '../../../domain/plan/line.ts'
import { kindsInSection } from '../../../domain/plan/line.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { openDraft, sectionOf } from '../open-draft.ts'
import { refusalWords } from '../refusal-words.ts'
import type { AddRefusal } from './add-line.ts'
import { addLine } from './add-line.ts'
import type { NotAtThisStage } from '../../../casebook/act.ts'
import { readNewLine } from './form.ts'
import { view } from './view.tsx'

/** The kind asked for where the section has more than one; otherwise the section's own. Undefined: no line stands here. */
function kindOf(section: Section, wanted: string): LineKind | undefined {
  const kinds = kindsInSection[section]
  return kinds.find((kind) => kind === wanted) ?? kinds[0]
}

async function form(ask: Ask, errors: readonly FieldError[], values: FormValues): Promise<Reply> {
  const section = sectionOf(ask)
  const draft = await read(ask, (tx) => openDraft(tx, ask))
  const kind = kindOf(section, ask.form.text('kind') || ask.query.text('kind'))
  const document = view({ frame: ask.frame, draft, section, kind, errors, values })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> =>
  form(ask, [], ask.query.text('kind') === 'none-identified' ? { text: 'None identified.' } : {})

export async function submit(ask: Ask): Promise<Reply> {
  const section = sectionOf(ask)
  const kind = kindOf(section, ask.form.text('kind'))
  if (kind === undefined) return form(ask, [{ field: 'text', message: 'This section is listed from the advice and holds no lines of its own' }], ask.form.values())
  const given = readNewLine(ask.form, section, kind, ask.house.clock.today())
  // Why a section is closed is said at once, not after everything else was put right.
  if ('errors' in given && kind !== 'placement') return form(ask, given.errors, ask.form.values())
  const input = 'value' in given ? given.value : { kind, section, text: '', fields: {}, sources: [] }
  const added = await addLine(ask, caseKeyOf(ask), input)
  if (!added.ok) return form(ask, [{ field: 'text', message: words(added.refusal) }], ask.form.values())
  return redirect(`${paths.planSection({ ...caseKeyOf(ask), section }, { done: 'line-added' })}#line-${added.value}`)
}

function words(refusal: AddRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'section-has-lines': return 'This section has lines, so it cannot say that nothing is identified. Remove them first'
    case 'none-identified-stands': return 'This section says that nothing is identified. Remove that line first'
    default: return refusalWords(refusal)
  }
}
