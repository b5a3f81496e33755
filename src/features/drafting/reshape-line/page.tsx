// The pages that change what lines there are: split, join, move, take out, bring back.

import type { ComponentChildren } from 'preact'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { LineId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import type { PlanLine } from '../../../domain/plan/line.ts'
import { kindsInSection } from '../../../domain/plan/line.ts'
import { linesOfSection } from '../../../domain/plan/plan-order.ts'
import { isSection, sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckboxesField, RadiosField, SelectField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { DraftPage, draftAudience, opening } from '../draft-page.tsx'
import { saveLine } from '../edit-line/save-line.ts'
import { LineText, lineName } from '../line-card.tsx'
import { longestText } from '../line-fields/form.ts'
import { lineIdOf, lineOf, openDraft, baseOf } from '../open-draft.ts'
import type { Draft } from '../open-draft.ts'
import type { DraftRefusal } from '../refusal-words.ts'
import { refusalWords } from '../refusal-words.ts'
import { removeLine, restoreLine } from './remove-line.ts'
import type { JoinHindrance, SplitHindrance } from './reshape.ts'
import { joinLines, moveLine, splitOne } from './reshape.ts'

interface Shown {
  readonly ask: Ask
  readonly draft: Draft
  readonly line: PlanLine
  readonly errors: readonly FieldError[]
  readonly values: FormValues
}

const openOne = async (ask: Ask): Promise<{ draft: Draft; line: PlanLine }> => {
  const lineId = lineIdOf(ask)
  const draft = await read(ask, (tx) => openDraft(tx, ask, { on: lineId }))
  return { draft, line: lineOf(draft, lineId) }
}

async function form(
  ask: Ask, verb: string, body: (shown: Shown) => ComponentChildren, errors: readonly FieldError[] = [], values: FormValues = {},
): Promise<Reply> {
  const { draft, line } = await openOne(ask)
  const title = `${verb} ${lineName(draft, line)}`
  const document = (
    <DraftPage
      frame={ask.frame} draft={draft} title={title} here={line.section} errors={errors} on={line.id}
      back={{ href: `${paths.planSection({ ...draft.caseFile.key, section: line.section })}#line-${line.id}`, text: `Back to section ${line.section}` }}
    >
      {body({ ask, draft, line, errors, values })}
    </DraftPage>
  )
  return errors.length > 0 ? wrongForm(document) : page(document)
}

async function backToSection(ask: Ask, done: string): Promise<Reply> {
  const { draft, line } = await openOne(ask)
  return redirect(`${paths.planSection({ ...draft.caseFile.key, section: line.section }, { done })}#line-${line.id}`)
}

// Split

const splitBody = ({ ask, line, errors, values }: Shown) => (
  <Form tokens={ask.frame.tokens}>
    <input type="hidden" name="base" value={line.revision} />
    <TextAreaField
      name="parts" label="The words of the line" hint="Leave an empty line where one line ends and the next begins. Each part keeps all sources and links." rows={10}
      maxLength={longestText} threshold={75} errors={errors} values={{ parts: line.text, ...values }} whoCanSee={draftAudience}
    />
    {Object.keys(line.fields).length > 0 && (
      <RadiosField
        name="keep" legend="Which parts keep the amounts and other fields?" errors={errors} values={{ keep: 'first', ...values }}
        items={[{ value: 'first', text: 'The first part only', hint: 'The others begin with none, to be filled in from the advice.' }, { value: 'all', text: 'Every part' }]}
      />
    )}
    <Button preventDoubleClick>Split the line</Button>
  </Form>
)
export const showSplit = (ask: Ask): Promise<Reply> => form(ask, 'Split', splitBody)

export async function submitSplit(ask: Ask): Promise<Reply> {
  const again = (message: string): Promise<Reply> => form(ask, 'Split', splitBody, [{ field: 'parts', message }], ask.form.values())
  const typed = ask.form.text('parts')
  if (typed.length > longestText) return again(`The words must be ${longestText.toLocaleString('en-GB')} characters or fewer`)
  const parts = typed.split(/\n[ \t]*\n+/u).map((part) => part.trim()).filter((part) => part !== '')
  const split = await splitOne(ask, caseKeyOf(ask), { lineId: lineIdOf(ask), base: baseOf(ask, 0), parts, allKeepFields: ask.form.text('keep') === 'all' })
  return split.ok ? backToSection(ask, 'saved') : again(reshapeWords(split.refusal))
}

// Join

const siblings = ({ draft, line }: Pick<Shown, 'draft' | 'line'>): PlanLine[] =>
  linesOfSection(draft.content, line.section).filter(({ id, kind }) => id !== line.id && kind === line.kind)

const joinBody = (shown: Shown) => {
  const { ask, draft, line, errors, values } = shown
  const others = siblings(shown)
  if (others.length === 0) return <p class="govuk-body">There is no other line of this kind in the section to join it with.</p>
  const all = [line, ...others]
  return (
    <Form tokens={ask.frame.tokens}>
      <input type="hidden" name="seen" value={all.map(({ id, revision }) => `${id}:${revision}`).join(' ')} />
      <LineText text={line.text} />
      <CheckboxesField
        name="others" legend="Which lines become part of it?" small errors={errors} values={values}
        items={others.map((other) => ({ value: other.id, text: `${lineName(draft, other)}: ${other.text}` }))}
      />
      <TextAreaField
        name="text" label="The words of the joined line" hint="Write them from all the lines. All sources and links are kept." rows={7} maxLength={longestText} threshold={75}
        errors={errors} values={{ text: line.text, ...values }} whoCanSee={draftAudience}
      />
      <SelectField
        name="fieldsOf" label="Amounts and other fields as in" hint="Nothing is mixed or added up. Change them afterwards if the advice says so." errors={errors} values={values}
        items={all.map((each) => ({ value: each.id, text: `${lineName(draft, each)}: ${opening(each.text)}` }))}
      />
      <Button preventDoubleClick>Join the lines</Button>
    </Form>
  )
}
export const showJoin = (ask: Ask): Promise<Reply> => form(ask, 'Join other lines to', joinBody)

export async function submitJoin(ask: Ask): Promise<Reply> {
  const again = (field: string, message: string): Promise<Reply> => form(ask, 'Join other lines to', joinBody, [{ field, message }], ask.form.values())
  const seen = new Map(ask.form.text('seen').split(' ').map((pair) => [pair.split(':')[0] ?? '', Number(pair.split(':')[1] ?? 0)]))
  const chosen = ask.form.all('others').filter(isId)
  if (chosen.length === 0) return again('others', 'Select the lines that become part of it')
  const text = ask.form.text('text')
  if (text === '') return again('text', 'Enter the words of the joined line')
  if (text.length > longestText) return again('text', `The words must be ${longestText.toLocaleString('en-GB')} characters or fewer`)
  const lineIds = [lineIdOf(ask), ...chosen] as LineId[]
  const fieldsOf = lineIds.find((id) => id === ask.form.text('fieldsOf'))
  if (fieldsOf === undefined) return again('fieldsOf', 'Select one of the lines that are joined')
  const joined = await joinLines(ask, caseKeyOf(ask), { lines: lineIds.map((id) => ({ id, base: seen.get(id) ?? 0 })), text, fieldsOf })
  return joined.ok ? backToSection(ask, 'saved') : again('others', reshapeWords(joined.refusal))
}

function reshapeWords(refusal: DraftRefusal | SplitHindrance | JoinHindrance): string {
  switch (refusal.kind) {
    case 'too-few-parts': return 'Leave an empty line where the line is to be split'
    case 'empty-part': return 'Enter the words of each part'
    case 'too-few-lines': return 'Select the lines that become part of it'
    case 'different-kinds': case 'different-sections': return 'Only lines of one kind in one section can be joined'
    case 'no-such-line': case 'line-exists': return 'One of these lines is no longer in the draft'
    case 'moved-on': return 'Somebody changed one of these lines while you were working. Check the words against the draft, then save again'
    default: return refusalWords(refusal)
  }
}

// Move

const places = ({ draft, line }: Pick<Shown, 'draft' | 'line'>) =>
  draft.mine.filter((section) => section !== line.section && section !== 'I' && kindsInSection[section].includes(line.kind))

const moveBody = (shown: Shown) => {
  const { ask, line, errors, values } = shown
  const others = places(shown)
  return (
    <>
      <LineText text={line.text} />
      {others.length === 0 ? <p class="govuk-body">This kind of line belongs in no other section that you write in.</p> : (
        <Form tokens={ask.frame.tokens}>
          <input type="hidden" name="base" value={line.revision} />
          <RadiosField name="section" legend="Move it to" errors={errors} values={values} items={others.map((section) => ({ value: section, text: `${section}: ${sectionTitles[section]}` }))} />
          <Button preventDoubleClick>Move the line</Button>
        </Form>
      )}
    </>
  )
}
export const showMove = (ask: Ask): Promise<Reply> => form(ask, 'Move', moveBody)

export async function submitMove(ask: Ask): Promise<Reply> {
  const to = ask.form.text('to')
  const again = (message: string): Promise<Reply> => form(ask, 'Move', moveBody, [{ field: 'section', message }], ask.form.values())
  if (to === 'up' || to === 'down') {
    const moved = await moveLine(ask, caseKeyOf(ask), { lineId: lineIdOf(ask), to })
    return moved.ok ? backToSection(ask, 'saved') : again(refusalWords(moved.refusal))
  }
  const section = ask.form.text('section')
  if (!isSection(section)) return again('Select the section')
  const { line } = await openOne(ask)
  const saved = await saveLine(ask, caseKeyOf(ask), { lineId: line.id, base: baseOf(ask, 0), how: 'saved', text: line.text, fields: line.fields, section })
  if (!saved.ok) return again(refusalWords(saved.refusal))
  if (saved.value.kind === 'clash') return redirect(paths.planLineClash({ ...caseKeyOf(ask), lineId: line.id, keptId: saved.value.keptId }))
  return backToSection(ask, 'saved')
}

// Take out and bring back

const removeBody = ({ ask, line }: Shown) => (
  <>
    <LineText text={line.text} />
    <p class="govuk-body">The line leaves the draft. Its words, sources and history are kept, and it can be brought back.</p>
    <Form tokens={ask.frame.tokens}>
      <input type="hidden" name="base" value={line.revision} />
      <Button variant="warning" preventDoubleClick>Remove the line</Button>
    </Form>
  </>
)
export const showRemove = (ask: Ask): Promise<Reply> => form(ask, 'Remove', removeBody)

export async function submitRemove(ask: Ask): Promise<Reply> {
  const lineId = lineIdOf(ask)
  const key = { ...caseKeyOf(ask), lineId }
  const base = baseOf(ask, 0)
  const revision = ask.form.text('restore')
  if (/^\d{1,9}$/.test(revision)) {
    const back = await restoreLine(ask, caseKeyOf(ask), { lineId, base, revision: Number(revision) })
    if (!back.ok) return redirect(paths.planLine(key))
    return redirect(back.value.kind === 'clash' ? paths.planLineClash({ ...key, keptId: back.value.keptId }) : paths.planLine(key, { done: 'line-restored' }))
  }
  const { line } = await openOne(ask)
  const removed = await removeLine(ask, caseKeyOf(ask), { lineId, base })
  if (!removed.ok) return form(ask, 'Remove', removeBody, [{ field: 'main-content', message: refusalWords(removed.refusal) }])
  if (removed.value.kind === 'clash') return redirect(paths.planLineClash({ ...key, keptId: removed.value.keptId }))
  return redirect(paths.planSection({ ...caseKeyOf(ask), section: line.section }, { done: 'line-removed' }))
}
