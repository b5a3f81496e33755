import type { InvitationState } from '../../../casebook/accounts/invitations.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { NotInvited } from '../../../domain/sign-in/may-invite.ts'
import { paths } from '../../../paths.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, Continue } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { FamilyInvitee } from './family-store.ts'

const whyWords: Record<NotInvited, string> = {
  'not-on-case': 'They have no part in the case today. Only somebody who can see the case is invited: change that on the Family page first, if it is right.',
  restricted: 'A restriction is in force for them. Nobody is let in while one is. Look at the order with your manager first.',
  'not-by-email': 'The record says that email is not a safe way to reach them. Ask them what is safe, and change “How to reach them” on the Family page if that is right.',
  'no-email': 'No email address is recorded for them. Record one on the Family page first.',
}

const stateWords = ({ state, invitedAt, endsAt }: InvitationState): string => {
  if (state === 'account') return 'They have an account already. Invite them again only if they have lost every way in, and you have made sure who they are: what they have now stops working, and they are told.'
  if (state === 'open') return `They were invited on ${invitedAt === undefined ? '' : dateTimeWords(invitedAt)}. That link works until ${endsAt === undefined ? '' : dateTimeWords(endsAt)}. A new invitation ends it.`
  if (state === 'spent') return 'There were too many wrong tries at the last invitation, so it is over. Check with them that it reached the right person before you invite them again.'
  return state === 'over' ? 'The last invitation was not used in 48 hours.' : 'They have not been invited yet.'
}

export function view({ frame, caseFile, invitee, state, why, facts, errors, values }: {
  frame: PageFrame; caseFile: CaseFile; invitee: FamilyInvitee; state: InvitationState; why: NotInvited | undefined; facts: readonly ('code' | 'birth-date')[]; errors: FormErrors; values: FormValues
}) {
  const title = `Invite ${invitee.name} to open an account`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{stateWords(state)}</p>
        {why !== undefined ? <InsetText>{whyWords[why]}</InsetText> : (
          <>
            <p class="govuk-body">We email a link to <strong>{invitee.email}</strong>. It works once, in the next 48 hours. The email does not name the child, the council or this service’s purpose.</p>
            <p class="govuk-body">Whoever opens the link must also know one more thing.</p>
            <Form tokens={frame.tokens}>
              <RadiosField
                name="secondFact" legend="What must they know to open the account?" errors={errors} values={values}
                items={[
                  { value: 'code', text: 'A code that I tell them', hint: 'You see it on the next page. Tell them by phone on a number that you know, in a letter, or face to face. Never by email.' },
                  facts.includes('birth-date') && { value: 'birth-date', text: 'The child’s date of birth', hint: 'Everybody in the family knows it. Choose this only if it does not matter who of them opens the link.' },
                ]}
              />
              <Continue>Send the invitation</Continue>
            </Form>
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}

export function invitedView({ frame, caseFile, invitee, code }: { frame: PageFrame; caseFile: CaseFile; invitee: FamilyInvitee; code?: string }) {
  const title = `${invitee.name} is invited`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {code === 'shown-before' && <p class="govuk-body">The code was shown when you sent the invitation, and cannot be shown again. If you did not note it, <a class="govuk-link" href={paths.caseInvite({ ...caseFile.key, personId: invitee.personId })}>invite them again</a>.</p>}
        {code !== undefined && code !== 'shown-before' && (
          <>
            <p class="govuk-body">Tell them this code by phone on a number that you know, in a letter, or face to face:</p>
            <p class="govuk-heading-l"><code>{code}</code></p>
            <WarningText>This code is shown once. Do not send it by email: whoever reads the invitation could read it too.</WarningText>
          </>
        )}
        {code === undefined && <p class="govuk-body">They will be asked for the child’s date of birth.</p>}
        <p class="govuk-body">After 5 wrong tries or 48 hours the link stops. You can then send a new one.</p>
        <p class="govuk-body"><a class="govuk-link" href={paths.caseFamily(caseFile.key)}>Back to the Family page</a></p>
      </TwoThirds>
    </CasePage>
  )
}
