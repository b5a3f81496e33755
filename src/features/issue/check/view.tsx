import type { CheckRun, CheckedPlan } from '../../../casebook/plan/plan-checking.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isInForce } from '../../../domain/case-file/tracks.ts'
import type { PlanStatus } from '../../../domain/plan/checks/plan-under-check.ts'
import { paths } from '../../../paths.ts'
import { emptyPlanCheck } from '../../../domain/plan/checks/whole-plan-checks.ts'
import { planChecks } from '../../../domain/plan/checks/plan-checks.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { SubNavigation } from '../../../ui/moj/sub-navigation.tsx'
import { When } from '../../../ui/when.tsx'
import { plural } from '../../../ui/words.ts'
import { Findings } from './findings-view.tsx'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly status: PlanStatus
  readonly checked: CheckedPlan
  readonly runs: readonly CheckRun[]
  readonly errors: FormErrors
}

const statusWords = { draft: 'draft', final: 'final plan', amended: 'amended plan' } as const
const asWords = { draft: 'As a draft', final: 'As a final plan', amended: 'As an amended plan' } as const

export function view({ frame, caseFile, status, checked, runs, errors }: Props) {
  const { verdict } = checked
  const asked = planChecks.filter(({ severity }) => severity[status] !== 'not-asked').length
  const title = `Check the ${statusWords[status]}`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <SubNavigation
          label="What is checked"
          items={(isInForce(caseFile.stage) ? (['amended'] as const) : (['draft', 'final'] as const)).map((one) => ({
            text: asWords[one], href: paths.planCheck(caseFile.key, { for: one }), current: one === status,
          }))}
        />
        {verdict.held.some(({ checkId }) => checkId === emptyPlanCheck.id) ? <EmptyPlan caseFile={caseFile} /> : (
          <>
            <p class="govuk-body">
              {asked} checks of the plan as it stands now.{' '}
              {verdict.may ? `Nothing holds the ${statusWords[status]}.` : `${plural(verdict.held.length, 'fault')} must be mended first.`}
            </p>
            {verdict.may && verdict.warned.length + verdict.said.length === 0 && (
              <InsetText>The checks found nothing. That does not mean that all is well: read the plan.</InsetText>
            )}
            <Findings caseFile={caseFile} checked={checked} release={caseFile.open.includes('release-check') ? { for: status } : undefined} />
            <Form tokens={frame.tokens} action={paths.planCheck(caseFile.key, { for: status })}>
              <div class="govuk-button-group">
                <Button variant="secondary" preventDoubleClick>Record this check</Button>
                {status === 'final' && verdict.may && caseFile.open.includes('issue-final-plan') && <a class="govuk-link" href={paths.issueFinal(caseFile.key)}>Issue the final plan</a>}
                {status === 'amended' && verdict.may && caseFile.open.includes('issue-amended-plan') && <a class="govuk-link" href={paths.amendments(caseFile.key)}>Issue the amended plan</a>}
                {status === 'draft' && verdict.may && caseFile.open.includes('share-draft') && <a class="govuk-link" href={paths.shareDraft(caseFile.key)}>Send the draft to the family</a>}
              </div>
            </Form>
          </>
        )}
        {status === 'draft' && verdict.held.length === 0 && !caseFile.open.includes('share-draft') && <WarningText>A case officer sends the draft.</WarningText>}
        <h2 class="govuk-heading-m">Checks that were recorded</h2>
        {runs.length === 0 && <p class="govuk-body">None yet. One is recorded by itself when the draft is sent and when the plan is issued.</p>}
        <ul class="govuk-list govuk-list--bullet">
          {runs.map(({ status: of, mayGo, runAt, runBy }) => (
            <li><When when={runAt} />, {runBy ?? 'Golden Thread'}: the {statusWords[of]} {mayGo ? 'could go' : 'was held'}</li>
          ))}
        </ul>
      </TwoThirds>
    </CasePage>
  )
}

/** Nothing to find fault with: what to do first, once, in place of a warning for every section. */
function EmptyPlan({ caseFile }: { caseFile: CaseFile }) {
  const mayWrite = caseFile.open.includes('draft-plan')
  return (
    <>
      <p class="govuk-body">The plan is empty: nothing is written in it yet. There is nothing to check.</p>
      {mayWrite
        ? (
          <>
            <p class="govuk-body">Begin with the advice: what its authors marked can be taken into the plan line by line, with its source.</p>
            <div class="govuk-button-group">
              <Button href={paths.planAssemble(caseFile.key)}>Begin with the advice</Button>
              <a class="govuk-link" href={paths.plan(caseFile.key)}>Open the draft</a>
            </div>
          </>
        )
        : <p class="govuk-body"><a class="govuk-link" href={paths.plan(caseFile.key)}>Open the draft</a> to see who is writing it.</p>}
    </>
  )
}
