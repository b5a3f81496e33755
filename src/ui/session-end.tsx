// When a session ends, on every page of somebody signed in: in a sentence that needs no script, and in a dialog that the script
// (assets/session-end.ts) opens some minutes before. The time left is the last thing in its sentence: readers of the live text hear it whole.

import { warnMinutes } from '../domain/access/session-limits.ts'
import { paths } from '../paths.ts'
import type { FormTokens } from './form.tsx'
import { Form } from './form.tsx'
import { Button } from './govuk/button.tsx'

export interface SessionOnPage {
  readonly secondsLeft: number
  readonly idleMinutes: number
}

export function SessionEnd({ session, tokens }: { session: SessionOnPage; tokens: FormTokens }) {
  return (
    <section
      class="hub-session-end" aria-label="When you are signed out" data-session-end data-seconds-left={session.secondsLeft} data-warn-seconds={warnMinutes * 60}
      data-ask={paths.mySession()} data-keep={paths.keepTyping()} data-sign-in={paths.signIn()} data-typed={paths.keptTyping()}
    >
      <p class="govuk-body-s">To keep this safe, we sign you out after {session.idleMinutes} minutes without a new page. We keep what you were typing.</p>
      <dialog class="hub-session-end__dialog" aria-labelledby="session-end-title" aria-describedby="session-end-time">
        <h2 class="govuk-heading-m" id="session-end-title">You are about to be signed out</h2>
        <p class="govuk-body" id="session-end-time" aria-live="polite">To keep this safe, we sign you out in <span data-time-left>{warnMinutes} minutes</span></p>
        <p class="govuk-body">We keep what you were typing.</p>
        <div class="govuk-button-group">
          <Form tokens={tokens} action={paths.staySignedIn()}>
            <Button>Stay signed in</Button>
          </Form>
          <Form tokens={tokens} action={paths.signOut()}>
            <button type="submit" class="hub-link-button">Sign out</button>
          </Form>
        </div>
      </dialog>
    </section>
  )
}
