import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { readClocks } from '../../../casebook/limits/keep-clocks.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { readReassessments } from '../../../casebook/reassessments.ts'
import { read } from '../../../casebook/tx.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import type { Reassessment } from '../../../domain/reassessment/reassessments-of.ts'
import { amendmentOfReassessment, openReassessment, reassessmentsOf } from '../../../domain/reassessment/reassessments-of.ts'
import { underWay } from '../../../domain/review/amendments.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { dateWords } from '../../../ui/words.ts'
import { askerWords } from '../words.ts'

const title = 'Assessing again'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'plan-endings')
    const kept = await readReassessments(tx, caseFile)
    const all = reassessmentsOf(caseFile.facts)
    const clocks = await readClocks(tx, { localAreaId: caseFile.localAreaId, areaCode: caseFile.key.area, id: caseFile.id, bornOn: caseFile.child.bornOn, facts: caseFile.facts })
    // The engine knows a reassessment that was agreed by the amendment that it began.
    const dueOn = (clock: string, ids: readonly (string | undefined)[]) => (clocks.ok ? clocks.value.find((one) => one.id === clock && ids.includes(one.about) && one.metFact === undefined)?.dueOn : undefined)
    const open = openReassessment(caseFile.facts)
    const may = caseFile.open.includes('decide-reassessment')
    return page(
      <CasePage frame={ask.frame} caseFile={caseFile} title={title}>
        <TwoThirds>
          <h1 class="govuk-heading-l">{title}</h1>
          {open !== undefined && <Steps caseFile={caseFile} open={open} />}
          {all.length === 0 && <EmptyState title="Nobody has asked for a new assessment"><p class="govuk-body">The family, the school or college and the health body can ask. The council may begin one by itself (CFA 2014 s.44(2), (3)).</p></EmptyState>}
          {all.map(({ id, requested, decided, begun }) => {
            const ids = [id, decided?.reviewId, begun?.reviewId]
            const [decisionDue, planDue] = [dueOn('RE-02', ids), dueOn('RE-03', ids)]
            const one = kept.get(id)
            return (
              <SummaryList
                card={{ title: requested === undefined ? 'Begun by the council itself' : `Asked for on ${dateWords(requested.happenedOn)}` }}
                rows={[
                  requested !== undefined && { key: 'Who asked', value: `${askerWords[requested.askedBy]}${one?.askedByName === undefined ? '' : `: ${one.askedByName}`}` },
                  { key: 'Why', value: <span class="hub-letter__text">{one?.why ?? ''}</span> },
                  decided !== undefined && { key: 'Decided', value: <>{dateWords(decided.happenedOn)}: {decided.outcome === 'reassess' ? 'assess again' : 'do not assess again'}{one?.decidedBy !== undefined && `, by ${one.decidedBy}`}<br /><span class="hub-letter__text">{one?.reasons ?? ''}</span></> },
                  begun !== undefined && { key: 'Begun', value: `${dateWords(begun.happenedOn)}${one?.decidedBy === undefined ? '' : `, by ${one.decidedBy}`}` },
                  decided === undefined && begun === undefined && decisionDue !== undefined && { key: 'Tell the family by', value: <ContextualDate due date={decisionDue} daysAway={daysBetween(tx.today, decisionDue)} /> },
                  planDue !== undefined && { key: 'Send the final plan by', value: <ContextualDate due date={planDue} daysAway={daysBetween(tx.today, planDue)} /> },
                  may && requested !== undefined && decided === undefined && begun === undefined && { key: 'Next', value: <a class="govuk-link" href={paths.decideReassessment({ ...caseFile.key, reassessmentId: id })}>Decide whether to assess again</a> },
                ]}
              />
            )
          })}
          <ul class="govuk-list">
            {caseFile.open.includes('ask-for-reassessment') && <li><a class="govuk-link" href={paths.askForReassessment(caseFile.key)}>Record a request for a new assessment</a></li>}
            {may && open === undefined && <li><a class="govuk-link" href={paths.decideReassessment({ ...caseFile.key, reassessmentId: 'new' })}>Begin one without a request</a></li>}
          </ul>
        </TwoThirds>
      </CasePage>,
    )
  })
}

/** What the Regulations ask of a reassessment, in their order, each with the page where it is done (regs 6, 8, 13, 26, 27). */
function Steps({ caseFile, open }: { caseFile: CaseFile; open: Reassessment }) {
  const reviewId = amendmentOfReassessment(open)
  const notice = underWay(standingFacts(caseFile.facts)).find(({ id }) => id === reviewId)?.notice
  const link = (isOpen: boolean, href: string, text: string) => (isOpen ? <a class="govuk-link" href={href}>{text}</a> : text)
  const { key } = caseFile
  return (
    <InsetText>
      <p class="govuk-body">A new assessment is under way beside the plan in force. The plan goes on until the amended one is sent.</p>
      <ol class="govuk-list govuk-list--number">
        <li>{link(caseFile.open.includes('ask-for-advice'), paths.askForAdvice(key), 'Ask for advice again')}: all that regulation 6(1) names, whoever was asked before. <a class="govuk-link" href={paths.adviceList(key)}>What was asked for and came in</a></li>
        <li>{link(caseFile.open.includes('draft-plan'), paths.planAssemble(key), 'Use the advice in the plan')}, and write the rest in the <a class="govuk-link" href={paths.plan(key)}>working document</a></li>
        {reviewId !== undefined && (
          <li>
            {link(caseFile.open.includes('answer-proposal'), paths.amendment({ ...key, reviewId }), notice === undefined ? 'Send the changes to the family' : 'The changes with the family')}
            {notice === undefined ? <>: they have fifteen days to answer.{caseFile.open.includes('decide-not-to-amend') && <> Where no line needs to change, <a class="govuk-link" href={paths.notAmending({ ...key, reviewId })}>keep the plan as it is</a></>}</> : `, sent on ${dateWords(notice.on)}`}
          </li>
        )}
        {reviewId !== undefined && <li>{link(notice !== undefined && caseFile.open.includes('issue-amended-plan'), paths.issueAmended({ ...key, reviewId }), 'Issue the amended final plan')}</li>}
      </ol>
    </InsetText>
  )
}
