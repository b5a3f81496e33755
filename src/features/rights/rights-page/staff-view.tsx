import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { sentenceFor } from '../../../casebook/fact-sentences.ts'
import { ageOn } from '../../../domain/calendar/plain-date.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { FactType } from '../../../domain/case-file/facts.ts'
import { allOf, standingFacts } from '../../../domain/case-file/facts.ts'
import { decisionWords, rightsDecisions, wordsOfDecision } from '../../../domain/rights/decisions.ts'
import type { RightsHolder } from '../../../domain/rights/rights-holder-on.ts'
import { hasPassed, holderOf } from '../../../domain/rights/rights-record.ts'
import type { RightsToDo } from '../../../domain/rights/rights-to-do.ts'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { paths } from '../../../paths.ts'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { KeptPermission, YoungPersonContact } from '../rights-store.ts'
import { helpWords, howWords } from '../words.ts'
import type { ParentHere } from './parents-here.ts'

export interface StaffViewProps {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly holder: RightsHolder
  readonly parents: readonly ParentHere[]
  readonly said: ReadonlyMap<string, KeptPermission>
  readonly youngPerson?: YoungPersonContact
  readonly toDo: readonly RightsToDo[]
  /** Who gets the letters, where some are due. */
  readonly cards: readonly RecipientCard[]
  /** The letters were asked for, and the record lacks whom a family could turn to. */
  readonly cannotTell: boolean
}

/** Who holds the rights, for each decision; what is still to settle; how to reach the young person; what each parent may do. */
export function staffView(props: StaffViewProps) {
  const { frame, caseFile, today } = props
  const { rights, child } = caseFile
  const passed = hasPassed(rights, today)
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Who holds the rights">
      <h1 class="govuk-heading-l">Who holds the rights</h1>
      <TwoThirds>
        <p class="govuk-body-l">{passed ? `The rights are ${child.preferredName}’s. They passed on ${dateWords(rights.rightsOn)}.` : `The parents hold the rights. They pass to ${child.preferredName} on ${dateWords(rights.rightsOn)}, aged ${ageOn(child.bornOn, rights.rightsOn)}.`}</p>
        <p class="govuk-hint">The day after the last Friday in June of the school year of the sixteenth birthday (Children and Families Act 2014, s.83(2); Education Act 1996, s.8). No time limit changes with it; letters and rights do.</p>
        <ToDo {...props} />
      </TwoThirds>
      <Decisions {...props} />
      <TwoThirds>
        <h2 class="govuk-heading-m">{child.preferredName}</h2>
        <Reach {...props} />
        <h2 class="govuk-heading-m">Parents</h2>
        {props.parents.length === 0 && <p class="govuk-body">No parent has a part in this case.</p>}
        {props.parents.map((parent) => <Parent parent={parent} {...props} />)}
        <History caseFile={caseFile} />
      </TwoThirds>
    </CasePage>
  )
}

function ToDo({ frame, caseFile, toDo, cards, cannotTell }: StaffViewProps) {
  const { key, child } = caseFile
  if (toDo.length === 0) return null
  const mayTell = caseFile.open.includes('give-rights-notice')
  return (
    <>
      <h2 class="govuk-heading-m">To see to</h2>
      {cannotTell && <WarningText>The letters cannot go: the area has no SEND team or no information, advice and support service on record.</WarningText>}
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {toDo.map((one) => {
          switch (one.what) {
            case 'untold': return <li>The family has not been told. The letters go by themselves each morning, once the area’s contacts are complete.</li>
            case 'contact': return <li><a class="govuk-link" href={paths.youngPerson(key)}>Record how {child.preferredName} can be reached</a>: letters go on paper until then</li>
            case 'parent': return <li><a class="govuk-link" href={paths.permission({ ...key, personId: one.parentId })}>Ask {child.preferredName} about {one.name}</a>: nothing new goes to {one.name} from the day unless {child.preferredName} says so</li>
            case 'doubt': return <li><a class="govuk-link" href={paths.recordCapacity(key, { decision: one.decision })}>Record an assessment</a>: it was doubted on {dateWords(one.since)} that {child.preferredName} can decide {wordsOfDecision(one.decision)}</li>
            case 'review': return <li><a class="govuk-link" href={paths.recordCapacity(key, { decision: one.decision })}>Assess again</a> by {dateWords(one.by)} whether {child.preferredName} can decide {wordsOfDecision(one.decision)}</li>
          }
        })}
      </ul>
      {mayTell && toDo.some(({ what }) => what === 'untold') && (
        <>
          <RecipientCards caseKey={key} cards={cards} />
          <Form tokens={frame.tokens} action={paths.rightsNotice(key)}><Button variant="secondary">Send the letters now</Button></Form>
        </>
      )}
    </>
  )
}

function holderWords(holder: RightsHolder, name: string): string {
  if (holder.holder === 'young-person') return `${name} (presumed to decide)`
  if (holder.holder === 'representative') return `${holder.name}, as ${holder.as}`
  return holder.because === 'child' ? 'Each parent' : 'Each parent, in the young person’s place'
}

function Decisions({ caseFile, today }: StaffViewProps) {
  const { rights, child, key, open } = caseFile
  const found = allOf(standingFacts(caseFile.facts), 'capacity-found')
  return (
    <>
      <Table
        caption={hasPassed(rights, today) ? 'Who decides what, today' : `Who decides what, from ${dateWords(rights.rightsOn)}`}
        captionSize="m"
        head={[{ content: 'Decision' }, { content: 'Who decides' }, { content: 'Last assessment' }]}
        rows={rightsDecisions.map((decision) => {
          const last = found.filter((one) => one.decision === decision).toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1)).at(-1)
          const holder = holderOf(rights, hasPassed(rights, today) ? today : rights.rightsOn, decision)
          return [
            { content: <>{decisionWords[decision].staff.charAt(0).toUpperCase()}{decisionWords[decision].staff.slice(1)}</> },
            { content: holderWords(holder, child.preferredName) },
            { content: last === undefined ? 'None' : (
              <>
                {last.assessmentId === undefined ? dateWords(last.happenedOn) : <a class="govuk-link" href={paths.capacityRecord({ ...key, assessmentId: last.assessmentId })}>{dateWords(last.happenedOn)}<span class="govuk-visually-hidden"> about {decisionWords[decision].staff}</span></a>}
                : {last.hasCapacity ? 'can decide' : 'cannot decide'}{last.reviewOn === undefined ? '' : `, to be looked at again by ${dateWords(last.reviewOn)}`}
              </>
            ) },
          ]
        })}
      />
      {open.includes('record-capacity') && caseFile.rightsMatter && (
        <p class="govuk-body"><a class="govuk-link" href={paths.recordCapacity(key)}>Record an assessment of capacity</a> or <a class="govuk-link" href={paths.doubtCapacity(key)}>note that a decision is doubted</a></p>
      )}
    </>
  )
}

function Reach({ caseFile, youngPerson }: StaffViewProps) {
  const { key, open, rightsMatter } = caseFile
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Email', value: youngPerson?.email ?? 'Not recorded' }, { key: 'Phone', value: youngPerson?.phone ?? 'Not recorded' },
          { key: 'Safe way', value: youngPerson?.tie?.safeContact ?? 'Not recorded' },
          { key: 'Own sign-in', value: youngPerson?.canSignIn === true && youngPerson.isOnCase ? 'Yes' : 'No: letters go on paper' },
        ]}
      />
      {open.includes('record-young-person') && rightsMatter && <p class="govuk-body"><a class="govuk-link" href={paths.youngPerson(key)}>{youngPerson === undefined ? 'Record how to reach them' : 'Change how to reach them'}</a></p>}
    </>
  )
}

function Parent({ parent, caseFile, said }: StaffViewProps & { parent: ParentHere }) {
  const { now } = parent
  const { key, open, rightsMatter, child } = caseFile
  const kept = now === undefined ? undefined : said.get(now.permissionId)
  return (
    <SummaryList
      card={{
        title: `${parent.name}, ${parent.relation}`, headingLevel: 3,
        ...(open.includes('record-permission') && rightsMatter ? { actions: [{ href: paths.permission({ ...key, personId: parent.personId }), text: `Write down what ${child.preferredName} said`, visuallyHiddenText: `about ${parent.name}` }] } : {}),
      }}
      rows={[
        { key: 'May', value: now === undefined ? `Not settled: ${child.preferredName} has not been asked` : now.parts.length === 0 ? 'See nothing new' : now.parts.map((part) => <>{helpWords[part].staff}<br /></>) },
        now !== undefined && { key: 'Said', value: `${dateWords(now.on)}, ${howWords[kept?.how ?? 'hub'] ?? ''}${now.by === 'representative' ? ', by who decides for them' : ''}` },
        kept?.words !== undefined && { key: 'How they were asked', value: kept.words },
        kept !== undefined && kept.how !== 'hub' && { key: 'Written down by', value: <>{kept.recordedByName}{kept.evidenceDocumentId !== undefined && <><br /><a class="govuk-link" href={paths.caseDocument({ ...key, documentId: kept.evidenceDocumentId })}>What shows it</a></>}</> },
      ]}
    />
  )
}

const ofRights: readonly FactType[] = [
  'rights-notice-given', 'rights-reminder-sent', 'young-person-recorded', 'capacity-doubted', 'capacity-found', 'permission-given', 'permission-narrowed', 'permission-ended', 'permission-refused',
]

function History({ caseFile }: { caseFile: CaseFile }) {
  const facts = standingFacts(caseFile.facts).filter(({ type }) => ofRights.includes(type)).toReversed()
  if (facts.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">What has happened</h2>
      <ul class="govuk-list govuk-list--spaced">
        {facts.map((fact) => <li>{dateWords(fact.happenedOn)}: {sentenceFor(fact, { person: () => 'somebody' }, 'staff')}</li>)}
      </ul>
    </>
  )
}
