import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { adviceDueOn } from '../../../domain/timeline/advice-due-on.ts'
import { paths } from '../../../paths.ts'
import type { FormValues } from '../../../ui/form.tsx'
import { choicesOf, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { FamilyPapers } from '../recipient-store.ts'
import { titleOfKind } from '../words.ts'
import { RequestWords } from '../request/request-words.tsx'
import { adviceAlert, viewsAlert } from './alerts.ts'
import type { AskInput } from './ask-for-advice.ts'

interface PreviewView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly papers: FamilyPapers
  readonly today: PlainDate
  readonly input: AskInput
  readonly cards: readonly RecipientCard[]
  readonly values: FormValues
}

/** Exactly what each recipient will see, before anything goes. */
export function previewView({ frame, caseFile, papers, today, input, cards, values }: PreviewView) {
  const title = 'Check what each of them will get'
  const enclosed = papers.documents.filter(({ id }) => input.documentIds.includes(id))
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} back={{ href: paths.askForAdvice(caseFile.key), text: 'Start again' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {input.requests.map((one) => {
          const isViews = one.kind === 'parental' || one.kind === 'child-views'
          const alert = isViews ? viewsAlert : adviceAlert
          return (
            <section class="hub-section">
              <h2 class="govuk-heading-s govuk-!-margin-bottom-1">To {one.recipient.name}</h2>
              <p class="govuk-body govuk-!-margin-bottom-2">{titleOfKind(one.kind)}, by {dateWords(adviceDueOn(today))}{one.note === undefined ? '' : `. Your note: “${one.note}”`}</p>
              <Details summary={<>What they will see<span class="govuk-visually-hidden">: {one.recipient.name}</span></>}>
                <p class="govuk-body"><strong>The alert, by the way that is safe for them:</strong> “{alert.subject}. {alert.words}”</p>
                <h3 class="govuk-heading-s">What they see when they sign in</h3>
                {isViews
                  ? <p class="govuk-body">Their own page of plain questions, with the offer of phone or an interpreter. What they write is theirs and is not shown to another parent.</p>
                  : <RequestWords caseFile={caseFile} item={one.item} kind={one.kind} dueOn={adviceDueOn(today)} isReceiptKnown={false} note={one.note} requests={papers.requests} documents={enclosed} />}
              </Details>
            </section>
          )
        })}
        {input.answers.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Answers to the family</h2>
            <ul class="govuk-list govuk-list--bullet">
              {input.answers.map(({ who, isReasonable, reasons }) => <li>{who}: {isReasonable ? 'yes' : 'no'}. {reasons}</li>)}
            </ul>
          </>
        )}
        <RecipientCards caseKey={caseFile.key} cards={cards} />
        <Form tokens={frame.tokens}>
          {Object.keys(values).filter((name) => name !== 'step').flatMap((name) => choicesOf(values, name).map((value) => <input type="hidden" name={name} value={value} />))}
          <div class="govuk-button-group">
            <Button name="step" value="send" preventDoubleClick>{input.requests.length === 0 ? 'Record the answer' : `Send ${plural(input.requests.length, 'request')}`}</Button>
            <Button name="step" value="change" class="govuk-button--secondary">Change</Button>
          </div>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
