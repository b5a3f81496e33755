import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { PlanLine } from '../../../domain/plan/line.ts'
import { adulthoodPathways } from '../../../domain/plan/line.ts'
import { linesInOrder } from '../../../domain/plan/plan-order.ts'
import { isFamilyInvitee } from '../../../domain/review/invitees.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, SelectField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, listWords, plural } from '../../../ui/words.ts'
import type { KeptContribution } from '../contribution-store.ts'
import { ContributionRead } from '../contribution-read.tsx'
import { AddFields, LineFields } from '../line-fields.tsx'
import { inviteeWords, pathwayWords } from '../one-review-words.ts'
import type { OpenReview } from '../open-review.ts'
import { giveBy } from '../open-review.ts'
import type { FreeQuestion } from '../questions.ts'
import { gatherings } from '../questions.ts'
import type { Invitation } from '../review-store.ts'
import { longestView } from './form.ts'

export interface ContributeProps {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly open: OpenReview
  readonly invitation: Invitation
  readonly isForAnother: boolean
  /** A child or young person answers for themselves. */
  readonly isOwnVoice: boolean
  readonly lines: readonly PlanLine[]
  readonly allLines: readonly PlanLine[]
  readonly numbers: ReadonlyMap<string, string>
  readonly questions: readonly FreeQuestion[]
  readonly kept?: KeptContribution
  readonly version: number
  readonly mayChange: boolean
  /** What was sent is being changed. */
  readonly isChanging: boolean
  readonly today: PlainDate
  /** What somebody else saved in between, when this save was not taken. */
  readonly newer?: KeptContribution
  readonly closed?: string
  readonly errors: FormErrors
  readonly values: FormValues
}

function titleOf({ invitation, isForAnother, isOwnVoice, caseFile }: ContributeProps): string {
  if (invitation.part === 'child' && !isOwnVoice) return `What ${caseFile.child.preferredName} says`
  if (isForAnother) return `What ${invitation.name} says`
  return isFamilyInvitee(invitation.part) ? 'What you think' : 'Your part for the review'
}

export function view(props: ContributeProps) {
  const { frame, caseFile, open, kept, closed, newer, errors } = props
  const title = titleOf(props)
  const key = { ...caseFile.key, reviewId: open.review.id }
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.review(key), text: 'Back to the review' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}, review on {dateWords(open.review.meetingOn)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {closed !== undefined && <WarningText>{closed}.</WarningText>}
        {closed !== undefined && caseFile.open.includes('say-change') && <p class="govuk-body">Is something in it wrong, or is it different now? <a class="govuk-link" href={paths.sayChange(caseFile.key)}>Tell the council what has changed</a>.</p>}
        {kept?.givenAt !== undefined && errors.length === 0 && !(props.isChanging && closed === undefined) ? <Given {...props} kept={kept} /> : (
          <>
            {newer !== undefined && (
              <Details summary={`What ${newer.savedByName} saved meanwhile`} open><ContributionRead contribution={newer} lines={props.allLines} numbers={props.numbers} /></Details>
            )}
            {(closed === undefined || errors.length > 0) && <Writing {...props} />}
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}

/** What was sent, and until the report is sent a way to say it otherwise. */
function Given({ caseFile, open, invitation, kept, closed, mayChange, allLines, numbers }: ContributeProps & { readonly kept: KeptContribution }) {
  const key = { ...caseFile.key, reviewId: open.review.id, invitationId: invitation.id }
  return (
    <>
      <ContributionRead contribution={kept} lines={allLines} numbers={numbers} showsEarlier />
      {closed === undefined && mayChange && (
        <>
          <Button href={paths.reviewContribute(key, { change: 'yes' })} variant="secondary">Change what was sent</Button>
          <p class="govuk-hint">You can change it until the report of the meeting is sent.</p>
        </>
      )}
    </>
  )
}

/** Who reads it, said once for every box of the page. */
function audienceOf({ caseFile, open, invitation, kept }: ContributeProps): string {
  const council = `the ${caseFile.area.councilName} SEND team`
  const convenor = open.arrangement.convenor?.name
  const first = convenor === undefined ? council : `${convenor} and ${council}`
  const rest = invitation.part === 'parent' ? 'the other people who are invited get it with the papers, but no other parent does' : 'everybody who is invited gets it with the papers'
  if (kept?.givenAt !== undefined) return `When you send the change, ${first} can read it, and what you sent before is kept beside it. Everybody else who is invited goes on reading what they have, until the papers are sent round again.`
  return `Nobody else sees this until you send it. Then ${first} can read it, and ${rest}. What you want changed in the plan goes to the council as your proposal.`
}

function Writing(props: ContributeProps) {
  const { frame, caseFile, open, invitation, isForAnother, lines, version, today, isChanging, errors, values } = props
  const isFamily = isFamilyInvitee(invitation.part)
  const key = { ...caseFile.key, reviewId: open.review.id, invitationId: invitation.id }
  return (
    <Form tokens={frame.tokens} action={paths.reviewContribute(key)}>
      <input type="hidden" name="version" value={String(version)} />
      {isChanging && <input type="hidden" name="change" value="yes" />}
      <p class="govuk-body">{isChanging ? 'This is what was sent. Change what is not right, and send it again.' : `Please send it by ${dateWords(giveBy(open, invitation, today))}.`} {isFamily ? 'Answer what you like and leave the rest.' : lines.length === 0 ? 'No line of the plan is yours to judge; say what the review should know.' : `You are asked about ${plural(lines.length, 'line')} of the plan. Leave what you cannot say.`}</p>
      <p class="hub-who-can-see govuk-!-margin-bottom-6"><strong>Who can see this:</strong> {audienceOf(props)}</p>
      {isForAnother && (
        <SelectField name="channel" label="How did they tell you?" errors={errors} values={values} items={[
          { value: 'in-person', text: 'In person' }, { value: 'phone', text: 'By phone' }, { value: 'interpreter', text: 'Through an interpreter' }, { value: 'letter', text: 'In writing' }, { value: 'email', text: 'By email' },
        ]} />
      )}
      {isFamily ? <><Free {...props} /><Details summary="Go through the plan line by line (you do not have to)" open={errors.some(({ field }) => /^(answer|words|text)-/.test(field))}><Lines {...props} /></Details></>
        : <><Lines {...props} /><Free {...props} />{open.isYearNine && <Adulthood {...props} />}</>}
      <AddFields errors={errors} values={values} />
      {!isChanging && <p class="govuk-hint" data-autosave={paths.reviewContributeAutosave(key)} role="status" />}
      <div class="govuk-button-group">
        <Button name="next" value="give" preventDoubleClick>{isChanging ? 'Send the change' : isForAnother ? 'Record their part' : 'Send my part'}</Button>
        {isChanging ? <a class="govuk-link" href={paths.reviewContribute(key)}>Leave it as it is</a> : <Button name="next" value="save" variant="secondary" preventDoubleClick>Save and come back later</Button>}
      </div>
      <p class="govuk-hint">{isChanging ? 'What was sent stays until you send the change.' : 'You can change it until the report of the meeting is sent.'}</p>
    </Form>
  )
}

const Lines = ({ lines, numbers, errors, values }: ContributeProps) => <>{linesInOrder(lines).map((line) => <LineFields line={line} number={numbers.get(line.id) ?? ''} errors={errors} values={values} />)}</>

function Free(props: ContributeProps) {
  const { questions, invitation, isOwnVoice, open, errors, values } = props
  const isChild = invitation.part === 'child' || invitation.part === 'young-person'
  const others = open.invitations.filter(({ id, part }) => id !== invitation.id && part !== 'officer')
  return (
    <>
      {isChild && (
        <>
          <CheckboxesField name="how" legend={isOwnVoice ? 'How are you telling us?' : 'How were they asked?'} hint="Select all that apply" small errors={errors} values={values} items={Object.entries(gatherings).map(([value, text]) => ({ value, text }))} />
          <TextField name="helper" label="Who helped?" hint="Name, and how they know the child" whoCanSee="said above" errors={errors} values={values} />
        </>
      )}
      {questions.map(({ key, question, hint }) => (
        <TextAreaField name={`view-${key}`} label={question} labelOptions={{ class: 'govuk-label--s' }} {...(hint === undefined ? {} : { hint })} rows={3} maxLength={longestView} threshold={75} whoCanSee="said above" errors={errors} values={values} />
      ))}
      {isChild && others.length > 0 && (
        <CheckboxesField
          name="notFor" small errors={errors} values={values} legend={isOwnVoice ? 'Is there anybody who must not read this?' : 'Is there anybody they do not want to read this?'}
          hint="The council’s team reads all of it" items={others.map(({ id, name, part }) => ({ value: id, text: `${name} (${inviteeWords[part]})` }))}
        />
      )}
    </>
  )
}

function Adulthood({ errors, values }: ContributeProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Getting ready for adult life</h2>
      <InsetText>In or after Year 9 every agency looks at all four ({listWords(adulthoodPathways.map((one) => pathwayWords[one].toLowerCase()))}). If you have nothing to add to one, tick that.</InsetText>
      {adulthoodPathways.map((pathway) => (
        <>
          <TextAreaField name={`path-${pathway}`} label={pathwayWords[pathway]} labelOptions={{ class: 'govuk-label--s' }} rows={2} maxLength={longestView} threshold={75} whoCanSee="said above" errors={errors} values={values} />
          <CheckboxesField name={`path-none-${pathway}`} legend={<span class="govuk-visually-hidden">{pathwayWords[pathway]}</span>} small errors={errors} values={values} items={[{ value: 'yes', text: 'Considered: nothing from us' }]} />
        </>
      ))}
    </>
  )
}
