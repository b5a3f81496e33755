import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, listWords } from '../../../ui/words.ts'
import type { HomeRow, KnownMember, NeedRow } from '../family-store.ts'
import { safeContactWords } from '../words.ts'

export interface FamilyView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  /** People have accounts of their own here: then the family can be invited to open one. */
  readonly invites: boolean
  readonly members: readonly KnownMember[]
  readonly homes: readonly HomeRow[]
  readonly needs: readonly NeedRow[]
}

export function view({ frame, caseFile, today, invites, members, homes, needs }: FamilyView) {
  const { key, child, open } = caseFile
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Family">
      <TwoThirds>
        <h1 class="govuk-heading-l">Family</h1>
        <p class="govuk-body">Only the {caseFile.area.councilName} SEND team sees this page.</p>
        {members.length === 0 && <EmptyState title="No family member is recorded yet" />}
        {members.map((member) => <MemberCard member={member} today={today} caseFile={caseFile} invites={invites && open.includes('invite-family')} />)}
        {open.includes('record-family') && <p class="govuk-body"><a class="govuk-link" href={paths.caseAddFamily(key)}>Record a family member</a></p>}
        <Homes homes={homes} today={today} />
        {open.includes('change-address') && <p class="govuk-body"><a class="govuk-link" href={paths.caseAddress(key)}>Record an address</a></p>}
        <h2 class="govuk-heading-m">How the child communicates</h2>
        <SummaryList
          rows={[
            { key: 'Home languages', value: child.homeLanguages.length === 0 ? 'Not recorded' : listWords(child.homeLanguages) },
            ...needs.map(({ kind, detail, fromOn }) => ({ key: kind, value: `${detail === undefined ? '' : `${detail}, `}since ${dateWords(fromOn)}` })),
          ]}
        />
        {open.includes('record-communication') && <p class="govuk-body"><a class="govuk-link" href={paths.caseCommunication(key)}>Record how the child communicates</a></p>}
      </TwoThirds>
    </CasePage>
  )
}

function MemberCard({ member, today, caseFile, invites }: { member: KnownMember; today: PlainDate; caseFile: CaseFile; invites: boolean }) {
  const isRestricted = member.restriction !== undefined && (member.restrictionTo === undefined || member.restrictionTo >= today)
  return (
    <SummaryList
      card={{
        title: member.fullName,
        ...(caseFile.open.includes('record-family') ? { actions: [{ href: paths.caseAddFamily(caseFile.key, { of: member.relationshipId }), text: 'Change' }] } : {}),
      }}
      rows={[
        { key: 'Relation', value: member.relation },
        { key: 'Parental responsibility', value: responsibilityWords(member) },
        member.restriction !== undefined && {
          key: 'Restriction',
          value: <>{isRestricted ? <Tag colour="red">In force</Tag> : <Tag colour="grey">Over</Tag>} {member.restriction}{spanWords(member.restrictionFrom, member.restrictionTo)}{member.restrictionEvidence !== undefined && `. Evidence: ${member.restrictionEvidence}`}</>,
        },
        { key: 'Can see the case', value: member.isOnCase ? 'Yes' : 'No' },
        invites && member.isOnCase && { key: 'Own account', value: <a class="govuk-link" href={paths.caseInvite({ ...caseFile.key, personId: member.personId })}>Invite to open an account<span class="govuk-visually-hidden"> ({member.fullName})</span></a> },
        { key: 'Lives with the child', value: member.livesWithChild ? 'Yes' : 'No' },
        { key: 'How to reach them', value: `${safeContactWords[member.safeContact]}${member.safeContactNote === undefined ? '' : `. ${member.safeContactNote}`}` },
        member.phone !== undefined && { key: 'Phone', value: member.phone },
        member.email !== undefined && { key: 'Email', value: member.email },
        (member.language !== undefined || member.needsInterpreter) && { key: 'Language', value: `${member.language ?? 'Not recorded'}${member.needsInterpreter ? ', needs an interpreter' : ''}` },
        member.formats.length > 0 && { key: 'Formats', value: listWords(member.formats) },
      ]}
    />
  )
}

function responsibilityWords({ hasResponsibility, responsibilityEvidence, responsibilityFrom }: KnownMember): string {
  if (!hasResponsibility) return 'No'
  return `Yes${responsibilityFrom === undefined ? '' : `, since ${dateWords(responsibilityFrom)}`}. ${responsibilityEvidence === undefined ? 'No evidence recorded' : `Evidence: ${responsibilityEvidence}`}`
}

function spanWords(from: PlainDate | undefined, to: PlainDate | undefined): string {
  if (from === undefined) return to === undefined ? '' : `, until ${dateWords(to)}`
  return to === undefined ? `, since ${dateWords(from)}` : `, ${dateWords(from)} to ${dateWords(to)}`
}

function Homes({ homes, today }: { homes: readonly HomeRow[]; today: PlainDate }) {
  if (homes.length === 0) return <><h2 class="govuk-heading-m">Addresses</h2><p class="govuk-body">No address is recorded.</p></>
  return (
    <Table
      caption="Addresses"
      captionSize="m"
      head={[{ content: 'Household' }, { content: 'Address' }, { content: 'From' }, { content: 'To' }]}
      rows={homes.map(({ household, isConfidential, lines, postcode, fromOn, toOn }) => [
        { content: household }, { content: isConfidential ? <Tag colour="purple">Protected: not shown</Tag> : [...lines ?? [], postcode].filter(Boolean).join(', ') },
        { content: dateWords(fromOn) }, { content: toOn === undefined || toOn >= today ? 'Now' : dateWords(toOn) },
      ])}
    />
  )
}
