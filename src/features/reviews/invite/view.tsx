import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { adulthoodPathways } from '../../../domain/plan/line.ts'
import type { InviteePart } from '../../../domain/review/invitees.ts'
import { isNamedByLaw } from '../../../domain/review/invitees.ts'
import { meetingDays } from '../../../domain/review/review-dates.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, SelectField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { dateWords, listWords, plural } from '../../../ui/words.ts'
import { basisWords, inviteeWords, pathwayNeeds, pathwayWords } from '../one-review-words.ts'
import type { OpenReview } from '../open-review.ts'
import type { Invitation } from '../review-store.ts'
import type { Addable } from '../around-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly open: OpenReview
  readonly today: PlainDate
  readonly missing: readonly InviteePart[]
  readonly addable: readonly Addable[]
  readonly closed?: string
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view(props: Props) {
  const { frame, caseFile, open, missing, closed, errors, values } = props
  const { review, invitations, isYearNine, arrangement } = open
  const key = { ...caseFile.key, reviewId: review.id }
  const title = 'Who is invited'
  const fresh = invitations.filter(({ sentAt }) => sentAt === undefined)
  const { inviteBy } = meetingDays(review.meetingOn)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.review(key), text: 'Back to the review' }} wide>
      <span class="govuk-caption-l">{childName(caseFile)}, review on {dateWords(review.meetingOn)}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">Invitations go by {dateWords(inviteBy)} at the latest: two weeks before the meeting (SEND Regulations 2014, reg 20(3)). {fresh.length > 0 && inviteBy < props.today ? 'That day has passed: send them as soon as you can.' : ''}</p>
      {missing.length > 0 && <WarningText>The law also names: {listWords(missing.map((part) => inviteeWords[part]))}. Add who it is below.</WarningText>}
      <Table
        caption="The list" captionSize="m" head={[{ content: 'Who' }, { content: 'Why' }, { content: 'Asked about' }, { content: 'What they need' }, { content: 'Invitation' }]}
        rows={invitations.map((one) => [
          { content: <>{one.name}<br /><span class="hub-quiet">{one.profession ?? inviteeWords[one.part]}{one.pathway === undefined ? '' : `; ${pathwayWords[one.pathway].toLowerCase()}`}</span></> },
          { content: basisWords[one.part] },
          { content: one.part === 'officer' || one.lineIds.length === 0 ? 'No line; they can still write' : plural(one.lineIds.length, 'line') },
          { content: one.needs ?? 'Nothing on record' },
          { content: <Standing props={props} one={one} /> },
        ])}
      />
      {closed !== undefined ? <InsetText>{closed}.</InsetText> : (
        <>
          <Add {...props} />
          <Form tokens={frame.tokens}>
            {isYearNine && (
              <>
                <h2 class="govuk-heading-m">Getting ready for adult life</h2>
                <p class="govuk-body">Every review in or after Year 9 looks at it (SEND Regulations 2014, reg 20(6)). For each side, say whether somebody is needed in the room. If so, add them above first.</p>
                {adulthoodPathways.map((pathway) => (
                  <RadiosField
                    name={`need-${pathway}`} legend={`${pathwayWords[pathway]}: ${pathwayNeeds[pathway].question}`} hint={`For example: ${pathwayNeeds[pathway].who}`} class="govuk-radios--inline" errors={errors}
                    values={{ [`need-${pathway}`]: arrangement.needs[pathway] ?? '', ...values }} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]}
                  />
                ))}
              </>
            )}
            {fresh.length > 0
              ? <><p class="govuk-body">{plural(fresh.length, 'person or body has', 'people and bodies have')} no invitation yet. Each gets their own, in the way that is safe for them{fresh.some(({ part }) => part === 'other') ? '. Whoever is marked “invited another way” you invite yourself' : ''}.</p>
                <Button name="do" value="send" preventDoubleClick>Send the invitations</Button></>
              : <InsetText>Everybody on the list has their invitation.</InsetText>}
          </Form>
        </>
      )}
    </CasePage>
  )
}

function Standing({ props: { frame, caseFile, open, closed }, one }: { props: Props; one: Invitation }) {
  if (one.sentAt !== undefined) return <>Sent</>
  if (isNamedByLaw(one.part) || closed !== undefined) return <>Not sent yet</>
  return (
    <>
      Not sent yet
      <Form tokens={frame.tokens} action={paths.reviewTakeOff({ ...caseFile.key, reviewId: open.review.id, invitationId: one.id })}>
        <button type="submit" class="hub-link-button">Take off<span class="govuk-visually-hidden"> {one.name}</span></button>
      </Form>
    </>
  )
}

function Add({ frame, addable, open, missing, errors, values }: Props) {
  // Where somebody has to be added, nobody has to look for where.
  const isWanted = missing.length > 0 || (open.isYearNine && open.invitations.some(({ sentAt }) => sentAt === undefined))
  const pathways = open.isYearNine ? <SelectField name="pathway" label="Are they here for a side of adult life?" errors={errors} values={values} items={[{ value: '', text: 'No' }, ...adulthoodPathways.map((value) => ({ value, text: pathwayWords[value] }))]} /> : null
  return (
    <Details summary="Add somebody" open={isWanted || errors.some(({ field }) => field === 'who' || field === 'name')}>
      <Form tokens={frame.tokens}>
        <SelectField name="who" label="A service, or somebody in it" errors={errors} values={values} items={[{ value: '', text: 'Choose' }, ...addable.map(({ value, name }) => ({ value, text: name }))]} />
        <TextField name="name" label="Or the name of somebody who is not on Golden Thread" hint="Golden Thread sends them nothing. You invite them yourself, and can write down what they say" whoCanSee={['everybody who is invited']} errors={errors} values={values} />
        {pathways}
        <Button name="do" value="add" variant="secondary" preventDoubleClick>Add to the list</Button>
      </Form>
    </Details>
  )
}
