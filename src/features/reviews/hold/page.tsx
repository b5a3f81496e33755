import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { MeetingNote } from '../../../domain/review/review-report.ts'
import { childParts, emptyNote } from '../../../domain/review/review-report.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import { dateWords } from '../../../ui/words.ts'
import { attendanceWords, childPartWords, closedWords, inviteeWords } from '../one-review-words.ts'
import type { OpenReview } from '../open-review.ts'
import { openToRun } from '../open-review.ts'
import { findReport } from '../report-store.ts'
import type { Attendance } from '../review-store.ts'
import { attendances } from '../review-store.ts'
import { refusalWords as dayWords } from '../review-words.ts'
import type { HoldRefusal } from './hold-review.ts'
import { holdReview } from './hold-review.ts'

const title = 'What happened at the meeting'
const what = 'The day of the meeting'
const boxes = ['childWords', 'agreed', 'notAgreed', 'othersThere'] as const
const longest = 5_000

async function shown(ask: Ask, errors: FormErrors, typed?: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const open = await openToRun(tx, caseFile, param(ask, 'reviewId'))
    const kept = await findReport(tx, caseFile, open.review.id)
    const values = typed ?? firstValues(open, kept?.note ?? emptyNote)
    const document = view({ ask, caseFile, open, errors, values })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

const firstValues = ({ review, invitations }: OpenReview, note: MeetingNote): FormValues => ({
  ...dateValues('on', review.meetingOn), ...(note.childPart === undefined ? {} : { childPart: note.childPart }), childWords: note.childWords, agreed: note.agreed, notAgreed: note.notAgreed, othersThere: note.othersThere,
  ...Object.fromEntries(invitations.flatMap(({ id, attended }) => (attended === undefined ? [] : [[`came-${id}`, attended]]))),
})

function view({ ask, caseFile, open: { review, invitations }, errors, values }: { ask: Ask; caseFile: CaseFile; open: OpenReview; errors: FormErrors; values: FormValues }) {
  const audience = ['everybody who is invited, because it goes into the report, both parents among them']
  const closed = review.isCalledOff ? 'The meeting was called off' : review.reportOn === undefined ? undefined : 'The report has been sent, so the notes stay as they are'
  return (
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.review({ ...caseFile.key, reviewId: review.id }), text: 'Back to the review' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {closed !== undefined && errors.length === 0 ? <WarningText>{closed}.</WarningText> : (
          <Form tokens={ask.frame.tokens}>
            {review.heldOn === undefined ? <DateField name="on" legend="When was it?" errors={errors} values={values} /> : <p class="govuk-body">It was held on {dateWords(review.heldOn)}. If that day is wrong, put it right in the timeline.</p>}
            <h2 class="govuk-heading-m">Who was there</h2>
            {invitations.map(({ id, name, part, profession }) => (
              <RadiosField name={`came-${id}`} legend={`${name}, ${profession ?? inviteeWords[part]}`} class="govuk-radios--inline" small errors={errors} values={values} items={attendances.map((value) => ({ value, text: attendanceWords[value] }))} />
            ))}
            <TextAreaField name="othersThere" label="Who else was there?" rows={2} whoCanSee={audience} errors={errors} values={values} />
            <h2 class="govuk-heading-m">{caseFile.child.preferredName}’s part</h2>
            <RadiosField name="childPart" legend={`How did ${caseFile.child.preferredName} take part?`} errors={errors} values={values} items={childParts.map((value) => ({ value, text: childPartWords[value] }))} />
            <TextAreaField name="childWords" label="What they said or showed" hint="In their own words or signs" rows={3} maxLength={longest} threshold={75} whoCanSee={audience} errors={errors} values={values} />
            <h2 class="govuk-heading-m">What came of it</h2>
            <TextAreaField name="agreed" label="What was agreed" rows={4} maxLength={longest} threshold={75} whoCanSee={audience} errors={errors} values={values} />
            <TextAreaField name="notAgreed" label="What was not agreed, and who saw it how" hint="The report must say where people differ (SEND Regulations 2014, reg 20(8))" rows={4} maxLength={longest} threshold={75} whoCanSee={audience} errors={errors} values={values} />
            <Button preventDoubleClick>{review.heldOn === undefined ? 'Record the meeting' : 'Save the notes'}</Button>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}

export const show = (ask: Ask): Promise<Reply> => shown(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const reviewId = param(ask, 'reviewId')
  const { heldOn, ids } = await read(ask, async (tx) => {
    const { review, invitations } = await openToRun(tx, await openCaseFile(tx, caseKeyOf(ask)), reviewId)
    return { heldOn: review.heldOn, ids: invitations.map(({ id }) => id) }
  })
  const on = heldOn === undefined ? readDate(ask.form, 'on', { what }) : { value: heldOn }
  const childPart = childParts.find((one) => one === ask.form.text('childPart'))
  const errors: FieldError[] = [
    ...('error' in on ? [on.error] : []),
    ...(childPart === undefined ? [{ field: 'childPart', message: 'Say how the child took part' }] : []),
    ...boxes.filter((name) => ask.form.text(name).length > longest).map((field) => ({ field, message: `Use ${longest.toLocaleString('en-GB')} characters or fewer` })),
  ]
  if (errors.length > 0 || 'error' in on) return shown(ask, errors, ask.form.values())
  if (childPart === undefined) throw new NotFound('child’s part')
  const [childWords, agreed, notAgreed, othersThere] = boxes.map((name) => ask.form.text(name)) as [string, string, string, string]
  const attended = Object.fromEntries(ids.flatMap((id): [string, Attendance][] => {
    const came = attendances.find((one) => one === ask.form.text(`came-${id}`))
    return came === undefined ? [] : [[id, came]]
  }))
  const done = await holdReview(ask, caseKeyOf(ask), { reviewId, on: on.value, note: { childPart, childWords, agreed, notAgreed, othersThere }, attended })
  if (!done.ok) return shown(ask, [{ field: heldOn === undefined ? 'on' : 'agreed', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.reviewWriteReport({ ...caseKeyOf(ask), reviewId }, { done: 'saved' }))
}

function refusalWords(refusal: HoldRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'called-off': return 'The meeting was called off'
    case 'reported-already': return 'The report has been sent, so the notes stay as they are'
    case 'not-at-this-stage': return closedWords(refusal)
    default: return dayWords(refusal, what)
  }
}
