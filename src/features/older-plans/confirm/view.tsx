import type { Area } from '../../../casebook/open-case-file.ts'
import { likenessWords, stageWordsOf } from '../words.ts'
import { adviceListed } from '../../../domain/older-plans/plan-of-pieces.ts'
import { countsOf } from '../../../domain/older-plans/placing.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, DateField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, listWords, plural } from '../../../ui/words.ts'
import type { LikeChild } from '../like-children-store.ts'
import type { OlderPlan } from '../older-plan-store.ts'
import { nameOnPlan } from '../open-older-plan.ts'
import type { ConfirmRefusal } from './confirm-older-plan.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Pick<Area, 'code' | 'councilName'>
  readonly plan: OlderPlan
  readonly like: readonly LikeChild[]
  readonly waiting: number
  readonly isMine: boolean
  /** The setting that section I names, where exactly one is called so. */
  readonly setting?: string
  readonly refusal?: ConfirmRefusal
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, area, plan, like, waiting, isMine, setting, refusal, errors, values }: Props) {
  const title = `Confirm the plan of ${nameOnPlan(plan)}`
  const key = { area: area.code, olderPlanId: plan.id }
  const seen = [`the SEND team of ${area.councilName}`]
  const { placed, unsure, empty } = countsOf(plan.pieces)
  const undated = adviceListed(plan.pieces).filter(({ dated }) => dated === undefined).length
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.olderPlan(key) }} councilName={area.councilName}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{plural(placed, 'line')} in their sections. <a class="govuk-link" href={paths.olderPlanOriginal(key)}>Open the file as it came</a></p>
        {waiting > 0 && <WarningText>{plural(waiting, 'piece')} of words still {waiting === 1 ? 'waits' : 'wait'} to be placed. The plan cannot be confirmed before each is placed or left out.</WarningText>}
        {unsure > 0 && <InsetText>{plural(unsure, 'line')} {unsure === 1 ? 'is' : 'are'} in a section that we are not sure of. By confirming you say that they are right.</InsetText>}
        {empty.length > 0 && <InsetText>Nothing was found for {listWords(empty.map((section) => `section ${section}`))}. Check the file: an empty section stays empty.</InsetText>}
        {undated > 0 && <p class="govuk-body">{undated} of the reports in section K {undated === 1 ? 'has' : 'have'} no day in the file, and will be listed without.</p>}
        {plan.facts.isDraft === true && <WarningText>The file says that it is a draft. Only a final plan is in force.</WarningText>}
        {!isMine && <p class="govuk-body">You do not have this plan in hand. Start on it, or take it over, before you confirm it.</p>}
        <Refused refusal={refusal} />
        <Form tokens={frame.tokens}>
          <input type="hidden" name="n" value={String(values['n'] ?? plan.n)} />
          <RadiosField
            name="case" legend="Whose plan is it?" fieldset={{ legendSize: 'm' }} errors={errors} values={values}
            items={[...like.map((child) => ({ value: child.caseId, text: `${child.name}, born ${dateWords(child.bornOn)}, case ${child.reference}`, hint: `${likenessWords(child.alike)}. ${child.hasPlan ? 'There is a plan on this case already' : stageWordsOf(child.stage)}` })), { value: 'new', text: 'A child who has no case here yet' }]}
          />
          {refusal?.kind === 'differs' && <CheckboxesField name="isSameChild" legend="Is it the same child?" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={[{ value: 'yes', text: 'Yes: I have looked at the file and the record, and both are this child’s' }]} />}
          <h2 class="govuk-heading-m">The child, as the plan says</h2>
          <TextField name="givenName" label="First names" whoCanSee={[...seen, 'everybody on the case']} errors={errors} values={values} />
          <TextField name="familyName" label="Last name" whoCanSee={[...seen, 'everybody on the case']} errors={errors} values={values} />
          <DateField name="bornOn" legend="Date of birth" errors={errors} values={values} />
          <TextField name="upn" label="UPN, if the plan says it" whoCanSee={seen} errors={errors} values={values} />
          <TextField name="nhsNumber" label="NHS number, if the plan says it" whoCanSee={seen} errors={errors} values={values} />
          <p class="govuk-hint">A case that you choose above keeps its own name, day and numbers.</p>
          <h2 class="govuk-heading-m">The days that count</h2>
          <DateField name="firstMadeOn" legend="When was the plan first made?" hint="The very first final plan of this child. The first review is counted from it." errors={errors} values={values} />
          <DateField name="issuedOn" legend="When was this version sent to the family?" errors={errors} values={values} />
          <RadiosField
            name="lastReview" legend="What came of the last review?" hint="The next review is counted from it." errors={errors} values={values}
            items={[{ value: 'none', text: 'There has been no review yet' }, { value: 'kept', text: 'The plan was kept as it was' }, { value: 'changed', text: 'The plan was changed: this is the changed plan' }, { value: 'open', text: 'The meeting was held, and the family has not been told what was decided' }]}
          />
          <DateField name="reviewedOn" legend="When was the last review meeting?" hint="Leave it empty if there has been no review." errors={errors} values={values} />
          <DateField name="decidedOn" legend="When was the family told what was decided?" hint="Leave it empty if it has not been told, or if there has been no review." errors={errors} values={values} />
          <h2 class="govuk-heading-m">Where</h2>
          <TextField name="settingName" label="The school, college or other setting that section I names" hint="Leave it empty if it names none." whoCanSee={[...seen, 'everybody on the case']} errors={errors} values={values} />
          {setting !== undefined && <CheckboxesField name="givesSetting" legend={`Is it ${setting}?`} fieldset={{ legendSize: 's' }} errors={errors} values={values} items={[{ value: 'yes', text: `Yes: the child goes there now, and ${setting} may see the case from today` }]} />}
          {refusal?.kind === 'others-named' && refusal.mayDecide && <TextAreaField name="othersReason" label="Why do these words belong in this plan?" whoCanSee={seen} rows={3} errors={errors} values={values} />}
          <p class="govuk-body">This makes the plan above the plan in force. Nobody is sent anything. The file stays with the case.</p>
          <Button preventDoubleClick>Confirm the plan</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}

const differenceWords = { name: 'Name', 'born-on': 'Date of birth', upn: 'UPN' } as const

function Refused({ refusal }: { readonly refusal: ConfirmRefusal | undefined }) {
  if (refusal?.kind === 'differs' || refusal?.kind === 'another-child') {
    return <Table caption="Where the file and the record differ" captionSize="m" head={['What', 'In the file', 'On record'].map((content) => ({ content }))} rows={refusal.differences.map(({ what, inFile, onRecord }) => [differenceWords[what], inFile, onRecord].map((content) => ({ content })))} />
  }
  if (refusal?.kind !== 'others-named') return null
  return (
    <InsetText>
      <p class="govuk-body">These words seem to be about another child:</p>
      <ul class="govuk-list govuk-list--bullet">{refusal.found.map(({ around }) => <li>{around}</li>)}</ul>
    </InsetText>
  )
}
