import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { MarkKind } from '../../../domain/advice/guess-mark.ts'
import { guessMark, isLabel, markKinds } from '../../../domain/advice/guess-mark.ts'
import { paths } from '../../../paths.ts'
import type { Sentence } from '../../../platform/documents/sentences.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form, textOf } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { plural } from '../../../ui/words.ts'
import type { Advice } from '../advice-store.ts'
import type { MarkedLine } from '../line-store.ts'
import { markWords, titleOfKind } from '../words.ts'
import type { Choice } from './form.ts'
import { joinField, kindField } from './form.ts'

export interface MarkView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly advice: Advice
  readonly lines: readonly MarkedLine[]
  readonly sentences: readonly Sentence[]
  readonly errors: FormErrors
  readonly choices: readonly Choice[]
  /** What was posted, when the form was wrong. */
  readonly values: FormValues | undefined
  readonly marksLost: number
}

export function view(shown: MarkView) {
  const { frame, caseFile, advice, lines, errors, values, choices, marksLost } = shown
  const title = `Mark the lines: ${titleOfKind(advice.kind)}`
  const isWorking = advice.state === 'working' || advice.state === 'returned'
  const back = isWorking && advice.requestId !== undefined
    ? { href: paths.giveAdvice({ ...caseFile.key, adviceRequestId: advice.requestId }), text: 'Back to the report' }
    : { href: paths.advice({ ...caseFile.key, adviceId: advice.id }), text: 'Back to the report' }
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={back} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {marksLost > 0 && <WarningText>{plural(marksLost, 'mark')} came off, because the words are not in the report any more.</WarningText>}
      <p class="govuk-body">Say of each sentence what it is. The plan is written from what is marked, with these words kept behind each line.</p>
      {lines.length === 0 && <p class="govuk-inset-text">We have filled in a first guess from the headings alone. Nothing is marked until you save. Please check each one.</p>}
      <Form tokens={frame.tokens}>
        <input type="hidden" name="textLength" value={String(advice.reportText.length)} />
        <div data-mark-selection class="hub-mark-tools" />
        <Sentences {...shown} />
        <h2 class="govuk-heading-m" id="words-title">Mark part of a sentence</h2>
        <TextAreaField name="words" label="Paste the exact words" hint="They are looked up in the report. Leave empty if you do not need this." rows={3} whoCanSee="not kept" errors={errors} values={values} />
        <RadiosField name="wordsKind" legend="What are they?" inline small errors={errors} values={values} items={markKinds.map((value) => ({ value, text: markWords[value] }))} />
        {choices.length > 0 && (
          <RadiosField
            name="which"
            legend="Which place do you mean?"
            errors={errors}
            values={values}
            items={choices.map(({ start, end }) => ({ value: String(start), text: <Context text={advice.reportText} start={start} end={end} /> }))}
          />
        )}
        <MarkedList lines={lines} caseFile={caseFile} />
        <div class="govuk-button-group">
          <Button name="next" value="done" preventDoubleClick>{isWorking ? 'Save and check' : 'Save the marks'}</Button>
          <Button name="next" value="more" variant="secondary" preventDoubleClick>Save and mark more</Button>
        </div>
      </Form>
    </CasePage>
  )
}

/** What the sentence is now: as posted, as marked, or as guessed from its heading while nothing is marked. */
function kindNow({ advice, lines, values, sentences }: MarkView, sentence: Sentence): MarkKind | '' {
  if (values !== undefined) return markKinds.find((kind) => kind === textOf(values, kindField(sentence.start))) ?? ''
  if (lines.length === 0) return isLabel(advice.reportText.slice(sentence.start, sentence.end)) ? '' : guessMark(sentence.headings) ?? ''
  const line = wholeLineAt(lines, sentences, sentence)
  return line !== undefined && line.start === sentence.start ? markKinds.find((kind) => kind === line.kind) ?? '' : ''
}

const wholeLineAt = (lines: readonly MarkedLine[], sentences: readonly Sentence[], sentence: Sentence): MarkedLine | undefined =>
  lines.find((line) => line.start <= sentence.start && line.end >= sentence.end
    && sentences.some(({ start }) => start === line.start) && sentences.some(({ end }) => end === line.end))

function isJoined({ lines, values, sentences }: MarkView, sentence: Sentence): boolean {
  if (values !== undefined) return textOf(values, joinField(sentence.start)) === 'yes'
  const line = wholeLineAt(lines, sentences, sentence)
  return line !== undefined && line.start < sentence.start
}

function Sentences(shown: MarkView) {
  const { advice, sentences, lines } = shown
  const kindAt = (index: number): string => advice.blocks[index]?.kind ?? 'paragraph'
  return (
    <div class="hub-mark" data-report>
      {sentences.map((sentence, index) => {
        const words = advice.reportText.slice(sentence.start, sentence.end)
        // A heading says what follows; it is not itself a need or a promise.
        if (kindAt(sentence.block) === 'heading') return <h2 class="govuk-heading-s hub-mark__heading">{words.replace(/^#+\s+/, '')}</h2>
        const id = kindField(sentence.start)
        const isFirstOfBlock = sentences[index - 1]?.block !== sentence.block
        const inside = lines.filter((line) => line.start >= sentence.start && line.end <= sentence.end && (line.start > sentence.start || line.end < sentence.end))
        return (
          <div class="hub-mark__sentence">
            <p class="govuk-body hub-mark__words" id={`t${sentence.start}`} data-start={String(sentence.start)}>{words}</p>
            <div class="hub-mark__choice">
              <label class="govuk-visually-hidden" for={id}>What is this sentence?</label>
              <select class="govuk-select" id={id} name={id} aria-describedby={`t${sentence.start}`}>
                {['', ...markKinds].map((kind) => <option value={kind} selected={kindNow(shown, sentence) === kind}>{kind === '' ? 'Leave' : markWords[kind as MarkKind]}</option>)}
              </select>
              {index > 0 && kindAt(sentences[index - 1]?.block ?? 0) !== 'heading' && (
                <div class="govuk-checkboxes govuk-checkboxes--small">
                  <div class="govuk-checkboxes__item">
                    <input class="govuk-checkboxes__input" type="checkbox" id={joinField(sentence.start)} name={joinField(sentence.start)} value="yes" checked={isJoined(shown, sentence)} aria-describedby={`t${sentence.start}`} />
                    <label class="govuk-label govuk-checkboxes__label" for={joinField(sentence.start)}>with the {isFirstOfBlock ? 'one' : 'sentence'} before</label>
                  </div>
                </div>
              )}
              {inside.length > 0 && <p class="govuk-hint govuk-!-margin-bottom-0">{plural(inside.length, 'part')} of it marked</p>}
            </div>
          </div>
        )
      })}
    </div>
  )
}

function Context({ text, start, end }: { text: string; start: number; end: number }) {
  return <>…{text.slice(Math.max(0, start - 80), start)}<mark>{text.slice(start, end)}</mark>{text.slice(end, end + 80)}…</>
}

function MarkedList({ lines, caseFile }: { lines: readonly MarkedLine[]; caseFile: CaseFile }) {
  if (lines.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Marked so far: {plural(lines.length, 'line')}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {lines.map((line) => (
          <li><strong>{markWords[line.kind as MarkKind]}</strong>: {line.text} <a class="govuk-link" href={paths.adviceLine({ ...caseFile.key, adviceId: line.adviceId, adviceLineId: line.id })}>Change<span class="govuk-visually-hidden"> {line.text.slice(0, 60)}</span></a></li>
        ))}
      </ul>
    </>
  )
}
