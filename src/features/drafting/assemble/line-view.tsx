import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { WordDiff } from '../../../ui/word-diff.tsx'
import { DraftPage } from '../draft-page.tsx'
import { fieldRows, kindWords } from '../field-words.ts'
import { fieldChangeWords } from '../field-changes.ts'
import { Notes } from '../line-card.tsx'
import { reportWords, wordsHref } from '../source-words.tsx'
import { wordingNotes } from '../../../domain/plan/wording-notes.ts'
import { Became, DecideLine } from './decide-line.tsx'
import type { AnsweredLine, Assembling } from './groups.ts'

interface Props extends Assembling {
  readonly frame: PageFrame
  readonly errors: FormErrors
  readonly values: FormValues
}

export function lineView({ frame, draft, answered, errors, values }: Omit<Props, 'answered'> & { answered: AnsweredLine }) {
  const { line, became } = answered
  const notes = wordingNotes(line)
  const changed = became.kind === 'changed' || became.kind === 'merged' ? became : undefined
  return (
    <DraftPage
      frame={frame} draft={draft} title="One line of the advice" here="assemble" errors={errors}
      back={{ href: `${paths.planAssemble(draft.caseFile.key, { show: 'all' })}#advice-line-${line.id}`, text: 'Back to the advice' }}
    >
      <Became draft={draft} became={became} />
      <SummaryList
        rows={[
          { key: 'Words of the report', value: <q class="hub-quote">{line.quote}</q> },
          { key: 'Report', value: line.report.isReadable ? <a class="govuk-link" href={wordsHref(draft.caseFile.key, { kind: 'advice', adviceId: line.adviceId, adviceLineId: line.id, quote: line.quote, start: line.start, end: line.end })}>{reportWords(line.report)}</a> : reportWords(line.report) },
          { key: 'Marked as', value: `${kindWords[line.kind]}, section ${line.section}: ${sectionTitles[line.section]}` },
          { key: 'The line', value: line.text },
          ...fieldRows(line.kind, line.fields).map(({ label, words }) => ({ key: label, value: words })),
          notes.length > 0 && { key: 'To look at', value: <Notes notes={notes} gaps={[]} /> },
        ]}
      />
      {changed?.inPlan.map(({ text, fields }) => (
        <InsetText>
          <p class="govuk-body govuk-!-font-weight-bold">What the plan makes of it</p>
          <WordDiff before={changed.advised.text} after={text} />
          <ul class="govuk-list govuk-list--bullet">{fieldChangeWords(changed.advised.fields, fields).map((words) => <li>{words}</li>)}</ul>
        </InsetText>
      ))}
      {draft.decides && (became.kind === 'waiting' || became.kind === 'not-used') && (
        <Form tokens={frame.tokens}>
          <DecideLine draft={draft} line={line} errors={errors} values={values} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      )}
    </DraftPage>
  )
}
