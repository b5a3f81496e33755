// The kinds of facts that the return is made from: whoever reads a whole area reads no others. A test folds whole ledgers and what is left of them by this
// list, and finds the same return. Corrections are read whatever their kind.

import type { FactType } from '../../case-file/facts.ts'

export const factTypesRead: readonly FactType[] = [
  // What begins a course, and what moves a case from stage to stage
  'request-received', 'brought-to-attention', 'became-responsible', 'older-plan-brought-in', 'plan-shell-brought-in', 'return-brought-in', 'plan-transferred-in', 'request-withdrawn', 'duplicate-settled',
  'assessment-decided', 'plan-decided', 'draft-served', 'final-issued', 'plan-ceased', 'moved-out-of-area',
  // What can be appealed, and what came of it
  'reassessment-decided', 'review-decision-notified', 'amended-final-issued', 'not-amending-notified', 'cease-notified',
  'mediation-asked-for', 'mediation-step', 'mediation-agreed', 'appeal-lodged', 'appeal-conceded', 'order-made',
  // The plan in force
  'direct-payment-agreed', 'setting-began', 'educated-otherwise', 'review-meeting-held', 'amendment-notice-sent',
  'phase-transfer-foreseen', 'phase-transfer-cancelled', 'next-placement-named', 'excuse-claimed', 'excuse-withdrawn',
]
