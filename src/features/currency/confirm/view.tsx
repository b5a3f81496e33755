import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { numberWords, plural } from '../../../ui/words.ts'
import { confirmationWords } from '../plan-ages/confirmation-words.ts'
import { ageWords } from '../words.ts'
import { answerField, longestWords, revisionField, wordsField } from './form.ts'
import type { LinesToConfirm, LineToConfirm } from './lines-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly found: LinesToConfirm
  readonly errors: FormErrors
  readonly values: FormValues
}

const title = 'Is each line still right?'

export function view(props: Props) {
  const { frame, caseFile, found: { lines, changed }, errors } = props
  const open = lines.filter(({ isDone }) => !isDone)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.planCurrency(caseFile.key), text: 'How old the plan is' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">“Still right” dates a line today, and no other line. Answer as many as you can; the others stay as old as they are and are asked again here.</p>
        <p class="govuk-body" role="status">{numberWords(lines.length - open.length)} of {plural(lines.length, 'line')} found right at this {caseFile.stage === 'amending' ? 'amendment' : 'review'}.{changed > 0 && ` ${plural(changed, 'line')} changed in the working document ${changed === 1 ? 'is' : 'are'} not asked here: issuing the plan dates ${changed === 1 ? 'it' : 'them'}.`}</p>
        {lines.length === 0 && <EmptyState title="No line waits for an answer"><p class="govuk-body">The words of this plan are not in the hub, or every line was changed in the working document.</p></EmptyState>}
        {lines.length > 0 && (
          <Form tokens={frame.tokens}>
            {sections.map((section) => <OneSection {...props} section={section} lines={lines.filter(({ line }) => line.section === section)} />)}
            {open.length > 0 && <Button preventDoubleClick>Save these answers</Button>}
          </Form>
        )}
        <p class="govuk-body"><a class="govuk-link" href={paths.plan(caseFile.key)}>The working document</a></p>
      </TwoThirds>
    </CasePage>
  )
}

function OneSection({ section, lines, ...props }: Props & { section: Section; lines: readonly LineToConfirm[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-labelledby={`section-${section}`}>
      <h2 class="govuk-heading-m" id={`section-${section}`}>{section}: {sectionTitles[section]}</h2>
      {lines.map((one) => <OneLine {...props} one={one} />)}
    </section>
  )
}

/** Neither answer is chosen beforehand: a line that nobody looked at is not confirmed by pressing the button. */
function OneLine({ one: { line, last, isDone, isRightByReport }, caseFile, today, found: { reports }, errors, values }: Omit<Props, 'frame'> & { one: LineToConfirm }) {
  const when = `${confirmationWords(last, reports)}, ${ageWords(last.on, today)} ago${isRightByReport && !isDone ? '. The report of the review says that it is still right' : ''}`
  if (isDone) {
    return (
      <div class="govuk-form-group">
        <p class="govuk-body govuk-!-margin-bottom-1">{line.text}</p>
        <p class="govuk-body-s hub-quiet">{when}</p>
      </div>
    )
  }
  return (
    <>
      <input type="hidden" name={revisionField(line.id)} value={line.revision} />
      <RadiosField
        name={answerField(line.id)} legend={line.text} hint={when} class="govuk-radios--small" errors={errors} values={values}
        items={[
          { value: 'right', text: 'Still right' },
          {
            value: 'change', text: 'Needs changing',
            conditional: (
              <>
                <TextAreaField name={wordsField(line.id)} label="What needs changing?" rows={3} maxLength={longestWords} whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} errors={errors} values={values} />
                <p class="govuk-body-s"><a class="govuk-link" href={paths.planLine({ ...caseFile.key, lineId: line.id })}>Change the line itself<span class="govuk-visually-hidden">: {line.text}</span></a></p>
              </>
            ),
          },
        ]}
      />
    </>
  )
}

export function closedView({ frame, caseFile, closed }: { frame: PageFrame; caseFile: CaseFile; closed: string }) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <InsetText>{closed}</InsetText>
      <p class="govuk-body"><a class="govuk-link" href={paths.planCurrency(caseFile.key)}>How old the plan is</a></p>
    </CasePage>
  )
}
