import type { Addressee } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { changeAnswerBy, changeKinds, changeKindWords } from '../../../domain/review/change-said.ts'
import { acceptedExtensions } from '../../../platform/files/file-kinds.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, DateField, FileField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { channelWords } from '../words.ts'
import { longestWords, ourselves, spokenChannels } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly isTeam: boolean
  readonly answerDays: number
  readonly family: readonly Addressee[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export const sayTitle = (caseFile: Pick<CaseFile, 'parts'>): string => (isOfFamily(caseFile.parts) ? 'Tell us that something has changed' : 'Say that something has changed')

export function view({ frame, caseFile, today, isTeam, answerDays, family, errors, values }: Props) {
  const isFamily = isOfFamily(caseFile.parts)
  const title = sayTitle(caseFile)
  const team = `the ${caseFile.area.councilName} SEND team`
  const audience = isTeam ? [team, 'whoever says it'] : ['you', team]
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.changes(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          {isFamily
            ? `If things are different now, tell us. We will decide what to do by ${dateWords(changeAnswerBy(today, answerDays))} and tell you why.`
            : `The council decides by ${dateWords(changeAnswerBy(today, answerDays))} what follows. Whoever says it sees the decision and the reasons.`}
        </p>
        {isFamily && caseFile.open.includes('ask-for-reassessment') && (
          <p class="govuk-body">Do you want us to find out again what help is needed? <a class="govuk-link" href={paths.askForReassessment(caseFile.key)}>Ask us to assess again</a> instead. Then we must answer in 15 days.</p>
        )}
        <p class="govuk-body">If a child is in danger now, call 999.</p>
        <Form tokens={frame.tokens} upload>
          {isTeam && (
            <>
              <RadiosField
                name="whose" legend="Who says it?" errors={errors} values={values}
                items={[
                  { value: ourselves, text: 'You, for the council' },
                  ...family.flatMap((one) => (one.personId === undefined ? [] : [{ value: one.personId, text: `${one.name}, ${one.relation ?? 'family'}`, hint: 'You write down what they told you' }])),
                ]}
              />
              <RadiosField name="how" legend="If a family member said it, how?" errors={errors} values={values} items={spokenChannels.map((channel) => ({ value: channel, text: channelWords[channel] }))} />
            </>
          )}
          <RadiosField name="what" legend="What has changed?" errors={errors} values={values} items={changeKinds.map((kind) => ({ value: kind, text: changeKindWords[kind][isFamily ? 'family' : 'staff'] }))} />
          <TextAreaField name="words" label={isFamily ? 'Tell us about it' : 'What is different now?'} rows={6} maxLength={longestWords} whoCanSee={audience} errors={errors} values={values} />
          <DateField name="since" legend="Since when? (optional)" hint={isFamily ? 'If you do not know the day, leave this empty.' : 'Leave this empty where the day is not known.'} errors={errors} values={values} />
          <FileField name="file" label="A letter, report or photo that shows it (optional)" hint="Smaller than 25MB." accept={acceptedExtensions} whoCanSee={audience} errors={errors} />
          <CheckboxesField
            name="review" legend="Do you ask for a review of the plan now?" errors={errors} values={values}
            items={[{ value: 'yes', text: isFamily ? 'Yes, please meet with me before the next review is due' : 'Yes, before the next one is due' }]}
          />
          <Button preventDoubleClick>Send</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
