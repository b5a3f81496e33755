import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import { allOf } from '../../../domain/case-file/facts.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import { wordsOfDecision } from '../../../domain/rights/decisions.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { findAssessment } from '../rights-store.ts'

/** One assessment as it was recorded: for the council's team alone. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!isOfCouncil(caseFile.parts)) throw new NotAllowed('rights')
    const found = await findAssessment(tx, caseFile, param(ask, 'assessmentId'))
    const fact = allOf(standingFacts(caseFile.facts), 'capacity-found').find(({ assessmentId }) => assessmentId === found?.id)
    if (found === undefined || fact === undefined) throw new NotFound('assessment')
    const { standIn, reviewOn } = fact
    const title = `Can ${caseFile.child.preferredName} decide ${wordsOfDecision(found.decision)}?`
    return page(
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} back={{ href: paths.caseRights(caseFile.key) }}>
        <TwoThirds>
          <h1 class="govuk-heading-l">{title}</h1>
          <SummaryList
            rows={[
              { key: 'The decision', value: found.about },
              { key: 'What was found', value: found.hasCapacity ? 'Yes: they decide' : 'No, not this decision at this time' },
              { key: 'Assessed by', value: `${found.assessedBy}, ${found.assessorRole}, on ${dateWords(fact.happenedOn)}` },
              { key: 'Help to decide', value: found.support }, { key: 'Reasons', value: found.reasons },
              reviewOn !== undefined && { key: 'Look at it again', value: `By ${dateWords(reviewOn)}. From that day they are presumed to decide again` },
              !found.hasCapacity && { key: 'Who decides', value: standIn === undefined ? 'The parents: no deputy or attorney is appointed' : `${standIn.name}, as ${standIn.as}${standIn.from === undefined ? '' : `, from ${dateWords(standIn.from)}`}${standIn.to === undefined ? '' : ` to ${dateWords(standIn.to)}`}` },
              found.appointmentEvidence !== undefined && { key: 'What shows the appointment', value: found.appointmentEvidence },
              { key: 'Evidence', value: <>{found.evidence}{found.evidence !== undefined && found.evidenceDocumentId !== undefined && <br />}{found.evidenceDocumentId !== undefined && <a class="govuk-link" href={paths.caseDocument({ ...caseFile.key, documentId: found.evidenceDocumentId })}>The assessment</a>}</> },
              { key: 'Recorded', value: `By ${found.recordedByName} on ${dateWords(londonDateOf(found.recordedAt))}` },
            ]}
          />
          <p class="govuk-body">A new assessment is a new record. This one stays.</p>
        </TwoThirds>
      </CasePage>,
    )
  })
}
