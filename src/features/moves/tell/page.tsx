import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { Letter } from '../../../ui/letter.tsx'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import { dateWords } from '../../../ui/words.ts'
import type { TellRefusal } from '../after-acts.ts'
import { letterOf, tellOfTransfer, toldOf, transferOf } from '../after-acts.ts'
import { openMoveDays } from '../move-store.ts'

const longest = 3000

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const transfer = transferOf(caseFile)
    const days = await openMoveDays(tx, caseFile)
    const [tellBy, reviewBefore] = [days.get('TR-03'), days.get('TR-04')]
    const to = await toldOf(tx, caseFile)
    const cards = await recipientCards(tx, caseFile, to.map((each) => ({ to: each, sees: ['Their own letter'] })))
    const title = 'Tell the family about the transfer'
    const [first] = to
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseMove(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          {transfer === undefined ? <p class="govuk-body">This plan did not come from another council.</p> : (
            <>
              <p class="govuk-body">Within six weeks of the transfer the family is told that the plan is with us, whether we will assess again, and when we will review the plan (SEND Regulations 2014, regulation 15(4)).{tellBy === undefined ? '' : ` That is by ${dateWords(tellBy)}.`}</p>
              {to.length === 0 && <InsetText>Nobody of the family has a part in this case yet, so nobody can be written to. <a class="govuk-link" href={paths.inviteAfterMove(caseFile.key)}>Give them their part first</a></InsetText>}
              <Form tokens={ask.frame.tokens}>
                <RadiosField name="reassess" legend="Will you assess again?" errors={errors} values={values} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No, not now' }]} />
                <TextAreaField name="reasons" label="Why? (optional)" whoCanSee={[`the team in ${caseFile.area.councilName}`, 'the family']} rows={3} maxLength={longest} errors={errors} values={values} />
                <DateField name="review" legend="By when will you review the plan?" hint={reviewBefore === undefined ? undefined : `The law says by ${dateWords(reviewBefore)}`} errors={errors} values={Object.keys(values).length > 0 ? values : dateValues('review', reviewBefore)} />
                <RecipientCards cards={cards} caseKey={caseFile.key} />
                {first !== undefined && reviewBefore !== undefined && (
                  <Details summary="The letter, as it would go with “no, not now”">
                    <Letter letter={letterOf(caseFile, first, transfer.from, { willReassess: false, reviewOn: reviewBefore, reasons: '' }, tx.today)} />
                  </Details>
                )}
                <Button preventDoubleClick>Send the letters</Button>
              </Form>
            </>
          )}
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

function refusalWords(refusal: TellRefusal | { readonly kind: 'not-at-this-stage' }): string {
  switch (refusal.kind) {
    case 'told-already': return 'The family has been told already'
    case 'nobody-in-the-family': return 'Nobody in the family can be written to yet. Give a parent, or the young person, their part first'
    case 'no-transfer': return 'This plan did not come from another council'
    case 'notice-incomplete': return `The letter cannot go: it lacks ${refusal.missing.join(', ').replaceAll('-', ' ')}`
    case 'not-at-this-stage': return 'This cannot be sent at this stage of the case'
  }
}

export async function submit(ask: Ask): Promise<Reply> {
  const { today, latest } = await read(ask, async (tx) => ({ today: tx.today, latest: (await openMoveDays(tx, await openCaseFile(tx, caseKeyOf(ask)))).get('TR-04') }))
  const reviewOn = readDate(ask.form, 'review', { what: 'The day of the review', earliest: today, ...(latest === undefined || latest < today ? {} : { latest }) })
  const [answer, reasons] = [ask.form.text('reassess'), ask.form.text('reasons')]
  const errors: FieldError[] = [
    ...(answer === 'yes' || answer === 'no' ? [] : [{ field: 'reassess', message: 'Select whether you will assess again' }]),
    ...(reasons.length > longest ? [{ field: 'reasons', message: 'Your reasons must be 3,000 characters or fewer' }] : []), ...('error' in reviewOn ? [reviewOn.error] : []),
  ]
  if (errors.length > 0 || 'error' in reviewOn) return form(ask, errors, ask.form.values())
  const done = await tellOfTransfer(ask, caseKeyOf(ask), { willReassess: answer === 'yes', reviewOn: reviewOn.value, reasons })
  return done.ok ? redirect(paths.caseMove(caseKeyOf(ask), { done: 'transfer-told' })) : form(ask, [{ field: 'reassess', message: refusalWords(done.refusal) }], ask.form.values())
}
