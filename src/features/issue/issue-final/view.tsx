import type { OpenConsultation } from '../../../casebook/consultations.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { refusalGrounds } from '../../../domain/plan/section-38.ts'
import { DateField, RadiosField, SelectField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, Continue } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, listWords } from '../../../ui/words.ts'
import type { NameableSetting } from '../people-store.ts'
import type { Issuing } from './issuing.ts'
import type { AskedSetting, KeptPlacement } from './placement-form.ts'
import type { FamilyTime } from './prepare.ts'

interface Props {
  readonly frame: PageFrame
  readonly issuing: Issuing
  /** Section I of the plan in force, where it can stay as it is. */
  readonly kept?: KeptPlacement | undefined
  readonly caseFile: CaseFile
  /** Why the plan cannot be issued now, when it cannot. */
  readonly closed?: string
  readonly time?: FamilyTime
  readonly settings?: readonly NameableSetting[]
  readonly asked?: readonly AskedSetting[]
  readonly consultations?: readonly OpenConsultation[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const stateWords = { open: 'Not answered, time left', answered: 'Answered', 'time-passed': 'Did not answer in time' } as const

/** "Over since 8 January 2027" or until when, and who of the family has said that they have finished. */
export function timeWords({ lastDay, isOver, finished }: FamilyTime): string {
  if (lastDay === undefined) return 'Nothing has been sent to the family to answer'
  if (isOver) return `Over: it ended on ${dateWords(lastDay)}`
  const said = finished.said.length === 0 ? '' : ` ${listWords(finished.said.map(({ name, on }) => `${name} (${dateWords(on)})`))} said that they have finished.`
  const notYet = finished.notYet.length === 0 || said === '' ? '' : ` ${listWords([...finished.notYet])} ${finished.notYet.length === 1 ? 'has' : 'have'} not.`
  return `Runs until the end of ${dateWords(lastDay)}.${said}${notYet}`
}

export function view({ frame, issuing, kept, caseFile, closed, time, settings = [], asked = [], consultations = [], errors, values }: Props) {
  const { title, status } = issuing
  const whoCanSee = ['the family', 'everybody who gets the plan']
  const rights = asked.filter(({ isSection38 }) => isSection38)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {closed !== undefined && <WarningText>{closed}.</WarningText>}
        {closed === undefined && time !== undefined && (
          <>
            <SummaryList
              rows={[
                { key: 'The family’s time to answer', value: timeWords(time) },
                { key: 'The family asked for', value: asked.length === 0 ? 'No setting' : listWords(asked.map(({ settingName }) => settingName)) },
                { key: 'Settings asked', value: consultations.length === 0 ? 'None' : (
                  <ul class="govuk-list govuk-!-margin-bottom-0">
                    {consultations.map(({ name, state }) => <li><a class="govuk-link" href={paths.consultSettings(caseFile.key)}>{name}</a>: {stateWords[state]}</li>)}
                  </ul>
                ) },
                { key: 'The check', value: <a class="govuk-link" href={paths.planCheck(caseFile.key, { for: status })}>Check the {status === 'final' ? 'final' : 'amended'} plan</a> },
              ]}
            />
            <h2 class="govuk-heading-m">Section I: placement</h2>
            <Form tokens={frame.tokens} action={issuing.href(caseFile.key)}>
              <RadiosField
                name="placement" legend="What will section I say?" errors={errors} values={kept === undefined ? values : { placement: 'keep', ...values }}
                items={[
                  ...(kept === undefined ? [] : [{ value: 'keep', text: 'The same as in the plan in force', hint: kept.text }]),
                  { value: 'setting', text: 'The name and type of a school, nursery or college', conditional: (
                    <>
                      <SelectField
                        name="settingId" label="Which one?" errors={errors} values={values}
                        items={[{ value: '', text: 'Choose one' }, ...settings.map(({ id, name, about }) => ({ value: id, text: `${name} (${about})` }))]}
                      />
                      <TextField name="settingType" label="Its type, if not as recorded (optional)" hint="For example: mainstream primary school" whoCanSee={whoCanSee} errors={errors} values={values} />
                    </>
                  ) },
                  { value: 'type', text: 'A type of school or college only', conditional: (
                    <TextField name="typeOnly" label="What type?" hint="For example: special school" whoCanSee={whoCanSee} errors={errors} values={values} />
                  ) },
                  { value: 'eotas', text: 'Neither: education otherwise than in a school or college', hint: 'Only where any school or college would be inappropriate (Children and Families Act 2014, section 61)', conditional: (
                    <TextAreaField name="eotasReasons" label="Why would any school or college be inappropriate?" rows={4} whoCanSee={whoCanSee} errors={errors} values={values} />
                  ) },
                ]}
              />
              <DateField name="from" legend="From when? (optional)" hint="Leave it empty when it is the placement from today" errors={errors} values={values} />
              {rights.length > 0 && (
                <>
                  <h2 class="govuk-heading-m">If it is not what the family asked for</h2>
                  <p class="govuk-body">
                    The family has a right to ask for {listWords(rights.map(({ settingName }) => settingName), 'or')}. It must be named unless one of these
                    grounds is met (section 39(4)). Leave this empty when it is named.
                  </p>
                  <RadiosField
                    name="ground" legend="On what ground is it not named?" errors={errors} values={values}
                    items={Object.entries(refusalGrounds).map(([value, words]) => ({ value, text: `It is ${words}`.replace('It is attendance', 'Attendance') }))}
                  />
                  <TextAreaField name="groundReasons" label="Reasons and evidence for this child" hint="They go into the family’s letter as you type them." rows={5} whoCanSee={['the family']} errors={errors} values={values} />
                </>
              )}
              <TextAreaField
                name="letterReasons" label="What else did the family ask for that is not in the plan, and why? (optional)"
                hint="It goes into the family’s letter as you type it." rows={4} whoCanSee={['the family']} errors={errors} values={values}
              />
              <Continue>Read everything before it goes</Continue>
            </Form>
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}
