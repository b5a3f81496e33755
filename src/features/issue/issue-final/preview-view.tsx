import type { OpenConsultation } from '../../../casebook/consultations.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { CheckedPlan } from '../../../casebook/plan/plan-checking.ts'
import { lineNumbers } from '../../../domain/plan/line-numbers.ts'
import { paths } from '../../../paths.ts'
import { toBlocksView } from '../document-blocks.tsx'
import { CheckboxesField, SelectField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { Letter } from '../../../ui/letter.tsx'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import { listWords, plural } from '../../../ui/words.ts'
import { Findings } from '../check/findings-view.tsx'
import type { Target } from '../recipients.ts'
import type { AskedOnPage } from './issue-form.ts'
import type { Issuing } from './issuing.ts'
import { placementFields } from './placement-form.ts'
import type { FamilyLetter, FamilyTime, KeptFrom, Prepared } from './prepare.ts'
import { Providers } from './providers-view.tsx'
import { timeWords } from './view.tsx'

interface Props {
  readonly frame: PageFrame
  readonly issuing: Issuing
  readonly caseFile: CaseFile
  readonly prepared: Prepared
  readonly checked: CheckedPlan
  readonly letters: readonly FamilyLetter[]
  readonly kept: readonly KeptFrom[]
  readonly cards: readonly RecipientCard[]
  readonly asked: AskedOnPage
  readonly ticked: readonly string[]
  readonly time: FamilyTime
  readonly consultations: readonly OpenConsultation[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const carried: readonly string[] = [...placementFields, 'letterReasons']
const single = (value: FormValues[string]): string => (typeof value === 'string' || value === undefined ? value ?? '' : value[0] ?? '')

export function previewView(props: Props) {
  const { frame, caseFile, issuing, prepared, checked, letters, kept, time, values, errors } = props
  const title = 'Read everything before the plan goes'
  const mayGo = checked.verdict.may && (time.isOver || time.finished.finishedOn !== undefined)
  const chosen = Object.fromEntries(placementFields.map((name) => [name, single(values[name])]).filter(([, text]) => text !== ''))
  const missing = [...new Set(letters.flatMap(({ notice }) => notice.missing))]
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} {...(issuing.reviewId === undefined ? {} : { back: { href: paths.amendment({ ...caseFile.key, reviewId: issuing.reviewId }), text: 'Back to the amendment' } })}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Section I will say: <strong>{prepared.placement.map(({ text }) => text).join('; ')}</strong></p>
        <p class="govuk-body" id="family-time" tabindex={-1}>The family’s time to answer: {timeWords(time)}</p>
        <div id="held" tabindex={-1}>
          {checked.verdict.may && <p class="govuk-body">No fault in law holds the plan.</p>}
          <Findings caseFile={caseFile} checked={checked} release={caseFile.open.includes('release-check') ? { for: issuing.status, ...(issuing.reviewId === undefined ? {} : { reviewId: issuing.reviewId }), ...chosen } : undefined} />
        </div>

        <h2 class="govuk-heading-m" id="plan" tabindex={-1}>The plan as it will be read</h2>
        <Details summary={`Read the plan: ${plural(prepared.version.content.lines.length, 'line')}`} open={errors.some(({ field }) => field === 'plan')}>
          {toBlocksView(prepared.document)}
        </Details>

        <h2 class="govuk-heading-m" id="letter" tabindex={-1}>The letters to the family</h2>
        {letters.length === 0 && <WarningText>Nobody of the family would get the plan.</WarningText>}
        {missing.length > 0 && <WarningText>The letter cannot go yet. Still missing: {listWords(missing.map((element) => element.replaceAll('-', ' ')))}.</WarningText>}
        {letters.map(({ to, byPost, notice }) => (
          <>
            {to.needsInterpreter && <WarningText>{to.name} needs an interpreter{to.language === undefined ? '' : ` (${to.language})`}. Plan how they will get this on the same day.</WarningText>}
            {to.formats.length > 0 && <WarningText>{to.name} asked for {listWords([...to.formats])}. It must be ready on the same day.</WarningText>}
            <Details summary={`Letter to ${to.name}, ${byPost ? 'by post: print the plan and enclose it' : 'in the hub'}`}>
              <Letter letter={notice} />
            </Details>
          </>
        ))}
        <Form tokens={frame.tokens} action={issuing.href(caseFile.key)}>
          {carried.map((name) => <input type="hidden" name={name} value={single(values[name])} />)}
          <input type="hidden" name="seal" value={prepared.sha256} />
          <WhoGetsIt {...props} />
          <RecipientCards caseKey={caseFile.key} cards={props.cards} />
          <Confirm {...props} />
          {kept.length > 0 && (
            <WarningText>
              The plan holds words that somebody on the list must not see: {listWords(kept.map(({ name, term }) => `“${term.term}” for ${name}`))}. Change the plan, or take them off the list with a reason.
            </WarningText>
          )}
          {!mayGo && <WarningText>The plan cannot go out yet. See above what holds it.</WarningText>}
          <div class="govuk-button-group">
            <Button name="step" value="issue" preventDoubleClick>{issuing.button}</Button>
            <Button name="step" value="change" variant="secondary">Change section I</Button>
          </div>
          <p class="govuk-hint">The plan is issued in your name. Nobody can change it after that, except by an amended plan.</p>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

function WhoGetsIt({ caseFile, prepared, asked, ticked, values, errors }: Props) {
  const numbers = lineNumbers(prepared.version.content)
  const whoCanSee = [`the ${caseFile.area.councilName} SEND team`]
  const because = ({ reasons }: Target) => reasons.map(({ words, citation, lineIds }) =>
    `${words}${lineIds.length === 0 ? '' : ` (${lineIds.map((id) => numbers.get(id) ?? '').join(', ')})`}. ${citation}`)
  return (
    <>
      <h2 class="govuk-heading-m">Who gets the plan</h2>
      <CheckboxesField
        name="recipients" legend={`${plural(prepared.targets.length, 'recipient')}, worked out from what the plan says`} small errors={errors}
        values={{ recipients: [...ticked] }}
        items={prepared.targets.map((target) => ({
          value: target.key,
          text: <>{target.name}, {target.role} {target.isOwed && <Tag colour="blue">By law</Tag>}</>,
          hint: <>{because(target).map((words) => <span class="hub-reason">{words} </span>)}</>,
        }))}
      />
      <TextAreaField
        name="leftOutReason" label="If you took somebody off the list: why do they not get the plan?" rows={3} whoCanSee={whoCanSee} errors={errors} values={values}
        hint="They will not be able to open it. Somebody marked “By law” is left out only where a court order or the like says so."
      />
      {prepared.distribution.leftOut.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Family members who do not get it</h3>
          <ul class="govuk-list govuk-list--bullet">{prepared.distribution.leftOut.map(({ name, why }) => <li>{name}: {why}</li>)}</ul>
        </>
      )}
      <Providers asked={asked} targets={prepared.targets} numbers={numbers} whoCanSee={whoCanSee} errors={errors} values={values} />
      {prepared.notReached.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Not on this list: somebody must see to these</h3>
          <ul class="govuk-list govuk-list--bullet">{prepared.notReached.map((words) => <li>{words}</li>)}</ul>
        </>
      )}
      <SelectField
        name="addOrganisationId" label="Somebody else who needs it (optional)" errors={errors} values={values}
        items={[{ value: '', text: 'Nobody else' }, ...asked.addable.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <TextField name="addReason" label="Why do they need it?" whoCanSee={whoCanSee} errors={errors} values={values} />
    </>
  )
}

function Confirm({ asked, consultations, time, values, errors }: Props) {
  return (
    <>
      {asked.mustConsider && (
        <CheckboxesField
          name="considered" legend="The settings that were asked" errors={errors} values={values}
          items={[{ value: 'yes', text: `The answers of ${listWords(consultations.map(({ name }) => name))} have been considered` }]}
        />
      )}
      {asked.mustConfirmFinished && (
        <CheckboxesField
          name="finished" legend="The family’s time is not over" errors={errors} values={values} hint={timeWords(time)}
          items={[{ value: 'yes', text: 'I have made sure that the whole family has finished with the draft and wants the plan now' }]}
        />
      )}
    </>
  )
}
