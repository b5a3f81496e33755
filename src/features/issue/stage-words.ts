import type { NotAtThisStage } from '../../casebook/act.ts'
import type { Stage } from '../../domain/case-file/tracks.ts'

const words: Partial<Record<Stage, string>> = {
  drafting: 'The draft has not been sent to the family yet', maintained: 'The final plan has been issued', reviewing: 'The final plan has been issued', amending: 'The final plan has been issued',
  closed: 'This case is closed',
  exported: 'This case has moved to another area',
}

/** Why an act is not open, said to the person who tried it. */
export const stageWords = ({ stage }: NotAtThisStage): string => `${words[stage] ?? 'There is no draft plan on this case now'}, so this cannot be done now`
