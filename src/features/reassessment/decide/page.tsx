import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { noticeFor } from '../../../casebook/sending/notices.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { readReassessments } from '../../../casebook/reassessments.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { isWithinSixMonths, lastAssessedOn, reassessmentsOf } from '../../../domain/reassessment/reassessments-of.ts'
import { legalTests } from '../../../domain/rights/legal-tests.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckLetters } from '../../../ui/check-letters.tsx'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { ReassessDecision } from '../reassessment-acts.ts'
import { decideReassessment, decideRefusal, decisionExtra } from '../reassessment-acts.ts'
import { refusalWords } from '../words.ts'

const longestReasons = 8000

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  const id = param(ask, 'reassessmentId')
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const one = id === 'new' ? undefined : reassessmentsOf(caseFile.facts).find((each) => each.id === id)
    if (id !== 'new' && one?.requested === undefined) throw new NotFound('reassessment')
    const kept = one === undefined ? undefined : (await readReassessments(tx, caseFile)).get(one.id)
    const assessedOn = lastAssessedOn(caseFile.facts)
    const within = one?.requested !== undefined && isWithinSixMonths(assessedOn, one.requested.happenedOn)
    const may = mayAct('decide-reassessment', caseFile.parts, caseFile.stage)
    const done = one !== undefined && (one.decided ?? one.begun) !== undefined
    const closed = may === 'not-at-this-stage' ? refusalWords({ kind: may, act: 'decide-reassessment', stage: caseFile.stage }) : done ? refusalWords({ kind: 'decided-already' }) : undefined
    const title = one === undefined ? 'Begin a new assessment' : 'Decide whether to assess again'
    const { asks, notes, law } = legalTests.reassess
    const fields = { errors, values }
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.reassessments(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          {one?.requested !== undefined && (
            <SummaryList rows={[
              { key: 'Asked for on', value: dateWords(one.requested.happenedOn) }, { key: 'Why', value: <span class="hub-letter__text">{kept?.why ?? ''}</span> },
              { key: 'Last assessed', value: assessedOn === undefined ? 'Not on this record' : dateWords(assessedOn) },
            ]}
            />
          )}
          {one !== undefined && (
            <InsetText>
              <p class="govuk-body">{asks}</p>
              <ul class="govuk-list govuk-list--bullet">
                {notes.map((note) => <li>{note}</li>)}
                <li>{within ? 'The request came within six months of the last assessment: the council may refuse, and need not.' : 'There was no assessment in the six months before the request: it can be refused only where a further one is not necessary.'}</li>
              </ul>
              <p class="govuk-body hub-quiet">{law.join('; ')}</p>
            </InsetText>
          )}
          {closed !== undefined && errors.length === 0 ? <WarningText>{closed}.</WarningText> : (
            <Form tokens={ask.frame.tokens}>
              {one !== undefined && <RadiosField name="necessary" legend="Is a further assessment necessary?" inline {...fields} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />}
              {one !== undefined && <RadiosField name="outcome" legend="What do you decide?" {...fields} items={[{ value: 'reassess', text: 'Assess again', hint: 'The plan goes on, and the final plan follows within fourteen weeks' }, { value: 'refuse', text: 'Do not assess again', hint: 'The family can appeal' }]} />}
              <TextAreaField name="reasons" label="Reasons for the decision" rows={7} maxLength={longestReasons} {...fields} hint="In plain words, about this child. They go into the letter as you type them." whoCanSee={['the family', `the ${caseFile.area.councilName} SEND team`]} />
              <Continue>Read the letter before it goes</Continue>
            </Form>
          )}
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

function readDecision(ask: Ask): { value: ReassessDecision } | { errors: FieldError[] } {
  const reassessmentId = param(ask, 'reassessmentId')
  const isOwn = reassessmentId === 'new'
  const outcome = isOwn ? 'reassess' : (['reassess', 'refuse'] as const).find((one) => one === ask.form.text('outcome'))
  const [necessary, reasons] = [isOwn ? 'yes' : ask.form.text('necessary'), ask.form.text('reasons')]
  const errors: FieldError[] = [
    ...(necessary === 'yes' || necessary === 'no' ? [] : [{ field: 'necessary', message: 'Select yes if a further assessment is necessary' }]),
    ...(outcome === undefined ? [{ field: 'outcome', message: 'Select what you decide' }] : []),
    ...(reasons === '' ? [{ field: 'reasons', message: 'Enter the reasons for the decision' }] : []),
    ...(reasons.length > longestReasons ? [{ field: 'reasons', message: `Reasons must be ${longestReasons.toLocaleString('en-GB')} characters or fewer` }] : []),
  ]
  return errors.length > 0 || outcome === undefined ? { errors } : { value: { reassessmentId, outcome, isNecessary: necessary === 'yes', reasons } }
}

async function check(ask: Ask, decision: ReassessDecision): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const wrong = decideRefusal(caseFile, decision)
    if (wrong !== undefined) return { wrong }
    const family = await listFamilyAddressees(tx, caseFile, decision.outcome === 'refuse' ? 'appeal' : 'sharing')
    const cards = await recipientCards(tx, caseFile, family.map((to) => ({ to, sees: ['Their own copy of the letter below'] })))
    return page(CheckLetters({
      frame: ask.frame, caseFile, title: 'Check the letter before you decide', values: ask.form.values(), cards, button: 'Decide and send',
      lead: decision.outcome === 'reassess' ? <>You decide: <strong>assess again</strong>.</> : <>You decide: <strong>do not assess again</strong>.</>,
      letters: family.map((to) => ({ to, notice: noticeFor(caseFile, decision.outcome === 'reassess' ? 'will-reassess' : 'refuse-reassessment', to, tx.today, decisionExtra(decision, tx.today)) })),
    }))
  })
  return 'wrong' in shown ? form(ask, [{ field: 'outcome', message: refusalWords(shown.wrong) }], ask.form.values()) : shown
}

export async function submit(ask: Ask): Promise<Reply> {
  const given = readDecision(ask)
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  if (ask.form.text('step') === 'change') return form(ask, [], ask.form.values())
  if (ask.form.text('step') !== 'send') return check(ask, given.value)
  const done = await decideReassessment(ask, caseKeyOf(ask), given.value)
  if (!done.ok) return form(ask, [{ field: given.value.reassessmentId === 'new' ? 'reasons' : 'outcome', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.reassessments(caseKeyOf(ask), { done: 'decided' }))
}
