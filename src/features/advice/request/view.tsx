import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isOpen } from '../../../domain/advice/advice-kinds.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { DateField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { errorFor, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { ErrorMessage } from '../../../ui/govuk/error-message.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, dateWords } from '../../../ui/words.ts'
import type { Advice } from '../advice-store.ts'
import type { FamilyPapers } from '../recipient-store.ts'
import type { AdviceRequest } from '../request-store.ts'
import { askedOf, daysLate, itemInWords, lateWords, stateTags, titleOfKind } from '../words.ts'
import { RequestWords } from './request-words.tsx'

export interface RequestView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly request: AdviceRequest
  readonly requests: FamilyPapers['requests']
  readonly documents: readonly KeptDocument[]
  readonly advice: Advice | undefined
  readonly today: PlainDate
  readonly isOwn: boolean
  readonly isMyName: boolean
  readonly isCouncil: boolean
  readonly isViews: boolean
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view(shown: RequestView) {
  const { frame, caseFile, request, requests, documents, today, isCouncil, isViews, errors } = shown
  const title = isCouncil ? `Request for advice: ${titleOfKind(request.kind)}` : 'A request for your advice'
  const late = daysLate(request, today)
  const back = isCouncil ? { href: paths.adviceList(caseFile.key), text: 'Back to advice' } : { href: paths.adviceInbox(), text: 'Back to your requests' }
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={back}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          <Tag colour={stateTags[request.state].colour}>{stateTags[request.state].words}</Tag>{' '}
          {late !== undefined && <Tag colour="red">{lateWords(late)}</Tag>}
        </p>
        <p class="govuk-body">
          {itemInWords(request.item)}. Asked of {askedOf(request)} on {dateWords(request.sentOn)}.{' '}
          {request.receivedOn !== undefined && `Arrived ${dateWords(request.receivedOn)}. `}
          {isOpen(request.state) && <>Due <strong>{dateWords(request.dueOn)}</strong>{request.receivedOn === undefined && ', counted from sending until receipt is confirmed'}.</>}
        </p>
        {request.chasedAt.length > 0 && <p class="govuk-body">Chased: {request.chasedAt.map((at) => dateTimeWords(at)).join('; ')}.</p>}
        {request.excusedReason !== undefined && <p class="govuk-inset-text">The case goes on without this advice. {request.excusedBy}: {request.excusedReason}</p>}
        {request.endedReason !== undefined && <p class="govuk-inset-text">Withdrawn: {request.endedReason}</p>}
        <AdviserPart {...shown} />
        {!isViews && <RequestWords caseFile={caseFile} item={request.item} kind={request.kind} dueOn={request.dueOn} isReceiptKnown={request.receivedOn !== undefined} note={request.note} requests={requests} documents={documents} adviceRequestId={request.id} />}
        {request.enclosuresLeftOut !== undefined && isCouncil && <p class="govuk-body">Left out of what is enclosed: {request.enclosuresLeftOut}</p>}
        {isCouncil && <CouncilPart {...shown} />}
      </TwoThirds>
    </CasePage>
  )
}

function AdviserPart({ frame, caseFile, request, advice, isOwn, isMyName, isCouncil, isViews, errors, values }: RequestView) {
  const key = { ...caseFile.key, adviceRequestId: request.id }
  const open = isOpen(request.state)
  const isInbox = isOwn && request.personId === undefined && open && caseFile.open.includes('take-advice')
  const mayConfirm = request.state === 'asked' && !isViews && (isOwn || isCouncil) && caseFile.open.includes('confirm-advice-request')
  const isMine = isOwn || isCouncil
  return (
    <>
      {advice?.state === 'returned' && <p class="govuk-inset-text"><strong>Sent back with reasons:</strong> {advice.returnReasons}</p>}
      {advice !== undefined && advice.state !== 'working' && (
        <p class="govuk-body"><a class="govuk-link" href={paths.advice({ ...caseFile.key, adviceId: advice.id })}>Read the advice and what became of it</a></p>
      )}
      {isInbox && (
        <Form tokens={frame.tokens} action={paths.takeAdvice(key)}>
          <Button preventDoubleClick>Take this request</Button>
          <p class="govuk-hint">It then stands under your name, and the council sees that it has arrived.</p>
        </Form>
      )}
      {mayConfirm && (
        <Form tokens={frame.tokens} action={paths.confirmAdvice(key)}>
          <DateField
            name="receivedOn"
            legend={isCouncil ? 'On which day did it arrive, as they told you?' : 'On which day did this request arrive?'}
            hint="Six weeks are counted from this day (regulation 8(1))."
            errors={errors}
            values={values}
          />
          <Button variant={isMyName ? undefined : 'secondary'} preventDoubleClick>Confirm that it has arrived</Button>
        </Form>
      )}
      {isMine && open && !isViews && caseFile.open.includes('give-advice') && (
        <p><a class={isCouncil ? 'govuk-link' : 'govuk-button'} href={paths.giveAdvice(key)}>
          {isCouncil ? 'Enter advice that reached you another way' : advice === undefined ? 'Give your advice' : 'Go on with your advice'}
        </a></p>
      )}
    </>
  )
}

function CouncilPart({ frame, caseFile, request, isViews, errors, values }: RequestView) {
  const key = { ...caseFile.key, adviceRequestId: request.id }
  const open = isOpen(request.state)
  if (!open) return null
  return (
    <>
      <h2 class="govuk-heading-m">What you can do</h2>
      {caseFile.open.includes('chase-advice') && (
        <Form tokens={frame.tokens} action={paths.chaseAdvice(key)}>
          {errorFor(errors, 'chase') !== undefined && <ErrorMessage id="chase">{errorFor(errors, 'chase')}</ErrorMessage>}
          <Button variant="secondary" preventDoubleClick>Send a reminder</Button>
        </Form>
      )}
      <ul class="govuk-list govuk-list--spaced">
        {!isViews && caseFile.open.includes('reuse-advice') && <li><a class="govuk-link" href={paths.reuseAdvice(key)}>Use earlier advice instead</a></li>}
        {caseFile.open.includes('excuse-advice') && <li><a class="govuk-link" href={paths.excuseAdvice(key)}>Go on without this advice</a></li>}
      </ul>
      {caseFile.open.includes('withdraw-advice-request') && (
        <Form tokens={frame.tokens} action={paths.withdrawAdvice(key)}>
          <TextAreaField name="reason" label="Why is it withdrawn?" rows={2} whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'whoever was asked']} errors={errors} values={values} />
          <Button variant="warning" preventDoubleClick>Withdraw this request</Button>
        </Form>
      )}
    </>
  )
}
