import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { RecordedFact } from '../../../domain/case-file/facts.ts'
import { latestOf, standingFacts } from '../../../domain/case-file/facts.ts'
import type { Instant, PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { MoveState } from '../../../domain/moves/move-state.ts'
import { moveStateWords } from '../../../domain/moves/move-state.ts'
import { withheldWords } from '../../../domain/moves/withheld.ts'
import { paths } from '../../../paths.ts'
import type { Content } from '../../../ui/govuk/attributes.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Tag, type TagColour } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, dateWords, fileSizeWords, timeWords } from '../../../ui/words.ts'
import type { Arrival } from '../arrival-store.ts'
import type { Move } from '../move-store.ts'

type ShownMove = Move & { readonly heldUntil: Instant | undefined }

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly moves: readonly ShownMove[]
  readonly arrival?: Arrival
  readonly due: ReadonlyMap<string, PlainDate | undefined>
  readonly today: PlainDate
}

const colours: Readonly<Record<MoveState, TagColour>> = { known: 'yellow', ordered: 'blue', 'to-hand-over': 'yellow', sent: 'blue', opened: 'blue', 'taken-in': 'green', returned: 'red', 'called-off': 'grey' }

export function view({ frame, caseFile, moves, arrival, due, today }: Props) {
  const title = 'Moves between councils'
  const isUnderWay = moves.some(({ state }) => state !== 'called-off')
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {arrival !== undefined && <CameHere {...{ caseFile, arrival, due }} />}
        {moves.map((move) => <Outgoing {...{ caseFile, move, due, today }} />)}
        {moves.length === 0 && arrival === undefined && <p class="govuk-body">No move is on record. When a child with a plan moves, the plan goes to the new council on the day of the move. If you knew less than 15 working days before, it goes within 15 working days (SEND Regulations 2014, regulation 15).</p>}
        {!isUnderWay && caseFile.open.includes('record-move') && <Button href={paths.recordMove(caseFile.key)} variant="secondary">Record that {childName(caseFile)} moves to another council</Button>}
        <AfterMove {...{ caseFile, due }} />
        {caseFile.open.includes('record-after-move') && <p class="govuk-body"><a class="govuk-link" href={paths.afterMove(caseFile.key)}>Record what a move changes for the setting or the health body</a></p>}
      </TwoThirds>
    </CasePage>
  )
}

/** What a move changed and somebody still owes: SEND Regulations 2014, regs 15(6), 16. */
function AfterMove({ caseFile, due }: Pick<Props, 'caseFile' | 'due'>) {
  const standing = standingFacts(caseFile.facts)
  const [change, cannot, asked] = [latestOf(standing, 'health-body-change-known'), latestOf(standing, 'health-body-cannot-arrange'), latestOf(standing, 'health-body-asked-council')]
  const place = latestOf(standing, 'attendance-impracticable')
  const by = (clock: string): Content => { const day = due.get(clock); return day === undefined ? 'At once' : <>By <strong>{dateWords(day)}</strong></> }
  const isDone = (request: RecordedFact): boolean => standing.some(({ type, seq }) => seq > request.seq && (type === 'review-meeting-arranged' || type === 'reassessment-requested'))
  const rows = [
    place !== undefined && due.has('TR-07') && { key: 'Another place', value: `${place.name} cannot be reached any more: find another place at once, until the plan is amended` },
    change !== undefined && due.has('TR-05') && { key: 'The old health body tells the new one', value: by('TR-05') },
    cannot !== undefined && due.has('TR-06') && { key: `${cannot.body} asks you to assess again or to review`, value: by('TR-06') },
    asked !== undefined && !isDone(asked) && { key: `${asked.body} asked you`, value: asked.asksFor === 'review' ? <>On {dateWords(asked.happenedOn)}, to review the plan. You must. <a class="govuk-link" href={paths.caseReviews(caseFile.key)}>Arrange the review</a></> : <>On {dateWords(asked.happenedOn)}, to assess again. You must. <a class="govuk-link" href={paths.askForReassessment(caseFile.key)}>Record it as a request that you must accept</a></> },
  ].filter((row) => row !== false)
  return rows.length === 0 ? null : (
    <section aria-labelledby="changed">
      <h2 class="govuk-heading-m" id="changed">What the move changed</h2>
      <SummaryList rows={rows} />
    </section>
  )
}

function CameHere({ caseFile, arrival, due }: Pick<Props, 'caseFile' | 'due'> & { readonly arrival: Arrival }) {
  const [tellBy, reviewBefore] = [due.get('TR-03'), due.get('TR-04')]
  const told = standingFacts(caseFile.facts).find((fact) => fact.type === 'transfer-told')
  const { key, area } = caseFile
  return (
    <section aria-labelledby="came">
      <h2 class="govuk-heading-m" id="came">Came from {arrival.from}</h2>
      <SummaryList
        rows={[
          { key: 'Transferred', value: dateWords(arrival.transferredOn) },
          arrival.kind === 'plan' && { key: 'Tell the family', value: told === undefined ? (tellBy === undefined ? 'At once' : <>By <strong>{dateWords(tellBy)}</strong>: that the plan is here, whether you will assess again, and when you will review it</>) : `Done on ${dateWords(told.happenedOn)}` },
          arrival.kind === 'plan' && reviewBefore !== undefined && { key: 'Review the plan', value: <>Decide by <strong>{dateWords(reviewBefore)}</strong></> },
          { key: 'As it came', value: <><a class="govuk-link" href={paths.arrivalRecord({ area: area.code, arrivalId: arrival.id })}>Read the record</a> or <a class="govuk-link" href={paths.arrivalPackage({ area: area.code, arrivalId: arrival.id })}>take the package out as a locked file</a> ({fileSizeWords(arrival.packageSize)})</> },
          { key: 'Receipt', value: arrival.receipt === undefined ? 'Being signed' : <a class="govuk-link" href={paths.arrivalReceipt({ area: area.code, arrivalId: arrival.id })}>Download the receipt</a> },
        ]}
      />
      <div class="govuk-button-group">
        {told === undefined && arrival.kind === 'plan' && caseFile.open.includes('tell-of-transfer') && <Button href={paths.tellOfTransfer(key)}>Tell the family</Button>}
        {caseFile.open.includes('invite-after-move') && <Button href={paths.inviteAfterMove(key)} variant="secondary">Give people their part here</Button>}
      </div>
    </section>
  )
}

function Outgoing({ caseFile, move, due, today }: Pick<Props, 'caseFile' | 'due' | 'today'> & { readonly move: ShownMove }) {
  const { key } = caseFile
  const by = due.get('TR-01') ?? due.get('TR-02')
  const at = { ...key, moveId: move.id }
  return (
    <section aria-labelledby={`move-${move.id}`}>
      <h2 class="govuk-heading-m" id={`move-${move.id}`}>To {move.to}</h2>
      <SummaryList
        rows={[
          { key: 'Where it is', value: <Tag colour={colours[move.state]}>{moveStateWords[move.state]}</Tag> },
          { key: 'Day of the move', value: dateWords(move.movesOn) },
          { key: 'You knew on', value: dateWords(move.knownOn) },
          by !== undefined && move.state !== 'called-off' && { key: 'Transfer the plan', value: <>By <strong>{dateWords(by)}</strong>{by < today && ': this day has passed'}</> },
          move.state === 'ordered' && { key: 'Leaves', value: move.heldUntil !== undefined ? `After ${timeWords(move.heldUntil)}, unless you take it back` : move.movesOn > today ? `On ${dateWords(move.movesOn)}, the day of the move` : 'In a moment' },
          move.carriedAt !== undefined && { key: 'Package', value: <><a class="govuk-link" href={paths.movePackage(at)}>Take it out as a locked file</a>, signed {dateTimeWords(move.carriedAt)}{move.packageSize === undefined ? '' : `, ${fileSizeWords(move.packageSize)}`}</> },
          move.handedOverOn !== undefined && { key: 'Handed over', value: dateWords(move.handedOverOn) },
          move.openedAt !== undefined && { key: 'Opened there', value: dateTimeWords(move.openedAt) },
          move.takenInAt !== undefined && { key: 'Taken in there', value: dateTimeWords(move.takenInAt) },
          (move.receipt !== undefined || (move.toAreaId === undefined && move.state === 'sent')) && { key: 'Receipt', value: <a class="govuk-link" href={paths.moveReceipt(at)}>{move.receipt === undefined ? 'Bring in the receipt that they gave you' : 'Read the receipt'}</a> },
          move.returnedAt !== undefined && { key: 'Sent back because', value: move.returnedBecause ?? '' },
          move.calledOffBecause !== undefined && { key: 'Called off because', value: move.calledOffBecause },
        ]}
      />
      {move.withheld.length > 0 && (
        <Details summary="What did not go with it">
          <ul class="govuk-list govuk-list--bullet">{move.withheld.map(({ kind, count }) => <li>{withheldWords[kind]}{count === 0 ? '' : ` (${count})`}.</li>)}</ul>
        </Details>
      )}
      <div class="govuk-button-group">
        {move.state === 'known' && caseFile.open.includes('send-on-move') && <Button href={paths.sendOnMove(at)}>Look at what goes, and send it</Button>}
        {move.state === 'to-hand-over' && <Button href={paths.handOverMove(at)}>Hand the package over</Button>}
        {move.state !== 'taken-in' && move.state !== 'called-off' && <Button href={paths.callOffMove(at)} variant="secondary">Call it off, or take it back</Button>}
      </div>
    </section>
  )
}
