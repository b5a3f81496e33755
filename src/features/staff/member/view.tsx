import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { roleNames } from '../../../domain/access/roles-at.ts'
import { paths } from '../../../paths.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { RolesField } from '../add/view.tsx'
import type { StaffEvent } from '../change-store.ts'
import type { Somebody } from '../open-body.ts'
import type { Body } from '../staff-store.ts'
import { eventSentence, lastUsedWords, wayInWords } from '../words.ts'

interface Props {
  readonly frame: PageFrame
  readonly body: Body
  readonly somebody: Somebody
  readonly today: PlainDate
  readonly providers: readonly { readonly name: string; readonly title: string }[]
  readonly isOneself: boolean
  readonly events: readonly StaffEvent[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, body, somebody, providers, isOneself, events, errors, values }: Props) {
  const { name, email, now } = somebody
  const key = { organisationId: body.id, personId: somebody.id }
  return (
    <HubPage frame={frame} title={name} errors={errors} back={{ href: paths.staffOf(key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l"><span class="govuk-caption-l">{body.name}</span>{name}</h1>
        {now === undefined
          ? <InsetText>{name} does not work here now. Give them a role to let them back in.</InsetText>
          : (
            <SummaryList
              rows={[
                { key: 'What they do here', value: roleNames(now.roles) }, { key: 'Since', value: dateWords(now.since) },
                now.lastOn !== undefined && { key: 'Last day', value: dateWords(now.lastOn) },
                { key: 'Email', value: <span class="hub-break">{email ?? 'None recorded'}</span> }, { key: 'Last used', value: lastUsedWords(now) },
                { key: 'How they sign in', value: wayInWords(now.wayIn, new Map(providers.map((one) => [one.name, one.title]))) }, { key: 'Review due', value: dateWords(now.reviewDueOn) },
              ]}
            />
          )}
        {now?.lastOn !== undefined && (
          <Form tokens={frame.tokens} action={paths.staffStays(key)}><Button variant="secondary">They stay after all</Button></Form>
        )}
        {isOneself && <InsetText>This is you. You cannot give yourself a role: another administrator can.</InsetText>}
        <Form tokens={frame.tokens} action={paths.staffMember(key)}>
          <RolesField kind={body.kind} errors={errors} values={values} />
          <p class="govuk-body">What you take away is gone with the next page they ask for.</p>
          <Continue>Save</Continue>
        </Form>
        {now !== undefined && (
          <>
            <h2 class="govuk-heading-m">They are leaving</h2>
            <p class="govuk-body">End their access now, or on a day to come, and say who takes on their work.</p>
            <Button href={paths.staffLeaves(key)} variant="warning">Remove {name}</Button>
            <h2 class="govuk-heading-m">They cannot get in</h2>
            <p class="govuk-body">Make sure that it is them: see them, or ring a number that you know. A new invitation ends what they had before: passwords, passkeys and open sessions.</p>
            <Form tokens={frame.tokens} action={paths.inviteStaff(key)}><Button variant="secondary">Invite them again</Button></Form>
          </>
        )}
        <h2 class="govuk-heading-m">What was done</h2>
        {events.length === 0 ? <p class="govuk-body">Nothing since this list is kept.</p> : <ul class="govuk-list govuk-list--bullet">{events.map((event) => <li>{eventSentence(event)}</li>)}</ul>}
      </TwoThirds>
    </HubPage>
  )
}
