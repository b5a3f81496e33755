import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { RightsHolder } from '../../../domain/rights/rights-holder-on.ts'
import { hasPassed } from '../../../domain/rights/rights-record.ts'
import { paths } from '../../../paths.ts'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { helpWords } from '../words.ts'
import type { KeptPermission } from '../rights-store.ts'
import type { ParentHere } from './parents-here.ts'

export interface YoungPersonViewProps {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly holder: RightsHolder
  readonly parents: readonly ParentHere[]
  /** The young person themselves, not somebody who decides for them. */
  readonly isOwn: boolean
  /** Whether this reader says what parents can do. */
  readonly mayChoose: boolean
  /** How each word was said: for the young person themselves. */
  readonly said: ReadonlyMap<string, KeptPermission>
}

/** For the young person: what is theirs to decide, and who may see the plan and help. */
export function youngPersonView(props: YoungPersonViewProps) {
  const { frame, caseFile, today, holder, parents, isOwn, mayChoose, said } = props
  const { rights, rightsMatter, child, area } = caseFile
  const passed = hasPassed(rights, today)
  const whose = isOwn ? 'my' : `${child.preferredName}’s`
  const title = isOwn ? 'Who can see my plan and help me' : `Who can see ${child.preferredName}’s plan and help`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {isOwn && (
          <>
            <p class="govuk-body-l">{passed ? `This is your plan. You decide about it now. This began on ${dateWords(rights.rightsOn)}.` : `You will decide about your plan from ${dateWords(rights.rightsOn)}.`}</p>
            <ul class="govuk-list govuk-list--bullet">
              <li>{passed ? 'We write to you.' : 'From that day we write to you.'}</li>
              <li>You can say what to change in your plan. You can ask for a school or college.</li>
              <li>If you do not agree with us, you can ask for a meeting to sort it out. You can also appeal.</li>
            </ul>
          </>
        )}
        {!isOwn && <p class="govuk-body-l">You choose this for {child.preferredName}, because {child.preferredName} cannot make this choice now.</p>}
        {isOwn && 'record' in holder && (
          <p class="govuk-inset-text">{holder.holder === 'representative' ? `${holder.name} chooses this for you now.` : 'Your parents choose this for you now.'} Somebody looked at it with care{holder.record.reviewOn === undefined ? '' : `. We look again by ${dateWords(holder.record.reviewOn)}`}. If you think this is wrong, tell us.</p>
        )}
        <h2 class="govuk-heading-m">Your parents</h2>
        {parents.length === 0 && <p class="govuk-body">No parent has a part here.</p>}
        {parents.map((parent) => <ParentCard parent={parent} caseFile={caseFile} whose={whose} mayChoose={mayChoose && rightsMatter} passed={passed} />)}
        {parents.length > 0 && <p class="govuk-body">You choose for each parent. You can change it on any day. If you say nothing, they keep what they had before the day and see nothing new.</p>}
        <h2 class="govuk-heading-m">Who else can see {whose} plan</h2>
        <p class="govuk-body">People who work with you and people who look after the plan. <a class="govuk-link" href={paths.casePeople(caseFile.key)}>See who they are</a>.</p>
        <h2 class="govuk-heading-m">How you want to be helped</h2>
        <p class="govuk-body">You can bring somebody with you. You can ask for signs, pictures or easy words. <a class="govuk-link" href={paths.caseCommunication(caseFile.key)}>Tell us what helps</a> or <a class="govuk-link" href={paths.caseMessages(caseFile.key)}>send us a message</a>.</p>
        {area.contacts.informationAdviceSupport !== undefined && <p class="govuk-body">{area.contacts.informationAdviceSupport.name} can help you too. They do not work for us. How to reach them is below.</p>}
        <Said caseFile={caseFile} said={said} />
      </TwoThirds>
    </CasePage>
  )
}

function ParentCard({ parent, caseFile, whose, mayChoose, passed }: { parent: ParentHere; caseFile: CaseFile; whose: string; mayChoose: boolean; passed: boolean }) {
  const { now } = parent
  return (
    <SummaryList
      card={{ title: parent.name, headingLevel: 3, ...(mayChoose ? { actions: [{ href: paths.permission({ ...caseFile.key, personId: parent.personId }), text: now === undefined ? 'Choose' : 'Change', visuallyHiddenText: `what ${parent.name} can see and do` }] } : {}) }}
      rows={[
        { key: passed ? 'Can' : 'From that day can', value: now === undefined ? 'You have not said yet' : now.parts.length === 0 ? 'See nothing new' : now.parts.map((part) => <>{helpWords[part].own.replace('my', whose)}<br /></>) },
        now !== undefined && { key: 'Since', value: dateWords(now.on) },
      ]}
    />
  )
}

/** Every word that was said about a parent, the latest first. */
function Said({ caseFile: { rights }, said }: { caseFile: CaseFile; said: ReadonlyMap<string, KeptPermission> }) {
  if (rights.said.length === 0) return null
  const by = { 'young-person': 'you said', officer: 'you told us', representative: 'said for you' } as const
  return (
    <>
      <h2 class="govuk-heading-m">What was said, and when</h2>
      <ul class="govuk-list govuk-list--spaced">
        {rights.said.toReversed().map((one) => <li>{dateWords(one.on)}, {by[one.by]}: {one.name}: {one.parts.length === 0 ? 'nothing new' : one.parts.map((part) => helpWords[part].own).join(', ')}{said.get(one.permissionId)?.words !== undefined && <><br />We wrote down how we asked: {said.get(one.permissionId)?.words}</>}</li>)}
      </ul>
    </>
  )
}
