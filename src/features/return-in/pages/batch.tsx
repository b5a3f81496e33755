import type { Ask } from '../../../casebook/ask.ts'
import { localAuthorities } from '../../../domain/sen2/local-authorities.ts'
import { returnGroups, returnGroupWords } from '../../../domain/sen2/from-record/courses.ts'
import { ruleById } from '../../../domain/sen2/rules/all-rules.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateTimeWords, plural } from '../../../ui/words.ts'
import type { BatchRow, Sums } from '../batch-store.ts'
import { inReturn, type OpenReturn } from '../open-return.ts'
import { countPeople, countRules, type PeopleCounts } from '../person-store.ts'
import { stateWords } from './list.tsx'

type Found = OpenReturn & { readonly people: PeopleCounts; readonly rules: Awaited<ReturnType<typeof countRules>> }

export async function show(ask: Ask): Promise<Reply> {
  const found: Found = await inReturn(ask, async (tx, { key }) => ({ people: await countPeople(tx, key), rules: await countRules(tx, key) }))
  return page(view(ask.frame, found))
}

function view(frame: PageFrame, { area, batch, people, rules }: Found) {
  const at = { area: area.code, batchId: batch.id }
  const title = 'A return brought in'
  const isBusy = batch.state === 'waiting' || batch.state === 'reading' || batch.state === 'accepting' || batch.state === 'taking-back'
  return (
    <HubPage frame={frame} title={title} back={{ href: paths.returnsIn({ area: area.code }), text: 'Returns brought in' }} councilName={area.councilName} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{batch.files.map(({ fileName }) => fileName).join(', ')}. {dateTimeWords(batch.broughtAt)}, {batch.byName ?? 'by whoever runs the hub'}{batch.how === 'command' && ', with the command'}.</p>
      {isBusy && <InsetText>{stateWords[batch.state]}: {plural(people.all, 'person', 'people')} so far{batch.state === 'accepting' && `, ${people.in + people.unchanged} brought over`}. <a class="govuk-link" href={paths.returnBatch(at)}>Look again</a></InsetText>}
      {batch.why !== undefined && batch.state === 'not-read' && <NotRead why={batch.why} />}
      {batch.sums !== undefined && (
        <>
          <Whose batch={batch} own={area.councilName} />
          <WhatHappens at={at} batch={batch} people={people} />
          <Holds sums={batch.sums} />
        </>
      )}
      {rules.length > 0 && (
        <>
          <Table
            caption="What is wrong in it" captionSize="m" head={[{ content: 'What' }, { content: 'How to mend it' }, { content: 'Kind' }, { content: 'How often', format: 'numeric' }]}
            rows={rules.map(({ rule, severity, count }) => [
              { content: <a class="govuk-link" href={paths.returnInFaults(at, { rule })}>{ruleById.get(rule)?.says ?? rule}</a> }, { content: ruleById.get(rule)?.mends ?? '' }, { content: severity === 'error' ? 'Error' : 'Query' }, { content: String(count), format: 'numeric' },
            ])}
          />
          <p class="govuk-body"><a class="govuk-link" href={paths.returnInFaults(at)}>Every error and query, with its line</a></p>
        </>
      )}
      {(batch.state === 'read' || batch.state === 'not-read') && <p class="govuk-body"><a class="govuk-link" href={paths.returnFile(at)}>Bring in a mended file in place of this one</a></p>}
      {batch.state === 'accepted' && people.in > 0 && <p class="govuk-body"><a class="govuk-link" href={paths.takeBackReturn(at)}>Take all of it back</a></p>}
    </HubPage>
  )
}

const NotRead = ({ why: { words, file, line, column } }: { readonly why: NonNullable<BatchRow['why']> }) => (
  <InsetText>
    <p class="govuk-body">The return could not be read{line === undefined ? '' : <> further than {file === undefined ? '' : `${file}, `}line {line}, column {column}</>}: {words}.</p>
    <p class="govuk-body">Nobody was brought over. Mend the file and bring it in again.</p>
  </InsetText>
)

function Whose({ batch: { authority, year, acceptedAt, acceptedByName, officerName, takenBackAt, takenBackWhy }, own }: { readonly batch: BatchRow; readonly own: string }) {
  return (
    <SummaryList rows={[
      { key: 'Return of', value: String(year ?? 'a year that is not said') },
      { key: 'Council in the file', value: authority === undefined ? 'Not said' : `${authority} ${localAuthorities[authority] ?? ''}`.trim() },
      { key: 'Comes over to', value: own },
      ...(acceptedAt === undefined ? [] : [{ key: 'Brought over', value: `${dateTimeWords(acceptedAt)}${acceptedByName === undefined ? '' : `, by ${acceptedByName}`}. ${officerName === undefined ? 'No case officer yet' : `Case officer: ${officerName}`}` }]),
      ...(takenBackAt === undefined ? [] : [{ key: 'Taken back', value: `${dateTimeWords(takenBackAt)}. ${takenBackWhy ?? ''}` }]),
    ]} />
  )
}

function WhatHappens({ at, batch, people }: { readonly at: { readonly area: string; readonly batchId: string }; readonly batch: BatchRow; readonly people: PeopleCounts }) {
  const link = (count: number, shown: string) => (count === 0 ? '0' : <a class="govuk-link" href={paths.returnPeople(at, { show: shown })}>{count}</a>)
  const isDone = batch.state === 'accepted' || batch.state === 'taken-back' || batch.state === 'accepting' || batch.state === 'taking-back'
  return (
    <>
      <h2 class="govuk-heading-m">{isDone ? 'What became of it' : 'What will happen'}</h2>
      <SummaryList rows={isDone ? [
        { key: 'Brought over', value: link(people.in, 'in') }, { key: 'Here already with all of it', value: String(people.unchanged) }, { key: 'Not brought over', value: link(people.left, 'left') },
        ...(people.takenBack + people.workedOn === 0 ? [] : [{ key: 'Taken back', value: String(people.takenBack) }, { key: 'Stays, because somebody has worked on it', value: link(people.workedOn, 'worked-on') }]),
      ] : [
        { key: 'People in the file', value: link(people.all, 'all') }, { key: 'Can be brought over', value: String(people.ready) }, { key: 'Of these, on record already', value: link(people.known, 'known') },
        { key: 'Cannot, until they are mended', value: link(people.keptOut, 'kept-out') }, { key: 'May be somebody on record: you say', value: link(people.toDecide, 'to-decide') },
      ]} />
      {batch.state === 'read' && people.ready > 0 && <Button href={paths.acceptReturn(at)}>Bring the caseload over</Button>}
      {batch.state === 'accepted' && people.left > 0 && <Button href={paths.acceptReturn(at)} variant="secondary">Bring over those who were left</Button>}
    </>
  )
}

function Holds({ sums }: { readonly sums: Sums }) {
  const rows: readonly (readonly [string, number])[] = [
    ...returnGroups.map((group) => [returnGroupWords[group], sums.groups[group] ?? 0] as const).filter(([, count]) => count > 0),
    ['Requests', sums.requests], ['Assessments', sums.assessments], ['Plans', sums.plans], ['Placements', sums.placements], ['Needs', sums.needs],
    ['Schools and colleges that the hub has', sums.settingsKnown], ['Schools and colleges known by number only', sums.settingsNew],
  ]
  return <Table caption="What is in the file" captionSize="m" head={[{ content: 'What' }, { content: 'How many', format: 'numeric' }]} rows={rows.map(([what, count]) => [{ content: what }, { content: String(count), format: 'numeric' }])} />
}
