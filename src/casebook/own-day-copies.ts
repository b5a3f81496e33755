// Days of facts that the casebook's own tables keep.

import type { DayCopy } from './day-copies.ts'
import { dayCopy } from './day-copies.ts'
import { moveConsultation } from './consultations.ts'
import { moveHome } from './family/family-rows.ts'
import { moveSentOn } from './sending/letters.ts'

export const ownDayCopies: readonly DayCopy[] = [
  dayCopy('letter-sent', (tx, caseFile, { noticeId, happenedOn }) => moveSentOn(tx, caseFile, noticeId, happenedOn)),
  dayCopy('setting-consulted', (tx, caseFile, { consultationId, happenedOn }) => moveConsultation(tx, caseFile, consultationId, happenedOn)),
  dayCopy('address-changed', (tx, caseFile, { household, happenedOn }, was) =>
    moveHome(tx, { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }, household, { was, fromOn: happenedOn })),
]
