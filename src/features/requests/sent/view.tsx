import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { assessDecisionDueOn } from '../../../domain/timeline/assess-decision-due-on.ts'
import { finalPlanDueOn } from '../../../domain/timeline/final-plan-due-on.ts'
import { paths } from '../../../paths.ts'
import { Panel } from '../../../ui/govuk/panel.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage, helpFor } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { Draft } from '../draft-store.ts'
import { voiceOf } from '../journey/journey.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly sent: { readonly reference: string; readonly receivedOn: PlainDate }
}

export function view({ frame, draft, sent }: Props) {
  const { area } = draft
  const { sendTeam } = area.contacts
  const title = draft.isWrittenDown ? 'Request recorded' : 'Request sent'
  const isFamily = voiceOf(draft).isFamily && !draft.isWrittenDown
  const caseHref = draft.caseId === undefined ? undefined : paths.caseOverview({ area: area.code, caseId: draft.caseId })
  return (
    <HubPage frame={frame} title={title} mayBeLeftAtOnce councilName={area.councilName} help={helpFor({ area })}>
      <TwoThirds>
        <Panel title={title}>Your reference is<br /><strong>{sent.reference}</strong></Panel>
        <p class="govuk-body">{area.councilName} received the request on {dateWords(sent.receivedOn)}. Write down the reference. You need it when you phone or write.</p>
        <h2 class="govuk-heading-m">What happens next</h2>
        <ol class="govuk-list govuk-list--number govuk-list--spaced">
          <li>{isFamily ? 'We write to you' : 'We write to the family'} to ask what {isFamily ? 'you' : 'they'} think. You can send us more at any time.</li>
          <li>We tell the school or nursery, health and social care that we are thinking about an assessment.</li>
          <li>We decide if we will assess. We must tell {isFamily ? 'you' : 'the family'} by <strong>{dateWords(assessDecisionDueOn(sent.receivedOn))}</strong> (6 weeks). {isFamily ? 'If we say no, we must say why, and you can appeal.' : 'A no comes with reasons and the family’s right to appeal.'}</li>
          <li>If a plan is needed, it must be final by <strong>{dateWords(finalPlanDueOn(sent.receivedOn))}</strong> (20 weeks).</li>
        </ol>
        <h2 class="govuk-heading-m">How to follow it</h2>
        {frame.viewer.kind === 'person' && caseHref !== undefined
          ? <p class="govuk-body"><a class="govuk-link" href={draft.isWrittenDown ? caseHref : paths.home()}>{draft.isWrittenDown ? 'Go to the case' : 'Go to your home page'}</a></p>
          : (
            <p class="govuk-body">
              You can follow every step online if you like. {sendTeam?.phone === undefined ? 'Ask the SEND team' : `Phone ${sendTeam.phone}`} and give your reference; when they have
              made sure who you are, they give you a way to sign in. Or we write, phone or email, in the way you chose.
            </p>
          )}
      </TwoThirds>
    </HubPage>
  )
}
