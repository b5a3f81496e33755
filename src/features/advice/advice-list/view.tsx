import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { familyStateWords, isOpen } from '../../../domain/advice/advice-kinds.ts'
import { itemOf } from '../../../domain/advice/still-to-ask.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { RequiredAdvice } from '../../../domain/rights/advisers-required.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { dateTimeWords, dateWords, listWords } from '../../../ui/words.ts'
import type { Advice } from '../advice-store.ts'
import type { AdviceRequest, FamilyAnswer } from '../request-store.ts'
import { askedOf, daysLate, itemInWords, lateWords, stateTags, titleOfKind } from '../words.ts'

interface ListView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly isFamily: boolean
  readonly requests: readonly AdviceRequest[]
  readonly advice: readonly Advice[]
  readonly open: readonly RequiredAdvice[]
  readonly answers: readonly FamilyAnswer[]
  readonly isOwn: (request: AdviceRequest) => boolean
}

export function view(shown: ListView) {
  const { frame, caseFile, isFamily, requests, open, answers } = shown
  const isCouncil = isOfCouncil(caseFile.parts)
  const title = isFamily ? `Advice about ${childName(caseFile)}` : `Advice and views: ${childName(caseFile)}`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {isFamily && <p class="govuk-body">These are the people we asked to tell us about your child. Each has six weeks to answer.</p>}
      {caseFile.open.includes('ask-for-advice') && (
        <p><a class="govuk-button" href={paths.askForAdvice(caseFile.key)}>{requests.length === 0 ? 'Ask for advice' : 'Ask for more advice'}</a></p>
      )}
      {isCouncil && open.length > 0 && <StillToAsk open={open} />}
      {requests.length === 0
        ? <EmptyState title="Nobody has been asked for advice yet.">{isFamily && <p class="govuk-body">If we decide to assess, we will ask people who know your child.</p>}</EmptyState>
        : <RequestTable {...shown} isCouncil={isCouncil} />}
      <GivenList {...shown} />
      {answers.length > 0 && (isCouncil || isFamily) && (
        <>
          <h2 class="govuk-heading-m">{isFamily ? 'People you asked us to ask' : 'People the family asked for (regulation 6(1)(h))'}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {answers.map(({ who, isReasonable, reasons }) => <li><strong>{who}</strong>: {isReasonable ? 'yes' : 'no'}. {reasons}</li>)}
          </ul>
        </>
      )}
      <ViewsLinks caseFile={caseFile} isFamily={isFamily} isCouncil={isCouncil} />
    </CasePage>
  )
}

function StillToAsk({ open }: { open: readonly RequiredAdvice[] }) {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body"><strong>The law requires this too, and nobody has been asked yet:</strong></p>
      <ul class="govuk-list govuk-list--bullet">
        {open.map((required) => <li>{itemInWords(itemOf(required))}: {listWords(required.ask)}</li>)}
      </ul>
    </div>
  )
}

function RequestTable({ caseFile, requests, advice, today, isFamily, isOwn, isCouncil }: ListView & { isCouncil: boolean }) {
  return (
    <Table
      caption="Who was asked, and where it is"
      captionClass="govuk-visually-hidden"
      head={['What', 'Asked of', 'Asked', 'Due', isFamily ? 'Where it is' : 'State', ...(isFamily ? [] : ['Chased']), ''].map((content) => ({ content: content === '' ? <span class="govuk-visually-hidden">Open</span> : content }))}
      firstCellIsHeader
      rows={requests.map((request) => {
        const late = daysLate(request, today)
        const given = advice.find(({ requestId }) => requestId === request.id)
        const tag = stateTags[request.state]
        return [
          { content: isFamily ? titleOfKind(request.kind) : <>{itemInWords(request.item)}<br /><span class="govuk-hint">{titleOfKind(request.kind)}</span></> },
          { content: nameShown(request, isCouncil, isFamily) },
          { content: <>{dateWords(request.sentOn)}{request.receivedOn !== undefined && !isFamily && <><br />arrived {dateWords(request.receivedOn)}</>}</> },
          { content: isOpen(request.state) ? <>{dateWords(request.dueOn)}{request.receivedOn === undefined && !isFamily && <><br /><span class="govuk-hint">counted from sending until receipt is confirmed</span></>}</> : '' },
          { content: <><Tag colour={tag.colour}>{isFamily ? familyStateWords[request.state] : tag.words}</Tag>{late !== undefined && <><br /><Tag colour="red">{lateWords(late)}</Tag></>}</> },
          ...(isFamily ? [] : [{ content: request.chasedAt.map((at) => <>{dateTimeWords(at)}<br /></>) }]),
          { content: <RowLinks caseFile={caseFile} request={request} given={given} isOwn={isOwn(request)} isCouncil={isCouncil} /> },
        ]
      })}
    />
  )
}

function nameShown(request: AdviceRequest, isCouncil: boolean, isFamily: boolean): string {
  if (request.kind === 'child-views') return 'The child or young person'
  if (request.kind === 'parental' && !isCouncil) return isFamily ? 'You' : 'The parent'
  return askedOf(request)
}

function RowLinks({ caseFile, request, given, isOwn, isCouncil }: { caseFile: CaseFile; request: AdviceRequest; given: Advice | undefined; isOwn: boolean; isCouncil: boolean }) {
  const key = { ...caseFile.key, adviceRequestId: request.id }
  const isViews = request.kind === 'parental' || request.kind === 'child-views'
  const name = <span class="govuk-visually-hidden"> {titleOfKind(request.kind)}, {nameShown(request, isCouncil, false)}</span>
  const canReadIt = given !== undefined && given.state !== 'working'
  return (
    <>
      {canReadIt && <><a class="govuk-link" href={paths.advice({ ...caseFile.key, adviceId: given.id })}>Read{name}</a><br /></>}
      {isViews && isOpen(request.state) && caseFile.open.includes('give-views') && (
        <><a class="govuk-link" href={paths.giveViews({ ...caseFile.key, whose: request.kind === 'parental' ? 'parent' : 'child' }, isCouncil ? { for: request.personId } : {})}>Give views{name}</a><br /></>
      )}
      {(isCouncil || (isOwn && !isViews)) && <a class="govuk-link" href={paths.adviceRequest(key)}>Open the request{name}</a>}
    </>
  )
}

/** What is on the case without having been asked for through the hub: views given early, reports of before. */
function GivenList({ caseFile, advice, requests }: ListView) {
  const asked = new Set(requests.map(({ id }) => id as string))
  const others = advice.filter(({ state, requestId }) => state !== 'working' && (requestId === undefined || !asked.has(requestId)))
  if (others.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Also on the case</h2>
      <ul class="govuk-list govuk-list--spaced">
        {others.map((one) => (
          <li>
            <a class="govuk-link" href={paths.advice({ ...caseFile.key, adviceId: one.id })}>{titleOfKind(one.kind)}</a>, {one.authorName}
            {one.dated !== undefined && `, ${dateWords(one.dated)}`}
          </li>
        ))}
      </ul>
    </>
  )
}

function ViewsLinks({ caseFile, isFamily, isCouncil }: { caseFile: CaseFile; isFamily: boolean; isCouncil: boolean }) {
  if (!caseFile.open.includes('give-views') && !caseFile.open.includes('keep-out-term')) return null
  const isYoungPerson = caseFile.parts.includes('young-person')
  return (
    <>
      <h2 class="govuk-heading-m">{isFamily ? 'Tell us what you think' : 'Views of the family'}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {caseFile.open.includes('give-views') && !isYoungPerson && (
          <li><a class="govuk-link" href={paths.giveViews({ ...caseFile.key, whose: 'parent' })}>{isFamily ? 'Your views' : 'Write down a parent’s views'}</a></li>
        )}
        {caseFile.open.includes('give-views') && (
          <li><a class="govuk-link" href={paths.giveViews({ ...caseFile.key, whose: 'child' })}>{isYoungPerson ? 'Your views' : isFamily ? 'Help your child to give their views' : 'Write down the child’s views'}</a></li>
        )}
        {caseFile.open.includes('keep-out-term') && (
          <li><a class="govuk-link" href={paths.keepOut(caseFile.key)}>{isCouncil ? 'Words to keep out of the plan' : 'Tell us about words that must not be in the plan'}</a></li>
        )}
      </ul>
    </>
  )
}
