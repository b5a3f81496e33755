import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { adviceKindWords, adviceKinds } from '../../../domain/advice/advice-kinds.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, RadiosField, SelectField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { choicesOf, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { ErrorMessage } from '../../../ui/govuk/error-message.tsx'
import { ChoiceItem } from '../../../ui/govuk/choice-item.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { dateWords, listWords } from '../../../ui/words.ts'
import type { FamilyPapers } from '../recipient-store.ts'
import { itemInWords, titleOfKind } from '../words.ts'
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
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.adviceList(caseFile.key), text: 'Back to advice' }} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {closed !== undefined ? <WarningText>{closed}.</WarningText> : (
        <Form tokens={frame.tokens}>
          <input type="hidden" name="step" value="check" />
          <h2 class="govuk-heading-m">What regulation 6(1) requires for this child</h2>
          <p class="govuk-body">Everything that nobody was asked for yet is ticked. Each request asks for needs, provision and outcomes.</p>
          {errors.some(({ field }) => field === 'ask') && <ErrorMessage id="ask-error">{errors.find(({ field }) => field === 'ask')?.message}</ErrorMessage>}
          {rows.map((row, index) => (
            <div class="hub-ask-row govuk-form-group">
              <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
                <ChoiceItem
                  kind="checkbox"
                  id={index === 0 ? 'ask' : `ask-${index + 1}`}
                  name="ask"
                  checked={ticked.includes(row.key)}
                  choice={{ value: row.key, text: <strong>{itemInWords(row.item)}: {titleOfKind(row.kind)}</strong>, hint: hintOf(row) }}
                />
              </div>
              {row.fixed === undefined
                ? <SelectField name={`to-${row.key}`} label="Ask" items={items} errors={errors} values={values} />
                : <p class="govuk-body govuk-!-margin-top-2">Ask: {row.fixed.name}</p>}
              {row.fixed === undefined && (
                <Details summary="Add a note to them">
                  <TextAreaField name={`note-${row.key}`} label="Note" rows={3} whoCanSee={audience} errors={errors} values={values} />
                </Details>
              )}
            </div>
          ))}
          <h2 class="govuk-heading-m">Others the council thinks right (regulation 6(1)(f))</h2>
          {extraKeys.map((key, index) => (
            <fieldset class="govuk-fieldset hub-ask-row">
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Another person or service {index + 1}</legend>
              <SelectField name={`kind-${key}`} label="What kind of advice" items={kindItems} errors={errors} values={values} />
              <SelectField name={`to-${key}`} label="Ask" items={items} errors={errors} values={values} />
              <Details summary="Add a note to them">
                <TextAreaField name={`note-${key}`} label="Note" rows={3} whoCanSee={audience} errors={errors} values={values} />
              </Details>
            </fieldset>
          ))}
          <h2 class="govuk-heading-m">Anyone the family asked for (regulation 6(1)(h))</h2>
          <p class="govuk-body">Answer yes or no, with reasons. The family sees the answer.</p>
          {familyKeys.map((key, index) => <FamilyRow key={key} field={key} index={index} items={items} caseFile={caseFile} errors={errors} values={values} />)}
          <Enclosures papers={papers} errors={errors} values={values} caseFile={caseFile} />
          <Button>See what each of them will get</Button>
        </Form>
      )}
    </CasePage>
  )
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const hintOf = (row: AskRow): string =>
  row.earlier === undefined ? `${sentenceCase(listWords(row.ask))}. ${row.law}` : `Asked on ${dateWords(row.earlier.sentOn)}. Tick to ask again. ${row.law}`

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
  return (
    <>
      <h2 class="govuk-heading-m">What goes with each request (regulation 6(3))</h2>
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
    </>
  )
}
