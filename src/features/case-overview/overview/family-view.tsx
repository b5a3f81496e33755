import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { isInForce } from '../../../domain/case-file/tracks.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { TaskList } from '../../../ui/govuk/task-list.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { ofServed, servedNow, waysOf } from './family-ways.ts'
import { Beside, LineView } from '../line/line-view.tsx'
import { NowBox } from '../line/now-box.tsx'
import type { LineRead } from '../line/read-line.ts'
import { QuickRoutes, routesOf, WhatYouCanDo } from '../line/routes-view.tsx'

export interface FamilyOverview extends LineRead {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  /** Who is looking: what the other parent has done is not done by this one. */
  readonly viewerId: PersonId | undefined
  readonly today: PlainDate
}

export function familyView({ frame, caseFile, line, refused, viewerId, today }: FamilyOverview) {
  const isYoungPerson = caseFile.parts.includes('young-person')
  const { needed, others } = waysOf(caseFile, viewerId, isYoungPerson)
  const windowOn = servedNow(caseFile)?.windowLastDay
  const routes = routesOf(line)
  const name = childName(caseFile)
  return (
    <CasePage
      frame={frame} caseFile={caseFile} title="Where are we?" breadcrumbs={[]} beforeMain={<></>}
      lead={(
        <TwoThirds>
          <span class="govuk-caption-m">{name}</span>
          <h1 class="govuk-heading-l govuk-!-margin-bottom-3">Where are we?</h1>
          <NowBox caseFile={caseFile} line={line} isYoungPerson={isYoungPerson}><QuickRoutes caseFile={caseFile} routes={routes} /></NowBox>
        </TwoThirds>
      )}
    >
      <TwoThirds>
        {routes.isLate && (
          <p class="govuk-body">
            <strong>{routes.isOurs ? 'We are late, and we are sorry.' : 'Someone we asked is late, and we are sorry.'}</strong> You can ask us why, and when it will be done.
          </p>
        )}
        {caseFile.officer !== undefined && <p class="govuk-body"><strong>{caseFile.officer.name}</strong> looks after {isYoungPerson ? 'your' : `${name}’s`} case. The case number is {caseFile.reference}.</p>}
        <h2 class="govuk-heading-m">What you need to do</h2>
        {needed.length === 0
          ? <p class="govuk-body">Nothing right now. We will tell you when we need something.</p>
          : <TaskList idPrefix="needed" items={needed.map(({ title, href, act }) => ({ title, href, ...(windowOn !== undefined && windowOn >= today && ofServed.includes(act) ? { hint: `By ${dateWords(windowOn)}` } : {}) }))} />}
        <h2 class="govuk-heading-m">The steps</h2>
        {refused.length > 0 && <InsetText>We cannot show the dates today. Two things in our record do not fit, and we have to put one right. You can still ask us.</InsetText>}
        {refused.length === 0 && line.steps.length === 0 && <p class="govuk-body">{isInForce(caseFile.stage) ? 'No step has a day right now.' : 'Nobody has asked for an assessment yet.'}</p>}
        {line.before.length > 0 && <Details summary="The steps so far"><LineView steps={line.before} /></Details>}
        {line.steps.length > 0 && <LineView steps={line.steps} />}
        <Beside steps={line.beside} />
        {line.steps.length > 0 && (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.caseDatesFile(caseFile.key)}>Put these dates in your calendar (ics file)</a>. It holds no names.
          </p>
        )}
        <WhatYouCanDo caseFile={caseFile} routes={routes} />
        {others.length > 0 && <h2 class="govuk-heading-m">More for you here</h2>}
        {others.length > 0 && (
          <ul class="govuk-list govuk-list--spaced">
            {others.map(({ title, href }) => <li><a class="govuk-link" href={href}>{title}</a></li>)}
          </ul>
        )}
        <Details summary="What the dates mean">
          <p class="govuk-body">The law sets most of these dates. From your request to the final plan it takes 20 weeks at most. After that we look at the plan with you once a year.</p>
          <p class="govuk-body">Dates in the law do not move for weekends or holidays. In a few cases the law lets us take longer. Then we say so, and why.</p>
          <p class="govuk-body">A target is a day that we aim for ourselves. If we miss it, the date in the law still stands.</p>
        </Details>
      </TwoThirds>
    </CasePage>
  )
}
