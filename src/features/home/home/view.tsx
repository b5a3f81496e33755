import type { OverdueOutgoing } from '../../../casebook/sending/overdue-outgoing.ts'
import type { LostFiles } from '../../../casebook/papers/lost-files.ts'
import type { SealsDue } from '../../../casebook/access/seals-due.ts'
import type { ArrivalsWaiting } from '../../../casebook/arrivals-waiting.ts'
import { paths } from '../../../paths.ts'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { dateTimeWords, plural } from '../../../ui/words.ts'
import type { OpenDraft } from '../../../casebook/open-drafts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import type { CaseRow } from '../case-rows-store.ts'
import type { AskedRow, GivenRow, ToDoCounts, WorkRow } from '../home-store.ts'
import { AdviceAsked, AdviceGiven } from './advice-sections.tsx'
import { Decisions, Drafts, Unassigned } from './council-sections.tsx'
import { FamilyHome } from './family-section.tsx'
import type { InboxItem } from '../inbox-store.ts'
import { RoleInbox } from './inbox-section.tsx'
import type { Narrowed } from './narrow.tsx'
import { NarrowForm } from './narrow.tsx'
import type { FamilyCases } from '../past-children-store.ts'
import { Helping, PastChildren } from './past-children.tsx'
import { ReviewsAsked } from './reviews-asked.tsx'
import type { ReviewAsked } from '../reviews-asked-store.ts'
import type { WorkList } from '../work/view.tsx'
import { TodaysWork } from '../work/view.tsx'
import { NewRequest, UnsentRequests } from './request-section.tsx'
import { Children, Leads, ToDo } from './setting-sections.tsx'

/** Each list is there when the viewer has a role that it is for. */
export interface HomeLists {
  readonly decisions?: readonly WorkRow[]
  readonly work?: WorkList
  readonly unassigned?: readonly CaseRow[]
  readonly drafts?: readonly WorkRow[]
  readonly toDo?: ToDoCounts
  readonly children?: readonly CaseRow[]
  readonly inbox?: readonly InboxItem[]
  readonly asked?: readonly AskedRow[]
  readonly given?: readonly GivenRow[]
  readonly reviewsAsked?: readonly ReviewAsked[]
  readonly healthCases?: readonly CaseRow[]
  readonly careCases?: readonly CaseRow[]
  readonly family?: FamilyCases
  /** Reviews for which the viewer is asked, as one of the family, what they think. */
  readonly familyReviews?: readonly ReviewAsked[]
}

interface Props {
  readonly frame: PageFrame
  readonly today: PlainDate
  readonly lists: HomeLists
  readonly unsent: readonly OpenDraft[]
  /** What of the outbox has waited too long. */
  readonly overdue: OverdueOutgoing
  /** For whoever decides: kept files that the night did not find. */
  readonly lost: readonly LostFiles[]
  /** For whoever decides: seals to be looked at again. */
  readonly sealsDue: readonly SealsDue[]
  /** Records of children who moved here that nobody has taken in. */
  readonly arrivals: readonly ArrivalsWaiting[]
  /** Where somebody's work is, who could look at a part of it. */
  readonly narrowed?: Narrowed
  /** Where a new request is begun. */
  readonly ask: { readonly isCouncil: boolean; readonly area: string | undefined }
}

export function view({ frame, today, lists, unsent, overdue, sealsDue, arrivals, lost, narrowed, ask }: Props) {
  const isStaff = frame.viewer.kind === 'person' && frame.viewer.roles.length > 0
  const title = isStaff ? 'Your work' : lists.family === undefined ? 'Welcome' : 'Your family'
  return (
    <HubPage frame={frame} title={title} wide={isStaff}>
      <h1 class="govuk-heading-l">{title}</h1>
      <OutboxAlarm overdue={overdue} decides={frame.viewer.kind === 'person' && frame.viewer.roles.some(({ role }) => role === 'decision-maker')} />
      <FilesLost lost={lost} />
      <SealsToReview due={sealsDue} />
      <ArrivedHere arrivals={arrivals} />
      <UnsentRequests drafts={unsent} />
      {narrowed && <NarrowForm narrowed={narrowed} />}
      {lists.decisions && <Decisions rows={lists.decisions} today={today} />}
      {lists.work && <TodaysWork work={lists.work} today={today} tokens={frame.tokens} />}
      {lists.unassigned && <Unassigned rows={lists.unassigned} today={today} />}
      {lists.drafts && <Drafts rows={lists.drafts} today={today} />}
      {lists.toDo && <ToDo counts={lists.toDo} today={today} />}
      {lists.asked && <AdviceAsked rows={lists.asked} today={today} />}
      {lists.reviewsAsked && lists.reviewsAsked.length > 0 && <ReviewsAsked rows={lists.reviewsAsked} today={today} />}
      {lists.inbox && <RoleInbox items={lists.inbox} today={today} />}
      {lists.children && <Children rows={lists.children} today={today} />}
      {lists.healthCases && <Leads title="Children in your health area" rows={lists.healthCases} today={today} />}
      {lists.careCases && <Leads title="Children known to social care" rows={lists.careCases} today={today} />}
      {lists.given && lists.given.length > 0 && <AdviceGiven rows={lists.given} />}
      {lists.family && (lists.family.cases.length > 0 || (lists.family.past.length === 0 && lists.family.helping.length === 0)) && <FamilyHome cases={lists.family.cases} reviews={lists.familyReviews ?? []} today={today} />}
      {lists.family && <PastChildren cases={lists.family.past} />}
      {lists.family && <Helping cases={lists.family.helping} />}
      {Object.keys(lists).length === 0 && isAdministrator(frame) && (
        <EmptyState title="You look after who works here, and see no child">
          <p class="govuk-body"><a class="govuk-link" href={paths.staff()}>Add, change and remove people</a></p>
        </EmptyState>
      )}
      {Object.keys(lists).length === 0 && !isAdministrator(frame) && (
        <EmptyState title="You are not part of any case yet">
          <p class="govuk-body">If you asked for an assessment, it can take a day until it shows here. If you were asked to join a case, use the link in your letter or email.</p>
        </EmptyState>
      )}
      <NewRequest {...ask} />
    </HubPage>
  )
}

const isAdministrator = ({ viewer }: PageFrame): boolean => viewer.kind === 'person' && viewer.roles.some(({ role }) => role === 'staff-administrator')

/** The owner's own, and for whoever decides everything that has waited too long. */
function OutboxAlarm({ overdue: { mine, all, failed }, decides }: { overdue: OverdueOutgoing; decides: boolean }) {
  const count = decides ? all : mine
  if (count === 0) return null
  return (
    <WarningText>
      <a class="govuk-link" href={paths.outbox(decides ? {} : { owner: 'me' })}>{plural(count, 'item')} in the outbox</a> {count === 1 ? 'has' : 'have'} waited too long{decides && failed > 0 ? `, ${failed} of them failed` : ''}.{decides && mine > 0 && mine < all ? ` ${mine} of them are yours.` : ''}
    </WarningText>
  )
}

function SealsToReview({ due }: { due: readonly SealsDue[] }) {
  if (due.length === 0) return null
  const count = due.reduce((sum, one) => sum + one.count, 0)
  return (
    <WarningText>
      {plural(count, 'seal')} {count === 1 ? 'is' : 'are'} due to be looked at again: {due.map(({ key, childName }, index) => <>{index > 0 && ', '}<a class="govuk-link" href={paths.caseSeals(key)}>{childName}</a></>)}.
    </WarningText>
  )
}

function FilesLost({ lost }: { lost: readonly LostFiles[] }) {
  return lost.map(({ area, count, reportBy }) => (
    <WarningText>
      <a class="govuk-link" href={paths.lostFiles({ area })}>{plural(count, 'kept file')} cannot be found</a>. If anybody could be harmed, tell the Information Commissioner by {dateTimeWords(reportBy)}.
    </WarningText>
  ))
}

/** A child who moved here has a plan and, till somebody takes them in, nobody. */
function ArrivedHere({ arrivals }: { arrivals: readonly ArrivalsWaiting[] }) {
  return <>{arrivals.map(({ area, areaName, count, since }) => (
    <WarningText>{plural(count, 'child', 'children')} moved here and {count === 1 ? 'waits' : 'wait'} to be taken in{areaName === '' ? '' : ` (${areaName})`}. The first record came {dateTimeWords(since)}. <a class="govuk-link" href={paths.arrivals({ area })}>Children who moved here</a></WarningText>
  ))}</>
}
