// The amendment notice as the family reads it: what would change, in words; until when they can answer; what they can do.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Proposal } from '../../../casebook/plan/proposals.ts'
import type { Served } from '../../../casebook/plan/served.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { LineId } from '../../../domain/ids.ts'
import type { PlanChange } from '../../../domain/plan/changes.ts'
import type { PlanContent } from '../../../domain/plan/line.ts'
import { sections } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { PlanChanges } from '../../../ui/plan-changes.tsx'
import { PlanRead } from '../../../ui/plan-read.tsx'
import { dateTimeWords, dateWords, plural, weekdayWords } from '../../../ui/words.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly served: Served
  readonly content: PlanContent
  readonly changes: readonly PlanChange[]
  readonly currentOn?: PlainDate
  readonly today: PlainDate
  /** What this reader said of the changes. */
  readonly said: readonly Proposal[]
  readonly askedFor: readonly string[]
  readonly finishedOn?: PlainDate
}

export function view(props: Props) {
  const { frame, caseFile, content, changes, said } = props
  const title = `The changes that we want to make to the plan for ${childName(caseFile)}`
  const mayComment = caseFile.open.includes('propose-change')
  const changed = new Set<string>(changes.map(({ id }) => id))
  const still = { ...content, lines: content.lines.filter(({ id }) => !changed.has(id)) }
  const under = (lineId: LineId, number: string) => (
    <>
      {said.filter((one) => one.lineId === lineId).map((one) => <Said said={one} />)}
      {mayComment && content.lines.some(({ id }) => id === lineId) && (
        <p class="govuk-body-s hub-no-print">
          <a class="govuk-link" href={paths.proposeOnLine({ ...caseFile.key, lineId })}>Comment or ask for a change<span class="govuk-visually-hidden"> about {number}</span></a>
        </p>
      )}
    </>
  )
  const apart = said.filter(({ lineId }) => lineId === undefined || !content.lines.some(({ id }) => id === lineId))
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <Head {...props} />
        <h2 class="govuk-heading-m" id="changes">{plural(changes.length, 'change')}</h2>
        <PlanChanges changes={changes} under={({ id, number }) => under(id, number)} />
        {apart.length > 0 && <><h2 class="govuk-heading-m">What you asked us to add or take out</h2>{apart.map((one) => <Said said={one} />)}</>}
        <Details summary={`What stays as it is: ${plural(still.lines.length, 'part')} of the plan`}>
          <PlanRead content={still} only={sections.filter((section) => still.lines.some((line) => line.section === section))} under={(line, number) => under(line.id, number)} />
        </Details>
      </TwoThirds>
    </CasePage>
  )
}

function Head({ caseFile, served, today, currentOn, askedFor, finishedOn }: Props) {
  const isFamily = isOfFamily(caseFile.parts)
  const isOver = served.windowLastDay < today
  const last = <strong>{weekdayWords(served.windowLastDay)}</strong>
  const current = currentOn !== undefined && <a class="govuk-link" href={paths.finalPlan(caseFile.key)}>the plan of {dateWords(currentOn)}</a>
  if (!isFamily) {
    return (
      <InsetText>
        Sent on {dateWords(served.servedOn)}. The family’s time to answer {isOver ? 'ended' : 'ends'} on {last}.{currentOn !== undefined && <> Until an amended plan is final, {current} is in force.</>}
        {caseFile.open.includes('propose-change') && ' You can comment under any line: your words are read by you and the council’s SEND team.'}
      </InsetText>
    )
  }
  return (
    <>
      <p class="govuk-body-l">Nothing has changed yet. We want to get it right with you.</p>
      <InsetText>
        {isOver ? <>Your time to answer ended on {last}. You can still tell us things until we have decided.</> : <>Please tell us what you think by the end of {last}.</>}
        {finishedOn !== undefined && <> You told us on {dateWords(finishedOn)} that you have finished. You can still say more.</>}
      </InsetText>
      {currentOn !== undefined && <p class="govuk-body">Until then {current} goes on. The help in it must go on too.</p>}
      <h2 class="govuk-heading-m">What you can do</h2>
      <ul class="govuk-list govuk-list--bullet hub-no-print">
        <li>Read each change. Under it you can write what you think, or ask for other words. You do not have to.</li>
        {caseFile.open.includes('make-wish') && (
          <>
            <li><a class="govuk-link" href={paths.makeWish(caseFile.key, { kind: 'setting' })}>Ask for a school, nursery or college</a></li>
            <li><a class="govuk-link" href={paths.makeWish(caseFile.key, { kind: 'meeting' })}>Ask to meet us</a>. If you ask, we must meet you.</li>
            <li><a class="govuk-link" href={paths.makeWish(caseFile.key, { kind: 'format' })}>Ask for this in another form or language</a></li>
          </>
        )}
        {caseFile.open.includes('finish-commenting') && finishedOn === undefined && <li><a class="govuk-link" href={paths.finishCommenting(caseFile.key)}>Tell us when you have finished</a></li>}
      </ul>
      <p class="govuk-body">You can also call us. We will write down what you say. What you write here is only seen by you and the SEND team. Nobody else of the family sees it.</p>
      {askedFor.length > 0 && <ul class="govuk-list govuk-list--bullet">{askedFor.map((words) => <li>{words}</li>)}</ul>}
      <div class="hub-no-print"><Button href="#changes" variant="secondary">Read the changes</Button></div>
    </>
  )
}

const asked = { comment: 'You wrote', change: 'You asked for these words', add: 'You asked us to add', remove: 'You asked us to take this out' } as const

function Said({ said: { kind, text, madeAt, decision, decisionReason, because } }: { said: Proposal }) {
  return (
    <div class="hub-said">
      <p class="govuk-body-s govuk-!-margin-bottom-1"><strong>{asked[kind]}</strong>, {dateTimeWords(madeAt)} {decision === undefined && <Tag colour="yellow">Waiting for an answer</Tag>}</p>
      {text !== '' && text.split('\n').map((words) => <p class="govuk-body govuk-!-margin-bottom-1">{words}</p>)}
      {because !== undefined && <p class="govuk-body-s govuk-!-margin-bottom-1">Why: {because}</p>}
      {decision !== undefined && <p class="govuk-body govuk-!-margin-bottom-1"><strong>Our answer:</strong> {[decision === 'accepted' ? 'We agree.' : decision === 'declined' ? 'We did not agree.' : '', decisionReason ?? ''].filter(Boolean).join(' ')}</p>}
    </div>
  )
}
