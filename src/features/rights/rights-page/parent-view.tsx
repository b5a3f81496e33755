import type { ComponentChildren } from 'preact'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { helpOf, standsIn } from '../../../domain/access/parts-of-family.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { latestOf, standingFacts } from '../../../domain/case-file/facts.ts'
import { versionInForce } from '../../../domain/plan/version-in-force.ts'
import { decisionWords, rightsDecisions } from '../../../domain/rights/decisions.ts'
import type { RightsHolder } from '../../../domain/rights/rights-holder-on.ts'
import { hasPassed } from '../../../domain/rights/rights-record.ts'
import { paths } from '../../../paths.ts'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { OwnHistory } from '../rights-store.ts'
import { helpWords } from '../words.ts'

export interface ParentViewProps {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly holder: RightsHolder
  readonly personId: string
  readonly history: OwnHistory
}

/** For a parent: who decides and from when, what they can see and do, why, and whom to ask. */
export function parentView(props: ParentViewProps) {
  const { frame, caseFile, today } = props
  const { rights, child } = caseFile
  const passed = hasPassed(rights, today)
  const title = passed ? `What you can see in ${child.preferredName}’s plan` : 'Who decides and who helps'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {passed ? <AfterTheDay {...props} /> : <BeforeTheDay {...props} />}
      </TwoThirds>
    </CasePage>
  )
}

function BeforeTheDay({ caseFile: { child, rights, rightsMatter } }: ParentViewProps) {
  const name = child.preferredName
  return (
    <>
      <p class="govuk-body-l">You decide for {name} until {dateWords(rights.rightsOn)}. From that day {name} decides.</p>
      <p class="govuk-body">The law says so for everybody. The day is the one after the last Friday in June of Year 11.</p>
      <h2 class="govuk-heading-m">What changes on that day</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>We write to {name}, and no longer to you.</li>
        <li>{name} says what to change in a draft plan, asks for a school or college, and can appeal.</li>
        <li>You keep all that you have had. You see nothing new unless {name} says that you may.</li>
      </ul>
      <h2 class="govuk-heading-m">You can still help</h2>
      <p class="govuk-body">{name} can let you read the plan, get a copy of our letters, write to us, and tell us what you think. {rightsMatter ? `${name} can say so now, so that nothing stops on the day.` : 'We will ask in the year before.'} Please talk about it.</p>
      <p class="govuk-body">Do you think that there is a choice that {name} cannot make, even with help? Tell us in a message. We look at each choice by itself.</p>
    </>
  )
}

function AfterTheDay({ caseFile, today, holder, personId, history }: ParentViewProps) {
  const { child, rights, key } = caseFile
  const name = child.preferredName
  const mine = rightsDecisions.filter((decision) => standsIn(rights, personId, today, decision))
  const help = mine.includes('sharing') ? [] : helpOf(rights, personId, today)
  const own = rights.said.filter((one) => one.parentId === personId && one.on <= today).toReversed()
  const who = holder.holder === 'representative' && holder.personId !== personId ? holder.name : name
  return (
    <>
      <p class="govuk-body-l">{name} decides about the plan now. This began on {dateWords(rights.rightsOn)}.</p>
      {mine.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What you decide</h2>
          <p class="govuk-body">Somebody looked at this with care and found that {name} cannot make these choices now. The law says that you make them:</p>
          <ul class="govuk-list govuk-list--bullet">{mine.map((decision) => <li>{decisionWords[decision].family}</li>)}</ul>
        </>
      )}
      <h2 class="govuk-heading-m">What you can do now</h2>
      {mine.includes('sharing') ? <p class="govuk-body">You see the plan and get our letters, as before.</p> : help.length === 0
        ? <p class="govuk-body">You keep what you had before that day. You see nothing new.</p>
        : <><p class="govuk-body">{who} said that you can:</p><ul class="govuk-list govuk-list--bullet">{help.map((part) => <li>{helpWords[part].parent}</li>)}</ul></>}
      <Kept caseFile={caseFile} history={history} />
      <h2 class="govuk-heading-m">Why</h2>
      <p class="govuk-body">When a young person is past the age when they must go to school, the law gives them the say about their plan. We can show a parent something new only if {who} says so.</p>
      <h2 class="govuk-heading-m">If you want to see more</h2>
      <p class="govuk-body">Ask {who}. {who} can say yes here or to us, and can change it on any day. If you think that {name} cannot make this choice, even with help, call us. The number is below.</p>
      {own.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What was said, and when</h2>
          <ul class="govuk-list govuk-list--spaced">
            {own.map(({ on, parts }) => <li>{dateWords(on)}: {parts.length === 0 ? 'nothing new' : parts.map((part) => helpWords[part].parent).join('; ')}</li>)}
            {rights.noticeOn !== undefined && <li>{dateWords(rights.noticeOn)}: we wrote to you about this day. <a class="govuk-link" href={paths.caseLetters(key)}>Your letters</a></li>}
          </ul>
        </>
      )}
    </>
  )
}

/** Everything that was theirs before the day and stays, and what they are let see now. */
function Kept({ caseFile, history }: { caseFile: CaseFile; history: OwnHistory }) {
  const { key, rights, parts } = caseFile
  const facts = standingFacts(caseFile.facts)
  const seesToday = caseFile.onlyBefore === undefined
  const served = latestOf(facts, 'draft-served')
  const issued = versionInForce(facts)
  const link = (href: string, text: string, on?: PlainDate): ComponentChildren => <li><a class="govuk-link" href={href}>{text}</a>{on !== undefined && `, ${dateWords(on)}`}</li>
  return (
    <>
      <h2 class="govuk-heading-m">{seesToday ? 'What you can open' : `What you had before ${dateWords(rights.rightsOn)}`}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {parts.includes('parent') && link(paths.caseOverview(key), 'Where are we?')}
        {link(paths.caseLetters(key), 'Letters to you')}
        {link(paths.caseMessages(key), 'Messages between you and us')}
        {served !== undefined && link(paths.sharedDraft(key), seesToday ? 'The draft plan' : 'The draft plan as you had it', served.happenedOn)}
        {issued !== undefined && link(paths.finalPlan(key), seesToday ? 'The plan' : 'The plan as you had it', issued.issuedOn)}
        {history.reports.map(({ id, title, on }) => link(paths.advice({ ...key, adviceId: id }), `Report: ${title}`, on))}
        {history.documents.map(({ id, title, on }) => link(paths.caseDocument({ ...key, documentId: id }), `You sent: ${title}`, on))}
        {parts.includes('parent-views') && link(paths.caseEvidence(key), 'Send us a paper')}
        {parts.includes('parent-views') && caseFile.open.includes('give-views') && link(paths.giveViews({ ...key, whose: 'parent' }), 'Tell us what you think')}
      </ul>
    </>
  )
}
