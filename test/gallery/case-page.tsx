// The pieces of a case: whose it is, where it has come to, what happened and what changed.
import { type Instant, plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import { parseInstant } from '../../src/domain/calendar/london-date.ts'
import { NotificationBanner } from '../../src/ui/govuk/notification-banner.tsx'
import { SummaryList } from '../../src/ui/govuk/summary-list.tsx'
import { WarningText } from '../../src/ui/govuk/warning-text.tsx'
import { Page, type Site, TwoThirds } from '../../src/ui/layout.tsx'
import { Alert } from '../../src/ui/moj/alert.tsx'
import { ContextualDate, StatutoryDate } from '../../src/ui/moj/contextual-date.tsx'
import { IdentityBar } from '../../src/ui/moj/identity-bar.tsx'
import { Messages } from '../../src/ui/moj/messages.tsx'
import { SideNavigation } from '../../src/ui/moj/side-navigation.tsx'
import { SubNavigation } from '../../src/ui/moj/sub-navigation.tsx'
import { Timeline } from '../../src/ui/moj/timeline.tsx'
import { ProgressLine } from '../../src/ui/progress-line.tsx'
import { WordDiff } from '../../src/ui/word-diff.tsx'
import { help, site } from './sample.tsx'

function instantOf(text: string): Instant {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error('not an instant')
  return instant
}

const identity = (
  <IdentityBar
    name="Sam Patel"
    facts={['Born 3 March 2016 (10 years)', 'Elm Primary School', 'Northmere']}
    alerts={['Address protected', 'Interpreter: Urdu']}
  />
)

export function CasePage({ assets }: { assets: Site['assets'] }) {
  return (
    <Page
      site={site(assets)}
      title="Case overview"
      caseName="Sam P"
      beforeMain={identity}
      breadcrumbs={[{ text: 'Cases', href: '/cases' }, { text: 'Sam Patel' }]}
      navigation={[
        { text: 'Cases', href: '/cases', active: true },
        { text: 'Reports', href: '/reports' },
      ]}
      account="Jo Reed"
      help={help}
    >
      <NotificationBanner success>Advice asked for</NotificationBanner>
      <h1 class="govuk-heading-l">Sam Patel</h1>
      <SubNavigation
        label="Parts of this case"
        items={[
          { text: 'Overview', href: '/a', current: true },
          { text: 'Advice', href: '/b' },
          { text: 'Plan', href: '/c' },
        ]}
      />
      <TwoThirds
        aside={
          <SideNavigation
            label="Sections of the plan"
            sections={[
              {
                heading: 'The plan',
                items: [
                  { text: 'A: views and wishes', href: '/A' },
                  { text: 'B: needs', href: '/B', current: true },
                  { text: 'F: provision', href: '/F' },
                ],
              },
            ]}
          />
        }
      >
        <Alert variant="warning" title="Health advice is late" />
        <WarningText>The law says this letter must go out by 12 March 2026.</WarningText>
        <StatutoryDate
          date={plainDateOf('2026-03-12')}
          daysAway={5}
          day="working day"
          law="SEND Regulations 2014, regulation 10."
        />
        <p class="govuk-body">
          Health advice: <ContextualDate date={plainDateOf('2026-03-01')} daysAway={-4} due />
        </p>
        <SummaryList
          card={{ title: 'The child', actions: [{ href: '/change', text: 'Change' }] }}
          rows={[
            { key: 'Name', value: 'Sam Patel', actions: [{ href: '/n', text: 'Change', visuallyHiddenText: 'name' }] },
            { key: 'School', value: 'Elm Primary School' },
          ]}
        />
        <h2 class="govuk-heading-m">Where are we?</h2>
        <ProgressLine
          steps={[
            { title: 'You asked for help', state: 'done', on: plainDateOf('2026-01-12') },
            { title: 'We decide if we will look into it', state: 'done', on: plainDateOf('2026-02-20') },
            {
              title: 'People write down what they know',
              state: 'late',
              on: plainDateOf('2026-03-01'),
              children: <p class="govuk-body">We are still waiting for one report.</p>,
            },
            { title: 'We write a draft plan', state: 'now', on: plainDateOf('2026-04-20') },
            { title: 'Mediation', state: 'not needed' },
            { title: 'Final plan', state: 'next', on: plainDateOf('2026-06-01') },
          ]}
        />
        <h2 class="govuk-heading-m">What has happened</h2>
        <Timeline
          headingLevel={3}
          items={[
            {
              title: 'Advice asked for',
              when: instantOf('2026-03-03T14:32:00.000Z'),
              by: 'Jo Reed',
              children: 'From Northmere Health Trust',
            },
            {
              title: 'School recorded',
              when: plainDateOf('2026-02-27'),
              by: 'Jo Reed',
              corrected: 'the wrong school was chosen',
            },
          ]}
        />
        <h2 class="govuk-heading-m">What has changed</h2>
        <WordDiff
          before="Sam will have access to regular speech and language therapy."
          after="Sam will have 45 minutes of speech and language therapy every week."
        />
        <Messages
          items={[
            {
              id: '1',
              type: 'received',
              sender: 'Asha Patel',
              at: instantOf('2026-03-03T09:05:00.000Z'),
              children: 'When is the meeting?',
            },
            {
              id: '2',
              type: 'sent',
              sender: 'Jo Reed',
              at: instantOf('2026-03-03T12:00:00.000Z'),
              children: 'On Tuesday 10 March at 2pm.',
            },
          ]}
        />
      </TwoThirds>
    </Page>
  )
}
