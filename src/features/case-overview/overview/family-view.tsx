import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { ActName } from '../../../domain/case-file/open-acts.ts'
import type { FactType } from '../../../domain/case-file/facts.ts'
import { latestOf } from '../../../domain/case-file/facts.ts'
import type { Stage } from '../../../domain/case-file/tracks.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { TaskList } from '../../../ui/govuk/task-list.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { actWays, oncePerPage } from '../act-paths.ts'
import { Beside, LineView } from '../line/line-view.tsx'
import { NowBox } from '../line/now-box.tsx'
import type { LineRead } from '../line/read-line.ts'
import { QuickRoutes, routesOf, WhatYouCanDo } from '../line/routes-view.tsx'

export interface FamilyOverview extends LineRead {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  /** Who is looking: what the other parent has done is not done by this one. */
  readonly viewerId: PersonId | undefined
}

/** Acts that we ask of a family while they are open; the rest are there when wanted. */
const asked: readonly ActName[] = ['give-views', 'propose-change', 'make-wish', 'finish-commenting', 'acknowledge-plan']

/** The fact that says that somebody of the family has done what was asked of them. */
const doneByFact: { readonly [A in ActName]?: FactType } = {
  'give-views': 'views-recorded', 'finish-commenting': 'family-finished-commenting', 'acknowledge-plan': 'plan-acknowledged',
}

/** Views are asked for until the plan is written; after that the draft is what they say something about. */
const isWaitedFor = (act: ActName, stage: Stage): boolean => act !== 'give-views' || stage === 'considering' || stage === 'assessing'

/** A draft that has not been sent to the family is not theirs to read yet. */
const isThere = (act: ActName, stage: Stage): boolean => act !== 'propose-change' || stage === 'draft-out'

export function familyView({ frame, caseFile, line, refused, viewerId }: FamilyOverview) {
  const isYoungPerson = caseFile.parts.includes('young-person')
  const { needed, others } = waysOf(caseFile, viewerId, isYoungPerson)
  const window = line.steps.find(({ step, state }) => step === 'views-on-draft' && state === 'now')
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
          : <TaskList idPrefix="needed" items={needed.map(({ title, href, act }) => ({ title, href, ...(window?.dueOn !== undefined && act !== 'give-views' ? { hint: `By ${dateWords(window.dueOn)}` } : {}) }))} />}
        <h2 class="govuk-heading-m">The steps</h2>
        {refused.length > 0 && <InsetText>We cannot show the dates today. Two things in our record do not fit, and we have to put one right. You can still ask us.</InsetText>}
        {refused.length === 0 && line.steps.length === 0 && <p class="govuk-body">Nobody has asked for an assessment yet.</p>}
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

interface Way { readonly act: ActName; readonly title: string; readonly href: string; readonly isNeeded: boolean }

/** What this member of the family is asked to do now, and what else is open to them. */
function waysOf(caseFile: CaseFile, viewerId: PersonId | undefined, isYoungPerson: boolean): { needed: readonly Way[]; others: readonly Way[] } {
  const issued = latestOf(caseFile.facts, 'final-issued')
  const hasDone = (act: ActName): boolean => caseFile.facts.some((fact) =>
    fact.type === doneByFact[act] && fact.recordedBy === viewerId && !(fact.type === 'views-recorded' && fact.whose === 'child')
    && (act !== 'acknowledge-plan' || issued === undefined || fact.seq > issued.seq))
  const ways = oncePerPage(caseFile.open.flatMap((act): Way[] => {
    const { family, youngPerson, to } = actWays[act]
    const isNeeded = asked.includes(act) && isWaitedFor(act, caseFile.stage) && !hasDone(act)
    return family === undefined || !isThere(act, caseFile.stage) ? []
      : [{ act, title: isYoungPerson ? youngPerson ?? family : family, href: to({ ...caseFile.key, stage: caseFile.stage }), isNeeded }]
  }))
  return {
    needed: ways.filter(({ isNeeded }) => isNeeded),
    // What was done once and is over is not offered again; the rest stays there for whoever wants it. Messages have a place above.
    others: ways.filter(({ act, isNeeded }) => !isNeeded && act !== 'finish-commenting' && act !== 'acknowledge-plan' && act !== 'send-message'),
  }
}
