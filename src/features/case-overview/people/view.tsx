import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Part } from '../../../domain/access/parts.ts'
import { partWords } from '../../../domain/access/parts.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/govuk/details.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { dateWords, listWords } from '../../../ui/words.ts'
import type { PartyRow, TeamMember } from '../case-overview-store.ts'

export interface PeopleView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly audience: 'staff' | 'family' | 'professional'
  readonly today: PlainDate
  readonly parties: readonly PartyRow[]
  readonly team: readonly TeamMember[]
}

export function view({ frame, caseFile, audience, today, parties, team }: PeopleView) {
  const isLive = ({ fromOn, toOn }: PartyRow): boolean => fromOn <= today && (toOn === undefined || toOn >= today)
  const past = parties.filter((party) => !isLive(party))
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Who can see this case">
      <h1 class="govuk-heading-l">Who can see this case</h1>
      {audience === 'family' && <p class="govuk-body">Only these people can sign in and see the case. Most of them see only the part that they need.</p>}
      {audience === 'family'
        ? <PlainPartyTable parties={parties.filter(isLive)} />
        : <PartyTable caption="People and organisations with a part in the case" parties={parties.filter(isLive)} />}
      <h2 class="govuk-heading-m">{caseFile.area.councilName} SEND team</h2>
      <p class="govuk-body">The team looks after every case of the area, so that somebody is there when {caseFile.officer?.name ?? 'the officer'} is away.</p>
      <ul class="govuk-list govuk-list--bullet">
        {team.map(({ name, role, personId }) => <li>{name}, {partWords[role]}{personId === caseFile.officer?.id && ' (looks after this case)'}</li>)}
      </ul>
      {caseFile.open.includes('assign-officer') && <p class="govuk-body"><a class="govuk-link" href={paths.caseAssignOfficer(caseFile.key)}>Change who looks after this case</a></p>}
      {past.length > 0 && audience === 'staff' && (
        <Details summary="Who had a part before"><PartyTable caption="No longer on the case" parties={past} /></Details>
      )}
      {mayLook('access-record', caseFile.parts) && <Looked isFamily={audience === 'family'} caseFile={caseFile} />}
    </CasePage>
  )
}

function PartyTable({ caption, parties }: { caption: string; parties: readonly PartyRow[] }) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      head={[{ content: 'Name' }, { content: 'Part' }, { content: 'Why' }, { content: 'Since' }]}
      rows={parties.map(({ name, part, basis, fromOn, toOn }) => [
        { content: name }, { content: partWords[part] }, { content: basis },
        { content: toOn === undefined ? dateWords(fromOn) : `${dateWords(fromOn)} to ${dateWords(toOn)}` },
      ])}
    />
  )
}

/** Why somebody sees the case, as a family says it. */
const whyWords: Partial<Record<Part, string>> = {
  'case-officer': 'looks after the case', 'plan-writer': 'writes the plan', 'decision-maker': 'decides for the council', school: 'your child goes there',
  adviser: 'we asked for their advice', 'health-lead': 'makes sure that the NHS does its part', 'social-care-lead': 'makes sure that social care does its part',
  'consulted-setting': 'we asked if they can give a place', parent: 'family', 'young-person': 'the plan is about them', recipient: 'gives the help in the plan',
  representative: 'decides what the young person cannot decide',
}

/** Each once, with every reason: a therapist who was asked and now delivers is one person. */
function PlainPartyTable({ parties }: { parties: readonly PartyRow[] }) {
  const names = [...new Set(parties.map(({ name }) => name))]
  return (
    <Table
      caption="Who else has a part in this case"
      captionSize="m"
      head={[{ content: 'Name' }, { content: 'Why' }]}
      rows={names.map((name) => [{ content: name }, { content: listWords([...new Set(parties.filter((party) => party.name === name).map(({ part }) => whyWords[part] ?? partWords[part]))]) }])}
    />
  )
}

function Looked({ isFamily, caseFile }: { isFamily: boolean; caseFile: CaseFile }) {
  return (
    <>
      <h2 class="govuk-heading-m">Who has looked</h2>
      <p class="govuk-body">
        {isFamily ? 'Each time somebody opens the case we write it down.' : 'Each opening of the case is on record, and the family can read the list.'}{' '}
        <a class="govuk-link" href={paths.whoLooked(caseFile.key)}>See who has looked</a>
      </p>
    </>
  )
}
