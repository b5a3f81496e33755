import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { PlanNoLongerTheirs } from '../delivery-store.ts'
import type { InboxEntry } from './entries.ts'

const linesShown = 3

export function view({ frame, entries, over }: { frame: PageFrame; entries: readonly InboxEntry[]; over: readonly PlanNoLongerTheirs[] }) {
  const unopened = entries.filter(({ isOpened }) => !isOpened)
  const opened = entries.filter(({ isOpened }) => isOpened)
  return (
    <HubPage frame={frame} title="Plans">
      <h1 class="govuk-heading-l">Plans</h1>
      {entries.length + over.length === 0 && (
        <EmptyState title="No final plan has been sent to you">
          <p class="govuk-body">When a plan names your setting or your service, it comes here the same day.</p>
        </EmptyState>
      )}
      {unopened.length > 0 && <h2 class="govuk-heading-m">To open: {plural(unopened.length, 'plan')}</h2>}
      {unopened.map((entry) => <Entry entry={entry} />)}
      {opened.length > 0 && <h2 class="govuk-heading-m">Plans you help to deliver</h2>}
      {opened.map((entry) => <Entry entry={entry} />)}
      {over.length > 0 && (
        <>
          <h2 class="govuk-heading-m">No longer in force</h2>
          <p class="govuk-body">Another plan took the place of these, and it names nothing that you do. Please do not use your copies any more, and destroy them.</p>
          <ul class="govuk-list govuk-list--bullet">
            {over.map(({ childName, councilName, issuedOn, supersededOn }) => <li>{childName}: the plan of {dateWords(issuedOn)}, {councilName}. No longer in force since {dateWords(supersededOn)}.</li>)}
          </ul>
        </>
      )}
    </HubPage>
  )
}

function Entry({ entry: { key, childName, councilName, issuedOn, roles, isOpened, isAcknowledged, lines } }: { entry: InboxEntry }) {
  const line = ({ number, text, amount }: InboxEntry['lines'][number]) => (
    <li><strong>{number}</strong> {text}{amount !== undefined && <span class="hub-quiet"> ({amount})</span>}</li>
  )
  return (
    <section class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <h3 class="govuk-summary-card__title"><a class="govuk-link" href={paths.finalPlan(key)}>{childName}</a></h3>
        <div>
          {!isOpened && <Tag colour="blue">Not opened</Tag>}
          {isOpened && !isAcknowledged && <Tag colour="yellow">Not confirmed</Tag>}
          {isAcknowledged && <Tag colour="green">Confirmed</Tag>}
        </div>
      </div>
      <div class="govuk-summary-card__content">
        <p class="govuk-body-s">{councilName}. Final plan of {dateWords(issuedOn)}. You get it as: {roles.join('; ')}.</p>
        {lines.length === 0
          ? <p class="govuk-body">No line names you or your service. You have it because of your part in the plan.</p>
          : <p class="govuk-body">{plural(lines.length, 'line names', 'lines name')} you or your service:</p>}
        <ul class="govuk-list govuk-list--spaced">{lines.slice(0, linesShown).map(line)}</ul>
        {lines.length > linesShown && (
          <Details summary={`${lines.length - linesShown} more`}><ul class="govuk-list govuk-list--spaced">{lines.slice(linesShown).map(line)}</ul></Details>
        )}
      </div>
    </section>
  )
}
