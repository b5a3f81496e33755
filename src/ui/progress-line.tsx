// Where a process has come to: its steps down the page, each with its state in words.
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import { hasContent, type Content, type Optional } from './govuk/attributes.ts'
import { Heading } from './govuk/heading.tsx'
import { dateWords } from './words.ts'

export type StepState = 'done' | 'now' | 'late' | 'excused' | 'next' | 'not needed'

export type ProgressStep = {
  readonly title: Content
  readonly state: StepState
} & Optional<{
  /** When it was done, or by when it is due. */
  on: PlainDate
  children: Content
}>

const stateWords: { readonly [state in StepState]: string } = {
  done: 'Done',
  now: 'Happening now',
  late: 'Late',
  excused: 'Happening now',
  next: 'Still to come',
  'not needed': 'Not needed',
}

function whenWords({ state, on }: ProgressStep): string | undefined {
  if (on === undefined || state === 'not needed') return undefined
  if (state === 'done') return dateWords(on)
  if (state === 'late') return `was due by ${dateWords(on)}`
  // The day does not bind: nothing is late, and no new day takes its place.
  return state === 'excused' ? `was meant to be by ${dateWords(on)}` : `by ${dateWords(on)}`
}

export function ProgressLine({
  steps,
  headingLevel = 3,
}: {
  steps: readonly ProgressStep[]
  headingLevel?: 2 | 3 | 4
}) {
  return (
    <ol class="hub-progress">
      {steps.map((step) => {
        const when = whenWords(step)
        return (
          <li
            class={`hub-progress__step hub-progress__step--${step.state.replace(' ', '-')}`}
            aria-current={step.state === 'now' || step.state === 'late' || step.state === 'excused' ? 'step' : undefined}
          >
            <Heading level={headingLevel} class="govuk-heading-s hub-progress__title">
              {step.title}
            </Heading>
            <p class="hub-progress__state">
              <strong>{stateWords[step.state]}</strong>
              {when && `, ${when}`}
            </p>
            {hasContent(step.children) && <div class="hub-progress__more">{step.children}</div>}
          </li>
        )
      })}
    </ol>
  )
}
