// Where are we, what is next, by when, who has it, what can I do: before anything else, for somebody who is tired.

import type { ComponentChildren } from 'preact'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import type { Line, LineStep } from '../../../domain/timeline/line-of.ts'
import { pressingStep } from '../../../domain/timeline/line-of.ts'
import { stepWords } from '../../../domain/timeline/step-words.ts'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import { shortKind, whoHasIt } from './line-words.ts'

export function NowBox({ caseFile, line, isYoungPerson, children }: { caseFile: CaseFile; line: Line; isYoungPerson: boolean; children: ComponentChildren }) {
  const step = pressingStep(line)
  const { family, youngPerson } = stageWords[caseFile.stage]
  return (
    <div class={step?.state === 'late' ? 'hub-now hub-now--late' : 'hub-now'}>
      <dl class="hub-now__list">
        <Row name="Now">{isYoungPerson ? youngPerson ?? family : family}</Row>
        {step !== undefined && <Row name="Next">{nextWords(step)}</Row>}
        {step !== undefined && <Row name="By"><ByWhen step={step} line={line} /></Row>}
        {step !== undefined && <Row name="Who has it">{whoHasIt(step, caseFile.officer?.name, caseFile.area.councilName)}</Row>}
        <Row name="You can">{children}</Row>
      </dl>
    </div>
  )
}

const Row = ({ name, children }: { name: string; children: ComponentChildren }) => <div class="hub-now__row"><dt>{name}</dt><dd>{children}</dd></div>

/** As what will happen: how it stands is said above. */
const nextWords = ({ step, words }: LineStep): string => (step === undefined ? words : stepWords(step, 'next'))

/** A step without a day of its own is told with the next day of the law behind it. */
function ByWhen({ step, line }: { step: LineStep; line: Line }) {
  const { state, dueOn, dueBy, daysLate, explained, hasBrokenPromise } = step
  if (dueOn === undefined || dueBy === undefined) {
    const behind = line.steps.slice(line.steps.indexOf(step) + 1).find((one) => one.dueOn !== undefined && one.dueBy === 'law' && one.step !== undefined && one.state !== 'done')
    return behind?.step === undefined || behind.dueOn === undefined
      ? <>No day is set</>
      : <>No day of its own. Then: {stepWords(behind.step, 'next').replace(/^./, (letter) => letter.toLowerCase())}, by <strong>{dateWords(behind.dueOn)}</strong>, {shortKind.law}</>
  }
  const promised = explained === undefined || hasBrokenPromise === true ? null : <><br />We now expect it by <strong>{dateWords(explained.expectedOn)}</strong></>
  if (state === 'excused') return <>As soon as we can. The law lets us take longer{promised}</>
  return (
    <>
      <strong>{dateWords(dueOn)}</strong>, {shortKind[dueBy]}
      {state === 'late' && daysLate !== undefined && <> <Tag colour="red">{plural(daysLate, 'day')} late</Tag></>}
      {promised}
    </>
  )
}
