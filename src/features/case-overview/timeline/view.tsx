import { factKindWords, factKinds } from '../../../casebook/fact-sentences.ts'
import type { FactKind } from '../../../casebook/fact-sentences.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { londonTimeOf } from '../../../domain/calendar/london-date.ts'
import type { TimelineItem } from '../../../ui/moj/timeline.tsx'
import { Timeline } from '../../../ui/moj/timeline.tsx'
import { dateTimeWords, dateWords } from '../../../ui/words.ts'
import type { Entry } from './entries.ts'

export interface TimelineView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly entries: readonly Entry[]
  readonly names: { readonly person: (id: string) => string; readonly organisation: (id: string) => string }
  readonly audience: 'staff' | 'family'
  readonly kind: FactKind | undefined
  readonly viewerId: PersonId | undefined
}

export function view(props: TimelineView) {
  const { frame, caseFile, entries, audience, kind } = props
  const title = audience === 'family' ? 'What has happened' : 'Timeline'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      {audience === 'family' && <p class="govuk-body">This shows what has happened with the case, and your own letters and messages. It does not show what other family members wrote to us.</p>}
      <form method="get" action={paths.caseTimeline(caseFile.key)} class="hub-inline-form">
        <Select name="kind" label="Show" value={kind ?? ''} items={[{ value: '', text: 'Everything' }, ...factKinds.map((one) => ({ value: one, text: factKindWords[one] }))]} />
        <Button variant="secondary">Show</Button>
      </form>
      {entries.length === 0
        ? <EmptyState title="Nothing of this kind has happened yet" />
        : <Timeline items={entries.map((entry) => itemOf(entry, props))} />}
    </CasePage>
  )
}

function itemOf(entry: Entry, { caseFile, names, audience, viewerId }: TimelineView): TimelineItem {
  const recordedOn = londonTimeOf(entry.recordedAt).date
  const who = byLine(entry, names, audience, viewerId, caseFile)
  return {
    title: entry.sentence, when: entry.happenedOn, ...(who === undefined ? {} : { by: who }),
    ...(entry.correctedBecause === undefined ? {} : { corrected: entry.correctedBecause }),
    children: (
      <>
        {entry.corrects !== undefined && <p class="govuk-body-s govuk-!-margin-bottom-1">This corrects an earlier entry{entry.reason === undefined ? '' : `: ${entry.reason}`}</p>}
        {entry.corrects === undefined && entry.reason !== undefined && <p class="govuk-body-s govuk-!-margin-bottom-1">Reason: {entry.reason}</p>}
        {(audience === 'staff' || recordedOn !== entry.happenedOn) && (
          <p class="govuk-hint govuk-!-margin-bottom-1">{audience === 'staff' ? `Recorded ${dateTimeWords(entry.recordedAt)}` : `Written down on ${dateWords(recordedOn)}`}</p>
        )}
        {entry.correctedBecause === undefined && caseFile.open.includes('correct-fact') && (
          <a class="govuk-link govuk-body-s" href={paths.caseCorrect({ ...caseFile.key, seq: String(entry.seq) })}>
            Correct<span class="govuk-visually-hidden"> “{entry.sentence}”</span>
          </a>
        )}
      </>
    ),
  }
}

function byLine(entry: Entry, names: TimelineView['names'], audience: 'staff' | 'family', viewerId: PersonId | undefined, caseFile: CaseFile): string | undefined {
  if (entry.recordedBy === undefined) return audience === 'staff' ? 'Golden Thread' : caseFile.area.councilName
  if (entry.recordedBy === viewerId) return 'you'
  const body = entry.forOrganisation === undefined ? undefined : names.organisation(entry.forOrganisation)
  // Family read for which body it was done: names of others are for the people page.
  if (audience === 'family') return body ?? undefined
  return [names.person(entry.recordedBy), body].filter(Boolean).join(', ')
}
