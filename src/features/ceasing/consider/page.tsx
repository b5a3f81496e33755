import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { noticeFor } from '../../../casebook/sending/notices.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { read } from '../../../casebook/tx.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import { ceaseGrounds, isCeaseGround } from '../../../domain/ceasing/cease-codes.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckLetters } from '../../../ui/check-letters.tsx'
import { DateField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import type { Considering } from '../ceasing-acts.ts'
import { considerCeasing, considerExtra } from '../ceasing-acts.ts'
import { listSettings } from '../ceasing-store.ts'
import { NotGrounds } from '../plan-ending/view.tsx'
import { groundWords, refusalWords } from '../words.ts'

/** Time to answer that we suggest: as long as the law gives for a draft plan. The Regulations set none here. */
const daysToAnswer = 15
const longestWhy = 4000
const title = 'Consider ending the plan'

async function considerPage(ask: Ask, errors: FormErrors, typed?: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const values = typed ?? dateValues('answer', addDays(tx.today, daysToAnswer))
    const isOpen = caseFile.open.includes('consider-ceasing')
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.ceasing(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">Nothing is decided here. The family is told that the council is thinking about it, and is asked what it thinks; so is the setting that the plan names (SEND Regulations 2014, reg 31(1)).</p>
          <NotGrounds />
          {!isOpen && errors.length === 0 ? <WarningText>{refusalWords({ kind: 'not-at-this-stage', act: 'consider-ceasing', stage: caseFile.stage })}.</WarningText> : (
            <Form tokens={ask.frame.tokens}>
              <RadiosField name="ground" legend="On which ground?" errors={errors} values={values} items={ceaseGrounds.map((value) => ({ value, text: groundWords[value].title, hint: groundWords[value].hint }))} />
              <TextAreaField
                name="why" label="Why is it being considered?" rows={6} maxLength={longestWhy} errors={errors} values={values}
                hint="In plain words, about this child. It goes into both letters as you type it." whoCanSee={['the family', 'the school or college', `the ${caseFile.area.councilName} SEND team`]}
              />
              <DateField name="answer" legend="By when are they asked to answer?" hint="The law sets no time. It must be fair: fifteen days is what the law gives for a draft plan" errors={errors} values={values} />
              <Continue>Read the letters before they go</Continue>
            </Form>
          )}
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

function readForm(given: FormBody, ask: Ask): { value: Considering } | { errors: FieldError[] } {
  const ground = given.text('ground')
  const why = given.text('why')
  const answer = readDate(given, 'answer', { what: 'The day by which they are asked to answer', earliest: addDays(ask.house.clock.today(), 1) })
  const errors: FieldError[] = [
    ...(isCeaseGround(ground) ? [] : [{ field: 'ground', message: 'Select the ground' }]),
    ...(why === '' ? [{ field: 'why', message: 'Enter why it is being considered' }] : []),
    ...(why.length > longestWhy ? [{ field: 'why', message: `Why must be ${longestWhy.toLocaleString('en-GB')} characters or fewer` }] : []),
    ...('error' in answer ? [answer.error] : []),
  ]
  return errors.length > 0 || !isCeaseGround(ground) || 'error' in answer ? { errors } : { value: { ground, why, answerBy: answer.value } }
}

export const show = (ask: Ask): Promise<Reply> => considerPage(ask, [])

async function check(ask: Ask, given: Considering): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const [family, settings] = [await listFamilyAddressees(tx, caseFile), await listSettings(tx, caseFile)]
    const extra = considerExtra(given)
    const cards = await recipientCards(tx, caseFile, [...family, ...settings].map((to) => ({ to, sees: ['Their own copy of the letter, and that the council is considering it'] })))
    return page(CheckLetters({
      frame: ask.frame, caseFile, title: 'Check the letters before they go', lead: 'Nothing is decided. The letters ask what they think.', values: ask.form.values(), button: 'Send the letters', cards,
      letters: family.map((to) => ({ to, notice: noticeFor(caseFile, 'considering-ceasing', to, tx.today, extra) })),
      others: settings.map((to) => ({ to, notice: noticeFor(caseFile, 'ceasing-asked', to, tx.today, extra) })),
    }))
  })
}

export async function submit(ask: Ask): Promise<Reply> {
  const given = readForm(ask.form, ask)
  if ('errors' in given) return considerPage(ask, given.errors, ask.form.values())
  if (ask.form.text('step') === 'change') return considerPage(ask, [], ask.form.values())
  if (ask.form.text('step') !== 'send') return check(ask, given.value)
  const done = await considerCeasing(ask, caseKeyOf(ask), given.value)
  if (!done.ok) return considerPage(ask, [{ field: 'ground', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.ceasing(caseKeyOf(ask), { done: 'sent' }))
}
