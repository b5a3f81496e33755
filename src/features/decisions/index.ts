import { dayCopy } from '../../casebook/day-copies.ts'
import type { Feature } from '../../casebook/feature.ts'
import { moveDecidedOn, movePanelOn } from './decision-store.ts'
import { routes } from './routes.ts'

export const decisions: Feature = {
  name: 'decisions', routes,
  dayCopies: [
    dayCopy('assessment-decided', (tx, caseFile, { noticeId, happenedOn }) => moveDecidedOn(tx, caseFile, noticeId, happenedOn)),
    dayCopy('plan-decided', (tx, caseFile, { noticeId, happenedOn }) => moveDecidedOn(tx, caseFile, noticeId, happenedOn)),
    dayCopy('panel-advised', (tx, caseFile, fact, was) => movePanelOn(tx, caseFile, fact, { was, panelOn: fact.happenedOn })),
  ],
}
