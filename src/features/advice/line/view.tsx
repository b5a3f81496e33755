import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { findingsFor } from '../../../domain/advice/line-findings.ts'
import { markKinds } from '../../../domain/advice/guess-mark.ts'
import type { AdulthoodPathway, ProvisionKind } from '../../../domain/plan/line.ts'
import { adulthoodPathways, needAreas, periods, provisionKinds } from '../../../domain/plan/line.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, SelectField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { Advice } from '../advice-store.ts'
import { Findings } from '../findings.tsx'
import type { MarkedLine } from '../line-store.ts'
import { standards } from '../standards.ts'
import { markWords, needAreaWords } from '../words.ts'
import { longestLine, periodWords } from './form.ts'

export interface LineView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly advice: Advice
  readonly line: MarkedLine
  readonly errors: FormErrors
  readonly values: FormValues
}

const pathwayWords: Record<AdulthoodPathway, string> = { employment: 'Employment', 'independent-living': 'Independent living', community: 'Friends and community', health: 'Health' }
const kindWords: Record<ProvisionKind, string> = {
  teaching: 'Teaching', 'adult-support': 'Adult support', 'therapy-direct': 'Direct therapy', 'therapy-group': 'Group therapy', 'programme-by-trained-adult': 'Programme by a trained adult',
  consultation: 'Advice to staff', training: 'Training', equipment: 'Equipment', environment: 'Room, class or surroundings', strategy: 'Way of working', review: 'Review or check', nursing: 'Nursing',
  care: 'Care', 'short-break': 'Short break', other: 'Other',
}
const choose = { value: '', text: 'Not said' }

export function view({ frame, caseFile, advice, line, errors, values }: LineView) {
  const title = 'The wording of a line'
  const key = { ...caseFile.key, adviceId: advice.id }
  const isWorking = advice.state === 'working' || advice.state === 'returned'
  const back = isWorking ? { href: paths.sendAdvice(key), text: 'Back to all lines' } : { href: paths.advice(key), text: 'Back to the report' }
  const field = { errors, values }
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={back}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <h2 class="govuk-heading-s">The exact words in the report</h2>
        <blockquote class="govuk-inset-text hub-letter__text">{line.quote}</blockquote>
        <Findings findings={findingsFor(line)} />
        <Form tokens={frame.tokens}>
          <TextAreaField
            name="text" label="The line’s own wording" hint={line.kind === 'outcome' ? standards.outcomes.text : line.kind === 'provision' ? standards.provision.text : standards.needs.text}
            rows={5} maxLength={longestLine} whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'the family', 'professionals on the case']} {...field}
          />
          <SelectField name="kind" label="What is it?" items={markKinds.map((value) => ({ value, text: markWords[value] }))} {...field} />
          <SelectField name="section" label="Where it belongs in the plan" hint="Therapy or care that educates or trains belongs in section F, whoever gives it." items={sections.filter((one) => one !== 'I' && one !== 'J' && one !== 'K').map((value) => ({ value, text: `${value}: ${sectionTitles[value]}` }))} {...field} />
          {!line.isWorded && line.kind === 'provision' && <p class="govuk-inset-text">The fields below were read from the words. Please check each one. Leave empty what the words do not say: nothing is ever made up.</p>}
          {line.kind === 'provision' && <ProvisionPart {...field} caseFile={caseFile} />}
          {line.kind === 'need' && <SelectField name="area" label="Broad area of need" items={[choose, ...needAreas.map((value) => ({ value, text: needAreaWords[value] }))]} {...field} />}
          {line.kind === 'outcome' && (
            <>
              <TextField name="by" label="By when" hint="For example, July 2028" whoCanSee="said above" {...field} />
              <TextField name="measure" label="How anybody could tell" whoCanSee="said above" {...field} />
              <SelectField name="pathway" label="Preparing for adulthood" items={[{ value: '', text: 'None' }, ...adulthoodPathways.map((value) => ({ value, text: pathwayWords[value] }))]} {...field} />
            </>
          )}
          {line.kind === 'view' && (
            <>
              <RadiosField name="whose" legend="Whose view is it?" {...field} items={[{ value: 'child', text: 'The child’s or young person’s' }, { value: 'parent', text: 'A parent’s' }, { value: 'other', text: 'Somebody else’s' }]} />
              <TextField name="whoseName" label="Their name" whoCanSee="said above" {...field} />
              <TextField name="howGathered" label="How it was gathered" whoCanSee="said above" {...field} />
            </>
          )}
          <div class="govuk-button-group">
            <Button name="next" value="save" preventDoubleClick>Save the line</Button>
            <Button name="next" value="remove" variant="warning" preventDoubleClick>Take the mark off</Button>
          </div>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

function ProvisionPart({ errors, values, caseFile }: { errors: FormErrors; values: FormValues; caseFile: CaseFile }) {
  const field = { errors, values, whoCanSee: 'said above' as const }
  return (
    <>
      <SelectField name="provisionKind" label="Kind of provision" items={[choose, ...provisionKinds.map((value) => ({ value, text: kindWords[value] }))]} errors={errors} values={values} />
      <TextField name="who" label="Who does it" {...field} />
      <TextField name="what" label="What is done" {...field} />
      <TextField name="minutes" label="Minutes each time" inputMode="numeric" class="govuk-input--width-4" {...field} />
      <TextField name="times" label="Number of times" inputMode="numeric" class="govuk-input--width-4" {...field} />
      <SelectField name="per" label="In each" items={[choose, ...periods.map((value) => ({ value, text: periodWords[value] }))]} errors={errors} values={values} />
      <TextField name="weeks" label="Weeks in a year" inputMode="numeric" class="govuk-input--width-4" {...field} />
      <TextField name="howLong" label="For how long it goes on" {...field} />
      <TextField name="groupSize" label="With how many others" {...field} />
      <TextField name="setting" label="Where" {...field} />
      <TextField name="checkedBy" label="Who checks that it works" {...field} />
      <TextField name="checkedWhen" label="When it is checked" {...field} />
      <TextAreaField name="flexibleBecause" label="It cannot be fixed, because (only if it cannot)" hint="Why flexible wording is right for this child" rows={2} errors={errors} values={values} whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'the family']} />
    </>
  )
}
