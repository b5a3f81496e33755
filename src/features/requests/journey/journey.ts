// The journey of one request: its tasks for who is asking, how far it is, and what still stands in the way of sending.

import type { Requester } from '../../../domain/case-file/facts.ts'
import { compulsoryAnswers, journeyOf } from '../../../domain/case-file/request-gateway.ts'
import { familyTasks, youngPersonTasks } from './family-tasks.ts'
import { professionalTasks } from './professional-tasks.ts'
import type { Answers, Question, Task, Voice } from './question.ts'
import { say, textIn } from './question.ts'

export interface Journey {
  readonly madeBy: Requester
  readonly isWrittenDown: boolean
  readonly answers: Answers
}

export function voiceOf({ madeBy, isWrittenDown, answers }: Journey): Voice {
  const isFamily = journeyOf(madeBy) === 'family'
  const isOwn = madeBy === 'young-person' && !isWrittenDown
  const name = textIn(answers['child-name'], 'preferredName') || textIn(answers['child-name'], 'givenName')
  return { madeBy, isFamily, isOwn, isWrittenDown, child: isOwn ? 'you' : name !== '' ? name : isFamily && madeBy !== 'other' ? 'your child' : 'the child' }
}

export function tasksOf({ madeBy }: Pick<Journey, 'madeBy'>): readonly Task[] {
  if (journeyOf(madeBy) === 'professional') return professionalTasks
  return madeBy === 'young-person' ? youngPersonTasks : familyTasks
}

export const questionsIn = (task: Task, answers: Answers): readonly Question[] => task.questions.filter((question) => question.isAsked?.(answers) ?? true)

export function findQuestion(journey: Journey, id: string): { task: Task; question: Question } | undefined {
  for (const task of tasksOf(journey)) {
    const question = questionsIn(task, journey.answers).find((one) => one.id === id)
    if (question !== undefined) return { task, question }
  }
  return undefined
}

/** The question that follows in the same task, or undefined at its end. */
export function questionAfter(journey: Journey, id: string): Question | undefined {
  const found = findQuestion(journey, id)
  if (found === undefined) return undefined
  const asked = questionsIn(found.task, journey.answers)
  return asked[asked.findIndex((one) => one.id === id) + 1]
}

export interface Missing {
  readonly question: Question
  readonly message: string
}

/** What still stands in the way of sending, in the order of the tasks. A young person's own name is the child's. */
export function missingFrom(journey: Journey): Missing[] {
  const compulsory = compulsoryAnswers(journey.madeBy, journey)
  const voice = voiceOf(journey)
  return tasksOf(journey).flatMap((task) => questionsIn(task, journey.answers).flatMap((question) =>
    (question.gives ?? []).filter(({ answer, isGiven }) => compulsory.includes(answer) && !isGiven(journey.answers[question.id] ?? {}, journey.answers))
      .map(({ missing }) => ({ question, message: say(missing, voice) }))))
}

export type TaskState = 'not-started' | 'to-do' | 'begun' | 'done' | 'optional'

export function stateOf(journey: Journey, task: Task): TaskState {
  const questions = questionsIn(task, journey.answers)
  const isMissing = missingFrom(journey).some(({ question }) => questions.includes(question))
  const seen = questions.filter(({ id }) => journey.answers[id] !== undefined).length
  if (isMissing) return seen === 0 ? 'not-started' : 'to-do'
  if (seen === 0) return 'optional'
  return seen === questions.length ? 'done' : 'begun'
}
