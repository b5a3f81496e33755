import type { NotAtThisStage } from '../../casebook/act.ts'
import type { Stage } from '../../domain/case-file/tracks.ts'

/** Why an act is not open, said to the person who tried it. */
const words: Record<Stage, string> = {
  'not-known': 'There is no request on this case yet',
  considering: 'The council has not yet decided whether to assess',
  assessing: 'The case is being assessed: it was decided to assess',
  drafting: 'It was already decided to issue a plan: the draft is being written',
  'draft-out': 'The draft plan is with the family',
  maintained: 'The final plan has been issued',
  reviewing: 'The final plan has been issued and is under review',
  amending: 'The final plan has been issued and is being amended',
  'not-assessed': 'It was already decided not to assess',
  'no-plan': 'It was already decided not to issue a plan',
  closed: 'This case is closed',
  exported: 'This case has moved to another area',
}

export const stageWords = ({ stage }: NotAtThisStage): string => `${words[stage]}, so this cannot be done now`
