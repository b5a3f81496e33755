import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isInForce } from '../../../domain/family/restriction.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, listWords } from '../../../ui/words.ts'
import type { HomeRow, KnownMember, NeedRow } from '../family-store.ts'
import type { RestrictionRow } from '../restriction-store.ts'
import type { AboutMembers } from './member-card.tsx'
import { MemberCard, OrderLine } from './member-card.tsx'

export interface FamilyView extends AboutMembers {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly members: readonly KnownMember[]
  readonly homes: readonly HomeRow[]
  readonly needs: readonly NeedRow[]
}

export function view({ frame, caseFile, members, homes, needs, ...about }: FamilyView) {
  const { key, child, open } = caseFile
  const { today, orders } = about
  const aboutChild = orders.filter(({ personId }) => personId === undefined)
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Family">
      <TwoThirds>
        <h1 class="govuk-heading-l">Family</h1>
        <p class="govuk-body">Only the {caseFile.area.councilName} SEND team sees this page.</p>
        <Waiting caseFile={caseFile} orders={orders} today={today} />
        {members.length === 0 && <EmptyState title="No family member is recorded yet" />}
        {members.map((member) => <MemberCard member={member} caseFile={caseFile} {...about} />)}
        <ul class="govuk-list">
          {open.includes('record-family') && <li><a class="govuk-link" href={paths.caseAddFamily(key)}>Record a family member</a></li>}
          {open.includes('record-restriction') && <li><a class="govuk-link" href={paths.recordRestriction(key)}>Record a court order or a restriction</a></li>}
          {mayLook('helping', caseFile.parts) && <li><a class="govuk-link" href={paths.helping(key)}>Who acts for a family member</a></li>}
        </ul>
        {aboutChild.length > 0 && <h2 class="govuk-heading-m">Orders about the child</h2>}
        {aboutChild.map((order) => <p class="govuk-body"><OrderLine order={order} caseFile={caseFile} today={today} /></p>)}
        <Homes homes={homes} members={members} today={today} caseFile={caseFile} />
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

/** What somebody of the team must do: a second person's word, and reviews whose day has come. */
function Waiting({ caseFile, orders, today }: { caseFile: CaseFile; orders: readonly RestrictionRow[]; today: PlainDate }) {
  const link = ({ id }: RestrictionRow, words: string) => <a class="govuk-link" href={paths.restriction({ ...caseFile.key, restrictionId: id })}>{words}</a>
  return (
    <>
      {orders.filter(({ waiting }) => waiting !== undefined).map((order) => <InsetText>A change of a restriction{order.name === undefined ? '' : ` for ${order.name}`} waits for a second person. {link(order, 'Confirm or decline')}</InsetText>)}
      {orders.filter((order) => order.waiting === undefined && order.reviewOn !== undefined && order.reviewOn <= today && isInForce(order, today))
        .map((order) => <InsetText>A restriction{order.name === undefined ? '' : ` for ${order.name}`} is to be looked at again. {link(order, 'Look at it')}</InsetText>)}
    </>
  )
}

const lettersWords: Readonly<Record<string, string>> = { post: 'letters go to another address', hub: 'letters in the hub only', email: 'letters by email only' }

function Homes({ homes, members, today, caseFile }: { homes: readonly HomeRow[]; members: readonly KnownMember[]; today: PlainDate; caseFile: CaseFile }) {
  if (homes.length === 0) return <><h2 class="govuk-heading-m">Addresses</h2><p class="govuk-body">No address is recorded.</p></>
  const namesOf = (ids: readonly string[] | undefined): string => listWords(members.filter(({ personId }) => ids?.includes(personId) === true).map(({ fullName }) => fullName))
  const maySee = mayLook('sealed-address', caseFile.parts)
  const lacksWay = homes.some(({ isConfidential, lettersBy, toOn }) => isConfidential && lettersBy === undefined && (toOn === undefined || toOn >= today))
  return (
    <>
      <Table
        caption="Addresses"
        captionSize="m"
        head={[{ content: 'Household' }, { content: 'Address' }, { content: 'From' }, { content: 'To' }]}
        rows={homes.map(({ household, isConfidential, lines, postcode, fromOn, toOn, residentIds, lettersBy }) => [
          { content: <>{household}{residentIds !== undefined && residentIds.length > 0 && <><br /><span class="hub-quiet">with {namesOf(residentIds)}</span></>}</> },
          { content: isConfidential ? <><Tag colour="purple">Protected: not shown</Tag>{lettersBy !== undefined && <><br /><span class="hub-quiet">{lettersWords[lettersBy]}</span></>}</> : [...lines ?? [], postcode].filter(Boolean).join(', ') },
          { content: dateWords(fromOn) }, { content: toOn === undefined || toOn >= today ? 'Now' : dateWords(toOn) },
        ])}
      />
      {lacksWay && <InsetText>Nobody has said yet how letters reach the family at the protected address. Until then none is posted to them. Record it under “Letters go to” of each.</InsetText>}
      {maySee && homes.some(({ isConfidential }) => isConfidential) && <p class="govuk-body"><a class="govuk-link" href={paths.protectedAddress(caseFile.key)}>See the protected address, for a reason that is kept</a></p>}
    </>
  )
}
