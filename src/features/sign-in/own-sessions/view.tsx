import type { LiveSession, OwnSession } from '../../../casebook/signing-in/session.ts'
import { paths } from '../../../paths.ts'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords } from '../../../ui/words.ts'

interface Props {
  readonly frame: PageFrame
  readonly sessions: readonly OwnSession[]
  readonly here: string | undefined
  readonly providerTitles: ReadonlyMap<string, string>
  readonly session: LiveSession | undefined
}

const title = 'Where you are signed in'

const ways: Record<OwnSession['method'], string> = { demo: 'Demonstration', passkey: 'Passkey', password: 'Password and code', recovery: 'Recovery code', outside: 'Account elsewhere' }

export function view({ frame, sessions, here, providerTitles, session }: Props) {
  const others = sessions.filter(({ id }) => id !== here)
  return (
    <HubPage frame={frame} title={title} back={{ href: paths.home() }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {session !== undefined && (
          <p class="govuk-body">We sign you out after {session.limits.idleMinutes} minutes without a page, and {session.limits.longestMinutes / 60} hours after you signed in.</p>
        )}
        {[...sessions.filter(({ id }) => id === here), ...others].map((one) => (
          <section class="hub-session">
            <h2 class="govuk-heading-m">{one.id === here ? 'This browser' : one.device || 'A browser we do not know'}</h2>
            <SummaryList class="govuk-summary-list--no-border" rows={[
              ...(one.id === here ? [{ key: 'Browser', value: one.device || 'A browser we do not know' }] : []),
              { key: 'Signed in', value: dateTimeWords(one.startedAt) },
              { key: 'Last page', value: dateTimeWords(one.lastSeenAt) },
              { key: 'With', value: one.provider === undefined ? ways[one.method] : providerTitles.get(one.provider) ?? ways[one.method] },
              ...(one.isSharedComputer ? [{ key: 'Computer', value: 'Shared with others' }] : []),
            ]} />
            {one.id !== here && (
              <Form tokens={frame.tokens}>
                <input type="hidden" name="end" value={one.id} />
                <Button variant="secondary">Sign out there<span class="govuk-visually-hidden">: {one.device}</span></Button>
              </Form>
            )}
          </section>
        ))}
        {others.length === 0
          ? <p class="govuk-body">You are signed in nowhere else.</p>
          : (
            <>
              <h2 class="govuk-heading-m">Is there one that is not you?</h2>
              <p class="govuk-body">Sign out everywhere else now, then tell the administrator of your organisation or the council’s SEND team.</p>
              <Form tokens={frame.tokens}>
                <input type="hidden" name="end" value="others" />
                <Button variant="warning">Sign out everywhere else</Button>
              </Form>
            </>
          )}
      </TwoThirds>
    </HubPage>
  )
}
