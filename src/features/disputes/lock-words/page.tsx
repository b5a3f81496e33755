import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { listLocks } from '../../../casebook/plan/locked-wordings.ts'
import { planIdOf, readPlanContent } from '../../../casebook/plan/plan-content.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import type { LineId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import { kindsInSection } from '../../../domain/plan/line.ts'
import { lockWords } from '../../../domain/plan/locked-wording.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { isSection, sectionTitles, sections } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, SelectField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { getOrderedChange } from '../dispute-store.ts'
import type { OrderedWords } from '../order-acts.ts'
import { lockOrderedWords } from '../order-acts.ts'
import { refusalWords } from '../words.ts'

const title = 'Put ordered words into a line'
const longestWords = 8000
const withLines = sections.filter((section) => kindsInSection[section].length > 0)
const opening = (text: string): string => (text.length > 90 ? `${text.slice(0, 90).trimEnd()}…` : text).replaceAll('\n', ' ')

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const change = await getOrderedChange(tx, caseFile, param(ask, 'reviewId'))
    const planId = await planIdOf(tx, caseFile)
    const locked = new Set((await listLocks(tx, caseFile, planId)).map(({ lineId }) => lineId))
    const content = await readPlanContent(tx, caseFile, planId)
    const lines = sections.flatMap((section) => content.lines.filter((line) => line.section === section).map((line, index) => ({ ...line, name: `${section}${index + 1}` }))).filter(({ id }) => !locked.has(id))
    const may = mayAct('lock-ordered-words', caseFile.parts, caseFile.stage)
    const fields = { errors, values }
    const choose = (name: string) => <SelectField name={name} label="Which line?" {...fields} items={[{ value: '', text: 'Select a line' }, ...lines.map(({ id, name: lineName, text }) => ({ value: id, text: `${lineName}: ${opening(text)}` }))]} />
    const exact = (name: string) => (
      <TextAreaField name={name} label="The words, exactly as they were ordered or agreed" rows={7} {...fields} hint="Paste them. Every character counts: they are not put into other words, also where they could be clearer." whoCanSee={['everybody who reads the plan']} />
    )
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.orderedWords({ ...caseFile.key, reviewId: change.reviewId }) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}. {lockWords[change.source]}, {dateWords(change.madeOn)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          {change.words !== undefined && <Details summary="The words as copied from the document"><p class="govuk-body hub-letter__text">{change.words}</p></Details>}
          {may === 'not-at-this-stage' && errors.length === 0 ? <WarningText>{refusalWords({ kind: may, act: 'lock-ordered-words', stage: caseFile.stage })}.</WarningText> : (
            <Form tokens={ask.frame.tokens}>
              <RadiosField name="how" legend="What was ordered?" {...fields} items={[
                { value: 'reword', text: 'A line says these words', conditional: <>{choose('rewordLine')}{exact('rewordWords')}</> },
                { value: 'new', text: 'A new line', conditional: <><SelectField name="section" label="In which section?" {...fields} items={[{ value: '', text: 'Select a section' }, ...withLines.map((value) => ({ value, text: `${value}: ${sectionTitles[value]}` }))]} />{exact('newWords')}</> },
                { value: 'out', text: 'A line is taken out', conditional: choose('outLine') },
              ]}
              />
              <p class="govuk-body">Amounts in the boxes beside a reworded line are emptied, because they were of its old words. Fill them in again from what was ordered.</p>
              <Continue>Lock these words</Continue>
            </Form>
          )}
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

function readWords(given: FormBody): { value: OrderedWords } | { errors: FieldError[] } {
  const how = given.text('how')
  const lineField = how === 'out' ? 'outLine' : 'rewordLine'
  const wordsField = how === 'new' ? 'newWords' : 'rewordWords'
  const [lineId, words, section] = [given.text(lineField), given.text(wordsField), given.text('section')]
  const errors: FieldError[] = [
    ...(['reword', 'new', 'out'].includes(how) ? [] : [{ field: 'how', message: 'Select what was ordered' }]),
    ...((how === 'reword' || how === 'out') && !isId(lineId) ? [{ field: lineField, message: 'Select the line' }] : []),
    ...(how === 'new' && (!isSection(section) || kindsInSection[section].length === 0) ? [{ field: 'section', message: 'Select the section' }] : []),
    ...((how === 'reword' || how === 'new') && words === '' ? [{ field: wordsField, message: 'Enter the words exactly as they were ordered or agreed' }] : []),
    ...(words.length > longestWords ? [{ field: wordsField, message: `The words must be ${longestWords.toLocaleString('en-GB')} characters or fewer. Put them into several lines` }] : []),
  ]
  if (errors.length > 0) return { errors }
  if (how === 'new') return { value: { how, section: section as Section, words } }
  return { value: how === 'out' ? { how, lineId: lineId as LineId } : { how: 'reword', lineId: lineId as LineId, words } }
}

export async function submit(ask: Ask): Promise<Reply> {
  const given = readWords(ask.form)
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  const reviewId = param(ask, 'reviewId')
  const done = await lockOrderedWords(ask, caseKeyOf(ask), { ...given.value, reviewId })
  if (!done.ok) return form(ask, [{ field: 'how', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.orderedWords({ ...caseKeyOf(ask), reviewId }, { done: 'saved' }))
}
