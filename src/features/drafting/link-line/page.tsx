import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { LineId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import { sectionTitles, sections } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckboxesField } from '../../../ui/fields.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { DraftPage } from '../draft-page.tsx'
import { LineText, lineName } from '../line-card.tsx'
import { lineIdOf, lineOf, openDraft } from '../open-draft.ts'
import { refusalWords } from '../refusal-words.ts'
import { isJoined, linkable } from './link-choices.ts'
import { linkLine } from './link-line.ts'

async function form(ask: Ask, errors: readonly FieldError[]): Promise<Reply> {
  const lineId = lineIdOf(ask)
  const draft = await read(ask, (tx) => openDraft(tx, ask, { on: lineId }))
  const line = lineOf(draft, lineId)
  const others = linkable(draft.content, line)
  const joined = others.filter(({ id }) => isJoined(draft.content, line.id, id)).map(({ id }) => id)
  const key = { ...draft.caseFile.key, section: line.section }
  const title = `What ${lineName(draft, line)} is linked to`
  const document = (
    <DraftPage frame={ask.frame} draft={draft} title={title} here={line.section} errors={errors} on={line.id} back={{ href: `${paths.planSection(key)}#line-${line.id}`, text: `Back to section ${line.section}` }}>
      <LineText text={line.text} />
      {others.length === 0 ? <p class="govuk-body">There is nothing to link this line to yet. Write needs, outcomes and provision first.</p> : (
        <Form tokens={ask.frame.tokens}>
          <input type="hidden" name="offered" value={others.map(({ id }) => id).join(' ')} />
          {sections.filter((section) => others.some((other) => other.section === section)).map((section) => (
            <CheckboxesField
              name="to" idPrefix={`to-${section}`} legend={`${section}: ${sectionTitles[section]}`} small errors={errors} values={{ to: joined }}
              items={others.filter((other) => other.section === section).map((other) => ({ value: other.id, text: `${lineName(draft, other)}: ${other.text}` }))}
            />
          ))}
          <Button preventDoubleClick>Save the links</Button>
        </Form>
      )}
    </DraftPage>
  )
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [])

const ids = (texts: readonly string[]): LineId[] => texts.filter(isId).map((id) => id as LineId)

export async function submit(ask: Ask): Promise<Reply> {
  const lineId = lineIdOf(ask)
  const linked = await linkLine(ask, caseKeyOf(ask), { lineId, to: ids(ask.form.all('to')), offered: ids(ask.form.text('offered').split(' ')) })
  if (!linked.ok) return form(ask, [{ field: 'to', message: refusalWords(linked.refusal) }])
  return redirect(paths.planLine({ ...caseKeyOf(ask), lineId }, { done: 'saved' }))
}
