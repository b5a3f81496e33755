import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { adviceKindWords, adviceKinds, itemLaw } from '../../../domain/advice/advice-kinds.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, RadiosField, SelectField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { choicesOf, Form, textOf } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { ErrorMessage } from '../../../ui/govuk/error-message.tsx'
import { ChoiceItem } from '../../../ui/govuk/choice-item.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { dateWords, listWords, plural } from '../../../ui/words.ts'
import type { FamilyPapers } from '../recipient-store.ts'
import { titleOfKind } from '../words.ts'
import { extraKeys, familyKeys } from './form.ts'
import type { AskContext, AskRow } from './rows.ts'
import { recipientItems } from './rows.ts'

export interface AskView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly rows: readonly AskRow[]
  readonly context: AskContext
  readonly papers: FamilyPapers
  readonly closed: string | undefined
  readonly errors: FormErrors
  readonly values: FormValues
}

const kindItems = [{ value: '', text: 'Choose a kind' }, ...adviceKinds.map((value) => ({ value, text: adviceKindWords[value] }))]

export function view({ frame, caseFile, rows, context, papers, closed, errors, values }: AskView) {
  const title = `Ask for advice about ${childName(caseFile)}`
  const audience = ['the person or service asked', `the ${caseFile.area.councilName} SEND team`]
  const items = recipientItems(context.services)
  const ticked = choicesOf(values, 'ask')
  const toAsk = rows.filter(({ earlier }) => earlier === undefined)
  const asked = rows.filter(({ earlier }) => earlier !== undefined)
  const isTouched = (key: string): boolean => touching(key).some((name) => choicesOf(values, name).some((value) => value !== '') || errors.some(({ field }) => field === name))
  const row = (one: AskRow) => (
    <OneRow row={one} id={one === rows[0] ? 'ask' : `ask-${rows.indexOf(one) + 1}`} checked={ticked.includes(one.key)} items={items} audience={audience} errors={errors} values={values} />
  )
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.adviceList(caseFile.key), text: 'Back to advice' }} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {closed !== undefined ? <WarningText>{closed}.</WarningText> : (
        <Form tokens={frame.tokens}>
          <input type="hidden" name="step" value="check" />
          <h2 class="govuk-heading-m">What regulation 6(1) requires for this child</h2>
          <p class="govuk-body">
            {toAsk.length === 0
              ? 'Everybody whom the regulation requires has been asked.'
              : `${plural(toAsk.length, 'request')} ${toAsk.length === 1 ? 'is' : 'are'} ready: all that the regulation requires and nobody was asked for yet. Change what is not right, or go on and send them all.`}
          </p>
          {errors.some(({ field }) => field === 'ask') && <ErrorMessage id="ask-error">{errors.find(({ field }) => field === 'ask')?.message}</ErrorMessage>}
          {toAsk.map(row)}
          {asked.length > 0 && (
            <Details summary={`Asked already: ${asked.length}`} open={toAsk.length === 0 || asked.some(({ key }) => ticked.includes(key))}>
              <p class="govuk-body">Tick one to ask again.</p>
              {asked.map(row)}
            </Details>
          )}
          <h2 class="govuk-heading-m">What else</h2>
          <Details summary="Ask somebody else as well (regulation 6(1)(f))" open={extraKeys.some(isTouched)}>
            {extraKeys.map((key, index) => (
              <fieldset class="govuk-fieldset hub-ask-row">
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Another person or service {index + 1}</legend>
                <SelectField name={`kind-${key}`} label="What kind of advice" items={kindItems} errors={errors} values={values} />
                <SelectField name={`to-${key}`} label="Ask" items={items} errors={errors} values={values} />
                <TextAreaField name={`note-${key}`} label="Note to them (optional)" rows={2} whoCanSee={audience} errors={errors} values={values} />
              </fieldset>
            ))}
          </Details>
          <Details summary="The family asked for somebody (regulation 6(1)(h))" open={familyKeys.some(isTouched)}>
            <p class="govuk-body">Answer yes or no, with reasons. The family sees the answer.</p>
            {familyKeys.map((key, index) => <FamilyRow key={key} field={key} index={index} items={items} caseFile={caseFile} errors={errors} values={values} />)}
          </Details>
          <Enclosures papers={papers} errors={errors} values={values} caseFile={caseFile} />
          <Button>Check and send</Button>
        </Form>
      )}
    </CasePage>
  )
}

/** The fields of a further recipient: where any of them holds something, or is wrong, they are shown. */
const touching = (key: string): string[] => ['kind', 'to', 'note', 'who', 'answer', 'reasons'].map((field) => `${field}-${key}`)

interface RowProps {
  readonly row: AskRow
  readonly id: string
  readonly checked: boolean
  readonly items: { value: string; text: string }[]
  readonly audience: readonly string[]
  readonly errors: FormErrors
  readonly values: FormValues
}

/** One request on one line: what, of whom. How to change it is a step away, and open where something is missing. */
function OneRow({ row, id, checked, items, audience, errors, values }: RowProps) {
  const to = `to-${row.key}`
  const chosen = items.find(({ value }) => value !== '' && value === textOf(values, to))
  const who = row.fixed?.name ?? chosen?.text.replace(/^– /, '')
  const isOpen = row.fixed === undefined && (who === undefined || errors.some(({ field }) => field === to || field === `note-${row.key}`))
  return (
    <div class="hub-ask-row govuk-form-group">
      <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
        <ChoiceItem
          kind="checkbox"
          id={id}
          name="ask"
          checked={checked}
          choice={{
            value: row.key, text: <><strong>{titleOfKind(row.kind)}</strong> ({itemLaw(row.item)})</>,
            hint: `${who === undefined ? 'Choose who is asked' : `Asks ${who}`}${row.earlier === undefined ? '' : `. Asked on ${dateWords(row.earlier.sentOn)}`}`,
          }}
        />
      </div>
      {row.fixed === undefined && (
        <Details summary={<>Change who is asked, or add a note<span class="govuk-visually-hidden">: {titleOfKind(row.kind)}</span></>} open={isOpen}>
          <p class="govuk-body">The law names {listWords(row.ask)}. {row.law}</p>
          <SelectField name={to} label="Ask" items={items} errors={errors} values={values} />
          <TextAreaField name={`note-${row.key}`} label="Note to them (optional)" rows={2} whoCanSee={audience} errors={errors} values={values} />
        </Details>
      )}
    </div>
  )
}

function FamilyRow({ field, index, items, caseFile, errors, values }: { field: string; index: number; items: { value: string; text: string }[]; caseFile: CaseFile; errors: FormErrors; values: FormValues }) {
  return (
    <fieldset class="govuk-fieldset hub-ask-row">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Somebody the family asked for {index + 1}</legend>
      <TextField name={`who-${field}`} label="Whom the family asked for" whoCanSee={['the family', `the ${caseFile.area.councilName} SEND team`, 'professionals asked for advice']} errors={errors} values={values} />
      <RadiosField name={`answer-${field}`} legend="Is it reasonable to ask them?" inline errors={errors} values={values} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
      <TextAreaField name={`reasons-${field}`} label="Reasons" rows={2} whoCanSee={['the family', `the ${caseFile.area.councilName} SEND team`]} errors={errors} values={values} />
      <SelectField name={`kind-${field}`} label="If yes: what kind of advice" items={kindItems} errors={errors} values={values} />
      <SelectField name={`to-${field}`} label="If yes: ask" items={items} errors={errors} values={values} />
    </fieldset>
  )
}

function Enclosures({ papers, errors, values, caseFile }: { papers: FamilyPapers; errors: FormErrors; values: FormValues; caseFile: CaseFile }) {
  const { requests, documents } = papers
  const chosen = choicesOf(values, 'documents').length
  return (
    <Details
      summary={`What goes with each request (regulation 6(3)): ${listWords([plural(requests.length, 'request for an assessment', 'requests for an assessment'), plural(chosen, 'document')])}`}
      open={errors.some(({ field }) => field === 'documents' || field === 'leftOut')}
    >
      <p class="govuk-body">
        {requests.length === 0
          ? 'No written request is on the case.'
          : `Always enclosed: ${listWords(requests.map(({ madeByName, receivedOn }) => `the request of ${madeByName}, received ${dateWords(receivedOn)}`))}.`}
      </p>
      {documents.length === 0 ? <p class="govuk-body">No documents are on the case.</p> : (
        <>
          <CheckboxesField
            name="documents"
            legend="Documents"
            hint="What the family gave is ticked. It must be enclosed unless you give a reason."
            small
            errors={errors}
            values={values}
            items={documents.map(({ id, title, isFamilys }) => ({ value: id, text: isFamilys ? `${title} (from the family)` : title }))}
          />
          <TextAreaField
            name="leftOut"
            label="Why something from the family is left out (only if it is)"
            rows={2}
            whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'the family']}
            errors={errors}
            values={values}
          />
        </>
      )}
    </Details>
  )
}
