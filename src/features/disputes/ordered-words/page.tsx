import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { listLocks } from '../../../casebook/plan/locked-wordings.ts'
import { planIdOf, readPlanContent } from '../../../casebook/plan/plan-content.ts'
import { read } from '../../../casebook/tx.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import { orderWords } from '../../../domain/disputes/dispute-words.ts'
import { lockWords, notSaidAsLocked } from '../../../domain/plan/locked-wording.ts'
import { underWay } from '../../../domain/review/amendments.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { getOrderedChange } from '../dispute-store.ts'

const title = 'Words locked in the working document'

/** Each ordered wording beside what its line says: the last look before the amended plan is issued. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'plan-endings')
    const change = await getOrderedChange(tx, caseFile, param(ask, 'reviewId'))
    const { reviewId } = change
    const planId = await planIdOf(tx, caseFile)
    const locks = await listLocks(tx, caseFile, planId, { reviewId })
    const content = await readPlanContent(tx, caseFile, planId)
    const wrong = new Set(notSaidAsLocked(locks, content).map(({ id }) => id))
    const isOpen = underWay(standingFacts(caseFile.facts)).some(({ id }) => id === reviewId)
    const may = isOpen && caseFile.open.includes('lock-ordered-words')
    const numberOf = (lineId: string): string => {
      const line = content.lines.find(({ id }) => id === lineId)
      return line === undefined ? 'Taken out' : `${line.section}${content.lines.filter(({ section }) => section === line.section).findIndex(({ id }) => id === lineId) + 1}`
    }
    return page(
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} back={{ href: paths.disagreements(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}. {lockWords[change.source]}, {dateWords(change.madeOn)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          {change.kind !== undefined && <p class="govuk-body">{orderWords[change.kind].staff} (SEND Regulations 2014, {orderWords[change.kind].law}).</p>}
          <p class="govuk-body">A locked line cannot be reworded, split, joined, moved to another section or taken out by anybody, and the amended plan cannot be issued unless it says these words to the letter. The boxes beside the words are the council’s to fill in; nothing in them may say otherwise.</p>
          {!isOpen && <InsetText>This amendment has ended. The locks ended with it.</InsetText>}
          {change.words !== undefined && <Details summary="The words as copied from the document"><p class="govuk-body hub-letter__text">{change.words}</p></Details>}
          {change.documentId !== undefined && <p class="govuk-body"><a class="govuk-link" href={paths.caseDocument({ ...caseFile.key, documentId: change.documentId })}>Open the document</a></p>}
          {locks.length === 0 && isOpen && <EmptyState title="No words are locked yet"><p class="govuk-body">Go through the document and put each ordered wording into its line.</p></EmptyState>}
          {locks.map((lock) => (
            <SummaryList
              card={{
                title: `${numberOf(lock.lineId)}, section ${lock.section}`,
                ...(may ? { actions: [{ href: paths.changeLock({ ...caseFile.key, reviewId, lockId: lock.id }), text: 'Put right', visuallyHiddenText: `the words of ${numberOf(lock.lineId)}` }] } : {}),
              }}
              rows={[
                { key: 'Ordered', value: lock.words === undefined ? 'This line is to be out of the plan' : <span class="hub-letter__text">{lock.words}</span> },
                { key: 'The working document', value: wrong.has(lock.id) ? <Tag colour="red">Does not say it to the letter</Tag> : <Tag colour="green">Says it to the letter</Tag> },
              ]}
            />
          ))}
          {may && <Button href={paths.lockWords({ ...caseFile.key, reviewId })}>Put ordered words into a line</Button>}
          <ul class="govuk-list">
            <li><a class="govuk-link" href={paths.plan(caseFile.key)}>Go to the working document</a></li>
            {isOpen && caseFile.open.includes('issue-amended-plan') && <li><a class="govuk-link" href={paths.issueAmended({ ...caseFile.key, reviewId })}>Issue the amended final plan</a></li>}
          </ul>
        </TwoThirds>
      </CasePage>,
    )
  })
}
