import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import type { ReassessmentAsker } from '../../../domain/case-file/ending-facts.ts'
import { reassessmentAskers } from '../../../domain/case-file/ending-facts.ts'
import { channels } from '../../../domain/case-file/facts.ts'
import { reassessmentAnswerBy } from '../../../domain/reassessment/reassessments-of.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, RadiosField, SelectField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { dateWords } from '../../../ui/words.ts'
import type { Asking } from '../reassessment-acts.ts'
import { askForReassessment } from '../reassessment-acts.ts'
import { askerWords, refusalWords } from '../words.ts'

const longestWhy = 8000
const channelWords = { hub: 'Through the hub', email: 'By email', phone: 'By phone', letter: 'By letter', 'in-person': 'In person', interpreter: 'Through an interpreter' } as const

/** As whom somebody asks who is not of the council's team. */
const askerOf = ({ parts }: Pick<CaseFile, 'parts'>): ReassessmentAsker =>
  (parts.includes('young-person') ? 'young-person' : parts.includes('parent') ? 'parent' : parts.includes('school') ? 'setting' : 'health-body')

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const isCouncil = isOfCouncil(caseFile.parts)
    const isFamily = caseFile.parts.some((part) => part === 'parent' || part === 'young-person')
    const title = isCouncil ? 'Record a request for a new assessment' : 'Ask for a new assessment'
    const may = mayAct('ask-for-reassessment', caseFile.parts, caseFile.stage)
    const fields = { errors, values }
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: isCouncil ? paths.reassessments(caseFile.key) : paths.caseOverview(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          {isFamily
            ? <p class="govuk-body">You can ask us to find out again what help is needed. Ask if needs have changed a lot. We must tell you what we decide by {dateWords(reassessmentAnswerBy(tx.today))}. If we say no, you can appeal. The plan goes on.</p>
            : <p class="govuk-body">The council tells the family within fifteen days whether it will reassess. It may refuse a request within six months of the last assessment, or where a further one is not necessary (CFA 2014 s.44(2); SEND Regulations 2014, regs 23 to 25).</p>}
          {may === 'not-at-this-stage' && errors.length === 0 ? <WarningText>{refusalWords({ kind: may, act: 'ask-for-reassessment', stage: caseFile.stage })}.</WarningText> : (
            <Form tokens={ask.frame.tokens}>
              {isCouncil && <RadiosField name="askedBy" legend="Who asked?" {...fields} items={reassessmentAskers.map((value) => ({ value, text: askerWords[value] }))} />}
              {isCouncil && <SelectField name="channel" label="How?" {...fields} items={[{ value: '', text: 'Select how' }, ...channels.map((value) => ({ value, text: channelWords[value] }))]} />}
              {isCouncil && <DateField name="on" legend="When did the council get it?" hint="Fifteen days count from this day" {...fields} />}
              <TextAreaField
                name="why" label={isFamily ? 'What has changed?' : 'Why?'} rows={7} maxLength={longestWhy} {...fields}
                hint={isFamily ? 'Tell us what is different now, and what the plan does not cover.' : 'What has changed since the last assessment'} whoCanSee={[`the ${caseFile.area.councilName} SEND team`]}
              />
              <Continue>{isCouncil ? 'Record the request' : 'Send'}</Continue>
            </Form>
          )}
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const viewed = await read(ask, (tx) => openCaseFile(tx, caseKeyOf(ask)))
  const isCouncil = isOfCouncil(viewed.parts)
  const why = ask.form.text('why')
  const askedBy = isCouncil ? reassessmentAskers.find((one) => one === ask.form.text('askedBy')) : askerOf(viewed)
  const channel = isCouncil ? channels.find((one) => one === ask.form.text('channel')) : 'hub'
  const on = isCouncil ? readDate(ask.form, 'on', { what: 'The day the council got it' }) : { value: ask.house.clock.today() }
  const errors: FieldError[] = [
    ...(askedBy === undefined ? [{ field: 'askedBy', message: 'Select who asked' }] : []), ...(channel === undefined ? [{ field: 'channel', message: 'Select how they asked' }] : []),
    ...('error' in on ? [on.error] : []),
    ...(why === '' ? [{ field: 'why', message: isCouncil ? 'Enter why they ask' : 'Tell us what has changed' }] : []),
    ...(why.length > longestWhy ? [{ field: 'why', message: `What you write must be ${longestWhy.toLocaleString('en-GB')} characters or fewer` }] : []),
  ]
  if (errors.length > 0 || askedBy === undefined || channel === undefined || 'error' in on) return form(ask, errors, ask.form.values())
  const asking: Asking = { askedBy, channel, on: on.value, why }
  const done = await askForReassessment(ask, caseKeyOf(ask), asking)
  if (!done.ok) return form(ask, [{ field: isCouncil && done.refusal.kind === 'in-the-future' ? 'on' : 'why', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(isCouncil ? paths.reassessments(caseKeyOf(ask), { done: 'recorded' }) : paths.caseOverview(caseKeyOf(ask), { done: 'sent' }))
}
