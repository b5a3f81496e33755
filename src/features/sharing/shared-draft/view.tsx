import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isForParts } from '../../../domain/access/policy.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { listedAdvice } from '../../../domain/plan/advice-words.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { PlanRead } from '../../../ui/plan-read.tsx'
import { dateWords, plural, weekdayWords } from '../../../ui/words.ts'
import { isFamily } from '../closed.tsx'
import { speaksForFamily } from '../on-behalf.tsx'
import type { Proposal } from '../../../casebook/plan/proposals.ts'
import { Said } from '../said.tsx'
import type { ServedDraft } from '../served-draft.ts'
import type { Wish } from '../wish-store.ts'
import { FamilyHead } from './family-head.tsx'

export interface DraftView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly served: ServedDraft
  readonly today: PlainDate
  readonly viewerName: string
  /** What this viewer may see of what was said: their own; the council everything. */
  readonly proposals: readonly Proposal[]
  readonly wishes: readonly Wish[]
  readonly finishedOn?: PlainDate
}

export function view(props: DraftView) {
  const { frame, caseFile, served, proposals } = props
  const title = `The draft plan for ${childName(caseFile)}`
  const mayComment = caseFile.open.includes('propose-change')
  const { content } = served.version
  const lineIds = new Set<string>(content.lines.map(({ id }) => id))
  const apart = proposals.filter(({ lineId }) => lineId === undefined || !lineIds.has(lineId))
  const asCouncil = speaksForFamily(caseFile)
  const commentWords = asCouncil ? 'Record what the family said' : 'Comment or ask for a change'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {isFamily(caseFile) ? <FamilyHead {...props} /> : <StaffHead {...props} />}
        <nav aria-labelledby="contents" class="hub-no-print">
          <h2 class="govuk-heading-s" id="contents">In this draft</h2>
          <ul class="govuk-list">
            {sections.map((section) => <li><a class="govuk-link" href={`#section-${section}`}>{section}: {sectionTitles[section]}</a></li>)}
          </ul>
        </nav>
        <PlanRead
          content={content}
          under={(line, number) => {
            const said = proposals.filter(({ lineId }) => lineId === line.id)
            return (
              <>
                {asCouncil ? <SaidCount caseFile={caseFile} said={said} /> : said.map((proposal) => <Said proposal={proposal} />)}
                {mayComment && (
                  <p class="govuk-body-s hub-no-print">
                    <a class="govuk-link" href={paths.proposeOnLine({ ...caseFile.key, lineId: line.id })}>
                      {commentWords}<span class="govuk-visually-hidden"> about {number}</span>
                    </a>
                  </p>
                )}
              </>
            )
          }}
          afterSection={(section) => (
            <SectionEnd caseFile={caseFile} section={section} said={asCouncil ? [] : apart.filter((proposal) => proposal.section === section)} mayComment={mayComment} />
          )}
        />
        <section class="hub-plan-section" aria-labelledby="section-K">
          <h2 class="govuk-heading-m" id="section-K">Section K: {sectionTitles.K}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {served.version.advice.map((entry) => <li>{listedAdvice(entry)}</li>)}
          </ul>
          {served.version.advice.length === 0 && <p class="govuk-body">No reports are listed yet.</p>}
          <SectionEnd caseFile={caseFile} section="K" said={asCouncil ? [] : apart.filter(({ section }) => section === 'K')} mayComment={mayComment} />
        </section>
      </TwoThirds>
    </CasePage>
  )
}

function StaffHead({ caseFile, served, proposals, wishes, today }: DraftView) {
  const isOver = served.windowLastDay < today
  const waiting = proposals.filter(({ decision }) => decision === undefined).length
  return (
    <>
      <InsetText>
        Version {served.version.heading.versionNumber}, served on {dateWords(served.servedOn)}. The family’s time to answer{' '}
        {isOver ? 'ended' : 'ends'} on <strong>{weekdayWords(served.windowLastDay)}</strong>.
      </InsetText>
      {speaksForFamily(caseFile) ? (
        <ul class="govuk-list hub-no-print">
          <li><a class="govuk-link" href={paths.proposals(caseFile.key)}>What was said about the draft</a>: {plural(waiting, 'comment')} waiting of {proposals.length}</li>
          <li>{isForParts('answer-wish', caseFile.parts) ? <a class="govuk-link" href={paths.wishes(caseFile.key)}>What the family asked for</a> : 'What the family asked for'}: {plural(wishes.filter(({ answer }) => answer === undefined).length, 'wish', 'wishes')} waiting of {wishes.length}</li>
        </ul>
      ) : (
        <p class="govuk-body">
          Read it and comment under any line. Your comments are read by you and the council’s SEND team, who answer each one. You do not see what
          others wrote.
        </p>
      )}
    </>
  )
}

function SaidCount({ caseFile, said }: { caseFile: CaseFile; said: readonly Proposal[] }) {
  if (said.length === 0) return null
  const waiting = said.filter(({ decision }) => decision === undefined).length
  return (
    <p class="govuk-body-s govuk-!-margin-bottom-1">
      <a class="govuk-link" href={paths.proposals(caseFile.key)}>{plural(said.length, 'comment')}</a>{waiting > 0 ? `, ${waiting} waiting for an answer` : ', all answered'}
    </p>
  )
}

function SectionEnd({ caseFile, section, said, mayComment }: { caseFile: CaseFile; section: Section; said: readonly Proposal[]; mayComment: boolean }) {
  const asksForSetting = section === 'I'
  return (
    <>
      {said.length > 0 && <Details summary={`What you said about section ${section} (${said.length})`} open>{said.map((proposal) => <Said proposal={proposal} />)}</Details>}
      {mayComment && !asksForSetting && (
        <p class="govuk-body-s hub-no-print">
          <a class="govuk-link" href={paths.proposeNewLine({ ...caseFile.key, section })}>{section === 'K' ? 'Say if a report is missing or wrong' : `Add something to section ${section}`}</a>
        </p>
      )}
      {asksForSetting && caseFile.open.includes('make-wish') && (
        <p class="govuk-body-s hub-no-print"><a class="govuk-link" href={paths.makeWish(caseFile.key, { kind: 'setting' })}>Ask for a school, nursery or college</a></p>
      )}
    </>
  )
}

