import { stageWords } from '../../domain/case-file/stage-words.ts'
import { overdueStages, reviewStageWords } from '../../domain/stock/overdue-kinds.ts'
import type { OverdueStage } from '../../domain/stock/overdue-kinds.ts'

/** What each stage is called, of a review or of an assessment. */
export const stageWordsOf = (stage: OverdueStage): string =>
  stage === 'considering' || stage === 'assessing' || stage === 'drafting' || stage === 'draft-out' ? stageWords[stage].staff : reviewStageWords[stage]

export const stageItems = overdueStages.map((stage) => ({ value: stage, text: stageWordsOf(stage) }))
