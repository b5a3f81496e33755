import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { DateField, FileField, RadiosField, SelectField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form, textOf } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { Advice, KeptSave } from '../advice-store.ts'
import { reportEndings } from '../handed-in.ts'
import type { AdviceRequest } from '../request-store.ts'
import { standards } from '../standards.ts'
import type { TemplateQuestion } from '../templates.ts'
import { allQuestionsFor, questionsFor } from '../templates.ts'
import { itemInWords, titleOfKind } from '../words.ts'
import { answerField, pasteKey } from './form.ts'

export interface GiveView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly request: AdviceRequest
  readonly advice: Advice | undefined
  readonly isOwn: boolean
  readonly closed: string | undefined
  readonly version: number
  /** What somebody else saved in between, when this save was not taken. */
  readonly newer: Advice | undefined
  readonly kept: readonly KeptSave[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view(shown: GiveView) {
  const { frame, caseFile, request, advice, isOwn, closed, version, newer, kept, errors, values } = shown
  const title = `Your advice: ${titleOfKind(request.kind)}`
  const key = { ...caseFile.key, adviceRequestId: request.id }
  const audience = [`the ${caseFile.area.councilName} SEND team`, 'the family', 'whoever gets the plan, because advice goes with it (section K)']
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.adviceRequest(key), text: 'Back to the request' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{caseFile.child.givenName} {caseFile.child.familyName}, {itemInWords(request.item)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {advice?.state === 'returned' && <p class="govuk-inset-text"><strong>Sent back with reasons:</strong> {advice.returnReasons}</p>}
        {closed !== undefined ? <WarningText>{closed}.</WarningText> : (
          <>
            {newer !== undefined && <NewerText advice={newer} />}
            <p class="govuk-body">Nobody but you{request.organisationName === undefined ? '' : ', your service'} and whoever enters it for you sees this until it is sent. Then it is seen by {audience.join(', ')}.</p>
            <Form tokens={frame.tokens} upload>
              <input type="hidden" name="version" value={String(version)} />
              <AboutAuthor {...shown} />
              <TheReport request={request} advice={advice} errors={errors} values={values} />
              {kept.length > 0 && <KeptTexts kept={kept} />}
              <p class="govuk-hint" data-autosave={paths.adviceAutosave(key)} role="status" />
              <div class="govuk-button-group">
                <Button name="next" value="mark" preventDoubleClick>Save and mark the lines</Button>
                <Button name="next" value="save" variant="secondary" preventDoubleClick>Save and come back later</Button>
              </div>
              {!isOwn && <p class="govuk-hint">You are entering advice for its author. It is shown as entered by you.</p>}
            </Form>
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}

function AboutAuthor({ request, isOwn, errors, values }: GiveView) {
  const field = { errors, values, whoCanSee: 'said above' as const }
  return (
    <>
      <h2 class="govuk-heading-m">Who gives this advice</h2>
      {!isOwn && (
        <SelectField name="channel" label="How did it reach you?" errors={errors} values={values} items={[
          { value: 'email', text: 'By email' }, { value: 'letter', text: 'By post' }, { value: 'phone', text: 'By phone' }, { value: 'in-person', text: 'In person' },
        ]} />
      )}
      <TextField name="authorName" label="Author" {...field} />
      <TextField name="authorRole" label="Role" hint="For example, educational psychologist" {...field} />
      <TextField name="registration" label="Professional registration (if there is one)" {...field} />
      <TextField name="organisationName" label="Organisation" {...field} />
      <DateField name="dated" legend="Date of the advice" errors={errors} values={values} />
      <DateField name="contactOn" legend="Last contact with the child (leave empty if there was none)" errors={errors} values={values} />
      <TextField name="contactMethod" label="What kind of contact" hint="For example, seen at school, video call, known from records only" {...field} />
      {request.kind === 'social-care' && (
        <RadiosField
          name="known"
          legend="Is the child known to social care?"
          hint="If not, an early help conversation with the family is part of this advice."
          errors={errors}
          values={values}
          items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]}
        />
      )}
    </>
  )
}

function TheReport({ request, advice, errors, values }: Pick<GiveView, 'request' | 'advice' | 'errors' | 'values'>) {
  const isNotKnown = textOf(values, 'known') === 'no'
  // Without scripts the two sets of social care questions stand one under the other, with what each is for.
  const asked = request.kind === 'social-care' ? allQuestionsFor('social-care') : questionsFor(request.kind, { isNotKnown })
  return (
    <>
      <h2 class="govuk-heading-m">The report</h2>
      <RadiosField
        name="way"
        legend="How will you give it?"
        errors={errors}
        values={values}
        items={[
          {
            value: 'type', text: 'Type it under questions', conditional: asked.map((question) => <Question question={question} errors={errors} values={values} />),
          },
          {
            value: 'paste', text: 'Paste a whole report',
            conditional: <TextAreaField name="pasted" label="The report" hint="It is kept word for word. Headings help to find the lines." rows={15} whoCanSee="said above" errors={errors} values={values} />,
          },
          {
            value: 'file', text: 'Hand in a Word file or a PDF',
            conditional: (
              <>
                {advice?.way === 'file' && advice.reportText !== '' && <p class="govuk-body">A report is handed in already ({advice.reportText.length.toLocaleString('en-GB')} characters). Choose a file only to replace it.</p>}
                <FileField name="report" label="The report" hint="Word (docx), PDF or plain text, smaller than 25MB. The file is kept as it is." accept={reportEndings} whoCanSee="said above" errors={errors} />
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function Question({ question, errors, values }: { question: TemplateQuestion; errors: FormErrors; values: FormValues }) {
  const standard = standards[question.standard]
  return (
    <>
      <TextAreaField
        name={answerField(question.id)}
        label={question.heading}
        labelOptions={{ class: 'govuk-label--s' }}
        hint={<>{question.hint !== undefined && <>{question.hint} </>}{standard.text}</>}
        rows={5}
        whoCanSee="said above"
        errors={errors}
        values={values}
      />
      <Details summary={`Why (standard ${standard.id})`}>{standard.why} Version {standard.version}. {standard.owner}.</Details>
    </>
  )
}

/** What is saved now, beside what was typed here: the person decides which words stay. */
function NewerText({ advice }: { advice: Advice }) {
  return (
    <section class="govuk-inset-text" aria-labelledby="newer-title">
      <h2 class="govuk-heading-m" id="newer-title">What is saved now</h2>
      <p class="govuk-body">Your own words are in the fields below. Take over what you need from here, then save.</p>
      <Details summary="Show the saved text" open>
        {advice.way === 'type'
          ? Object.entries(advice.answers).filter(([id, text]) => id !== pasteKey && text !== '').map(([id, text]) => (
            <><h3 class="govuk-heading-s">{allQuestionsFor(advice.kind).find((one) => one.id === id)?.heading ?? id}</h3><p class="govuk-body hub-letter__text">{text}</p></>
          ))
          : <p class="govuk-body hub-letter__text">{advice.reportText}</p>}
      </Details>
    </section>
  )
}

function KeptTexts({ kept }: { kept: readonly KeptSave[] }) {
  return (
    <section class="govuk-inset-text" aria-labelledby="kept-title">
      <h2 class="govuk-heading-m" id="kept-title">Saves that came too late</h2>
      <p class="govuk-body">These were typed on a page that was out of date. They were not taken, and are not lost.</p>
      {kept.map((save) => (
        <Details summary={`${save.savedBy}, ${dateTimeWords(save.savedAt)}`}>
          {Object.values(save.answers).filter((text) => text !== '').map((text) => <p class="govuk-body hub-letter__text">{text}</p>)}
          {save.reportText !== '' && <p class="govuk-body hub-letter__text">{save.reportText}</p>}
        </Details>
      ))}
      <div class="govuk-checkboxes govuk-checkboxes--small govuk-form-group" data-module="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input class="govuk-checkboxes__input" type="checkbox" id="settled" name="settled" value="yes" />
          <label class="govuk-label govuk-checkboxes__label" for="settled">I have taken over what I need. Put these away when I save</label>
        </div>
      </div>
    </section>
  )
}
