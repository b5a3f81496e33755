import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { MarkKind } from '../../../domain/advice/guess-mark.ts'
import { markKinds } from '../../../domain/advice/guess-mark.ts'
import { findingsFor } from '../../../domain/advice/line-findings.ts'
import { promiseInWords } from '../../../domain/plan/promise-words.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { errorFor, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { ErrorMessage } from '../../../ui/govuk/error-message.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, listWords, plural } from '../../../ui/words.ts'
import type { Advice } from '../advice-store.ts'
import { Findings } from '../findings.tsx'
import type { MarkedLine } from '../line-store.ts'
import { readingOf } from '../line/form.ts'
import { titleOfKind } from '../words.ts'

export interface SendView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly advice: Advice
  readonly lines: readonly MarkedLine[]
  readonly missing: readonly string[]
  readonly errors: FormErrors
}

const headings: Record<MarkKind, string> = { need: 'Needs', outcome: 'Outcomes', provision: 'Provision', view: 'Views' }

export function view({ frame, caseFile, advice, lines, missing, errors }: SendView) {
  const title = 'Check your advice and send it'
  const key = { ...caseFile.key, adviceId: advice.id }
  const found = lines.map((line) => ({ line, findings: findingsFor(line) }))
  const vague = found.filter(({ findings }) => findings.some(({ isEssential }) => isEssential)).length
  const unread = lines.filter((line) => !line.isWorded && line.kind === 'provision' && Object.keys(readingOf(line)).length > 0)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.markAdvice(key), text: 'Back to marking' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{titleOfKind(advice.kind)}: {caseFile.child.givenName} {caseFile.child.familyName}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{advice.authorName}{advice.authorRole !== '' && `, ${advice.authorRole}`}{advice.dated !== undefined && `. Dated ${dateWords(advice.dated)}`}.{advice.contactOn !== undefined && ` Last contact with the child ${dateWords(advice.contactOn)}.`}</p>
        {lines.length === 0 && <p class="govuk-inset-text">No line is marked. You can send the report as it is; the plan writer will mark it. It is better marked by you.</p>}
        {vague > 0 && <WarningText>{plural(vague, 'line')} {vague === 1 ? 'does' : 'do'} not say all that a plan needs. You can change them, say why they cannot be fixed, or send as it is.</WarningText>}
        {markKinds.map((kind) => <Group heading={headings[kind]} rows={found.filter(({ line }) => line.kind === kind)} caseFile={caseFile} />)}
        {unread.length > 0 && (
          <Form tokens={frame.tokens} action={paths.confirmReadings(key)}>
            {unread.map(({ id }) => <input type="hidden" name="lines" value={id} />)}
            <Button variant="secondary" preventDoubleClick>What was read from the words is right</Button>
            <p class="govuk-hint">Confirms the amounts shown under {plural(unread.length, 'line')}. You can still change each.</p>
          </Form>
        )}
        <h2 class="govuk-heading-m">Send</h2>
        {missing.length > 0 && <p class="govuk-inset-text">Missing before it can be sent: {listWords(missing)}.</p>}
        <p class="govuk-body">After sending, the report cannot be changed. The council, the family and whoever gets the plan can read it.</p>
        <Form tokens={frame.tokens}>
          <input type="hidden" name="version" value={String(advice.version)} />
          {errorFor(errors, 'send') !== undefined && <ErrorMessage id="send">{errorFor(errors, 'send')}</ErrorMessage>}
          <Button preventDoubleClick>{vague > 0 ? 'Send to the council as it is' : 'Send to the council'}</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

function Group({ heading, rows, caseFile }: { heading: string; rows: readonly { line: MarkedLine; findings: ReturnType<typeof findingsFor> }[]; caseFile: CaseFile }) {
  if (rows.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <ol class="govuk-list hub-advice-lines">
        {rows.map(({ line, findings }) => {
          const promise = line.kind === 'provision' ? promiseInWords(line.isWorded ? line.fields : readingOf(line)) : undefined
          return (
            <li>
              <p class="govuk-body govuk-!-margin-bottom-1">{line.text}</p>
              <p class="govuk-hint govuk-!-margin-bottom-1">
                Section {line.section}, {sectionTitles[line.section]}.{promise !== undefined && <> {line.isWorded ? 'Confirmed' : 'Read from the words'}: {promise}.</>}
                {line.fields.flexibleBecause !== undefined && <> It cannot be fixed, because {line.fields.flexibleBecause}</>}{' '}
                <a class="govuk-link" href={paths.adviceLine({ ...caseFile.key, adviceId: line.adviceId, adviceLineId: line.id })}>Change<span class="govuk-visually-hidden"> {line.text.slice(0, 60)}</span></a>
              </p>
              <Findings findings={findings} />
            </li>
          )
        })}
      </ol>
    </>
  )
}
