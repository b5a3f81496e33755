import { explain } from '../../../domain/clocks/explain.ts'
import type { LineStep } from '../../../domain/timeline/line-of.ts'
import { Details } from '../../../ui/govuk/details.tsx'
import type { ProgressStep } from '../../../ui/progress-line.tsx'
import { ProgressLine } from '../../../ui/progress-line.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import { excuseForFamily, kindOfDate, turnWords, whatTheDateIs } from './line-words.ts'

/** Steps down the page, each with its day, whose turn it is, and how its date is worked out. */
export function LineView({ steps }: { steps: readonly LineStep[] }) {
  return <ProgressLine steps={steps.filter(({ state }) => state !== 'not-needed').map(progressStep)} />
}

function progressStep(step: LineStep): ProgressStep {
  const { state, words } = step
  const on = state === 'done' ? step.doneOn : step.dueOn
  return { title: words, state: state === 'not-needed' ? 'not needed' : state, ...(on === undefined ? {} : { on }), children: <More step={step} /> }
}

function More({ step }: { step: LineStep }) {
  const { state, daysLate, dueOn, dueBy, excuse, explained, targetOn, wasLateBefore, reading, hasBrokenPromise } = step
  const isRunning = state === 'now' || state === 'late' || state === 'excused'
  const says = [
    ...(isRunning ? [`${turnWords(step)}.`] : []),
    ...(state === 'late' && daysLate !== undefined ? [`It is ${plural(daysLate, 'day')} late.`] : []),
    ...(state === 'done' && daysLate !== undefined && dueOn !== undefined ? [`This was ${plural(daysLate, 'day')} late. It was due by ${dateWords(dueOn)}.`] : []),
    ...(wasLateBefore ? ['It was late before we put a date right.'] : []),
    ...(excuse === undefined ? [] : [`The law lets us take longer here, because ${excuseForFamily[excuse]}. We must do it as soon as we can.`]),
    ...(state !== 'done' && dueBy !== undefined && dueBy !== 'law' ? [`This date is ${kindOfDate[dueBy]}.`] : []),
    ...(targetOn === undefined || state === 'late' ? [] : [`We aim for ${dateWords(targetOn)}. That is our own target.`]),
  ]
  return (
    <>
      {says.length > 0 && <p class="govuk-body-s govuk-!-margin-bottom-1">{says.join(' ')}</p>}
      {explained !== undefined && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          We told you about this on {dateWords(explained.toldOn)}: {explained.why}{' '}
          {hasBrokenPromise === true
            ? <>We said it would be done by {dateWords(explained.expectedOn)}. <strong>That day has passed too, and we are sorry.</strong></>
            : <strong>We now expect it by {dateWords(explained.expectedOn)}.</strong>}
        </p>
      )}
      {reading !== undefined && dueOn !== undefined && dueBy !== undefined && (
        <Details summary={<>How this date is worked out<span class="govuk-visually-hidden">: {step.words}</span></>} class="hub-details-small">
          <p class="govuk-body-s">{whatTheDateIs[dueBy]}</p>
          <p class="govuk-body-s">{explain(reading)}</p>
        </Details>
      )}
    </>
  )
}

/** Dates that stand beside the way: the earliest first, in the same form. */
export function Beside({ steps }: { steps: readonly LineStep[] }) {
  if (steps.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Other dates</h2>
      <LineView steps={steps} />
    </>
  )
}
