import type { Stage } from './tracks.ts'

export interface StageWords {
  readonly staff: string
  readonly family: string
  /** To the young person, where the family's words speak of a child. */
  readonly youngPerson?: string
}

/** What each stage of the process is called: short for staff, a plain sentence for families. */
export const stageWords: Record<Stage, StageWords> = {
  'not-known': { staff: 'Not asked about', family: 'Nobody has asked for an assessment yet.' },
  considering: { staff: 'Considering', family: 'We are deciding if we will assess your child’s needs.', youngPerson: 'We are deciding if we will assess your needs.' },
  assessing: { staff: 'Assessing', family: 'We are finding out what your child needs.', youngPerson: 'We are finding out what you need.' },
  drafting: { staff: 'Drafting', family: 'There will be a plan. We are writing the first draft.' },
  'draft-out': { staff: 'Draft with family', family: 'The draft plan is with you. Tell us what you think of it.' },
  maintained: { staff: 'Plan in force', family: 'Your child has a final plan.', youngPerson: 'You have a final plan.' },
  reviewing: { staff: 'Under review', family: 'The plan is being looked at again. It stays in force.' },
  amending: { staff: 'Being amended', family: 'The plan is being changed. The plan you have stays in force until then.' },
  'not-assessed': { staff: 'Not assessed', family: 'We decided not to assess. Your letter says why, and what you can do if you do not agree.' },
  'no-plan': { staff: 'No plan', family: 'We decided not to make a plan. Your letter says why, and what you can do if you do not agree.' },
  closed: { staff: 'Closed', family: 'This is closed. You can ask for an assessment again at any time.' },
  exported: { staff: 'Moved away', family: 'Another council now looks after this.' },
}
