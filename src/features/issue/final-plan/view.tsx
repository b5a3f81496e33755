import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import { sectionAnchor } from '../../../casebook/plan/plan-document.ts'
import { paths } from '../../../paths.ts'
import type { PrintedDocument } from '../../../platform/documents/printed-document.ts'
import { documentView } from '../../../platform/documents/to-html.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { ChangesKey, OneChange } from '../../../ui/plan-changes.tsx'
import { When } from '../../../ui/when.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { Delivery, Receipt } from '../delivery-store.ts'
import type { FinalVersion } from '../version-store.ts'
import type { WhatChanged } from './may-read.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly version: FinalVersion
  readonly own: readonly Delivery[]
  readonly receipts: readonly (Receipt | undefined)[]
  readonly document: PrintedDocument
  readonly changed?: WhatChanged
  /** Numbers of earlier plans that this viewer may read again. */
  readonly earlier?: readonly { readonly no: number; readonly issuedOn: PlainDate }[]
  readonly canAcknowledge: boolean
  /** Why there is no PDF, when one was asked for. */
  readonly pdfProblem?: string
  readonly problem?: string
}

/** Where "back" leads: those who only deliver the plan have no page of the case but this one. */
const backFor = ({ parts }: CaseFile) =>
  (mayLook('overview', parts) ? undefined : { href: paths.planInbox(), text: 'Back to plans' })

export function view({ frame, caseFile, version, own, receipts, document, canAcknowledge, pdfProblem, problem, changed, earlier = [] }: Props) {
  const back = backFor(caseFile)
  const isFamily = isOfFamily(caseFile.parts)
  const unacknowledged = receipts.some((receipt) => receipt?.acknowledgedAt === undefined)
  const acknowledgedAt = receipts.find((receipt) => receipt?.acknowledgedAt !== undefined)?.acknowledgedAt
  return (
    <CasePage frame={frame} caseFile={caseFile} title={document.title} back={back}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {problem !== undefined && <WarningText>{problem}.</WarningText>}
          {documentView(document, { belowTitle: (
            <div class="hub-plan-tools">
              {pdfProblem !== undefined && <WarningText>{pdfProblem} To keep a copy on paper, print this page.</WarningText>}
              <p class="govuk-body">
                {isFamily ? 'This is the final plan. The help in it must now happen.' : 'You have this plan because you help to make it happen. Please say that you have it.'}
              </p>
              {own.length > 0 && unacknowledged && canAcknowledge && (
                <Form tokens={frame.tokens} action={paths.acknowledgePlan(caseFile.key)}>
                  <Button preventDoubleClick>I have this plan</Button>
                </Form>
              )}
              {own.length > 0 && !unacknowledged && acknowledgedAt !== undefined && <p class="govuk-body">You said on <When when={acknowledgedAt} /> that you have it.</p>}
              {changed !== undefined && <Changed changed={changed} isRecipient={!isFamily && own.length > 0} />}
              <h2 class="govuk-heading-s">Take a copy</h2>
              <ul class="govuk-list">
                <li><a class="govuk-link" href={paths.finalPlanSummary(caseFile.key)}>The plan on one page</a></li>
                {version.pdfProblem === undefined && <li><a class="govuk-link" href={paths.finalPlanPdf(caseFile.key)}>PDF</a></li>}
                {version.pdfProblem === undefined && <li><a class="govuk-link" href={paths.finalPlanPdf(caseFile.key, { size: 'large' })}>PDF in large print</a></li>}
                <li><a class="govuk-link" href={paths.finalPlanWord(caseFile.key)}>Word</a></li>
                <li>{document.largePrint === true
                  ? <a class="govuk-link" href={paths.finalPlan(caseFile.key)}>This page in ordinary letters</a>
                  : <a class="govuk-link" href={paths.finalPlan(caseFile.key, { size: 'large' })}>This page in large print</a>}
                </li>
                {mayLook('deliveries', caseFile.parts) && <li><a class="govuk-link" href={paths.deliveries(caseFile.key)}>Who has this plan</a></li>}
              </ul>
              {earlier.length > 0 && (
                <Details summary="Plans that are no longer in force">
                  <ul class="govuk-list">{earlier.map(({ no, issuedOn }) => <li><a class="govuk-link" href={paths.earlierPlan({ ...caseFile.key, no: String(no) })}>The plan of {dateWords(issuedOn)}</a></li>)}</ul>
                </Details>
              )}
              {version.pdfProblem !== undefined && pdfProblem === undefined && <p class="govuk-body">{version.pdfProblem} This page can be printed.</p>}
              <nav aria-label="Contents of the plan" class="hub-contents">
                <h2 class="govuk-heading-s">Contents</h2>
                <ol class="govuk-list">
                  {sections.map((section) => <li><a class="govuk-link" href={`#${sectionAnchor(section)}`}>{section}: {sectionTitles[section]}</a></li>)}
                  <li><a class="govuk-link" href="#if-you-do-not-agree">If you do not agree</a></li>
                </ol>
              </nav>
            </div>
          ) })}
        </div>
      </div>
    </CasePage>
  )
}

/** First what changed for this reader, then how much changed besides. */
function Changed({ changed: { changes, own, since }, isRecipient }: { changed: WhatChanged; isRecipient: boolean }) {
  const shown = isRecipient ? own : changes
  const others = changes.length - shown.length
  return (
    <section aria-labelledby="what-changed">
      <h2 class="govuk-heading-s" id="what-changed">{isRecipient ? 'What changed for you' : 'What changed'}{since !== undefined && ` since the plan of ${dateWords(since)}`}</h2>
      {shown.length === 0
        ? <p class="govuk-body">{isRecipient ? 'Nothing that names you or your service changed.' : 'The words of the plan are the same.'}</p>
        : <><ChangesKey />{shown.map((change) => <OneChange change={change} />)}</>}
      {isRecipient && others > 0 && <p class="govuk-body">{plural(others, 'other line')} of the plan changed too. Read it whole.</p>}
    </section>
  )
}
