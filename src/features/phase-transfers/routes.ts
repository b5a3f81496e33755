import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as board from './board/page.ts'
import * as settings from './settings/page.tsx'
import * as add from './transfer/add-page.tsx'
import * as transfer from './transfer/page.ts'

export const routes = [
  { get: paths.transfers.pattern, may: { look: 'review-register' }, page: board.show },
  { post: paths.transfers.pattern, may: { act: 'foresee-transfer' }, page: board.submit, costs: 10 },
  { get: paths.settingPhases.pattern, may: { act: 'foresee-transfer' }, page: settings.showAll },
  { get: paths.settingPhase.pattern, may: { act: 'foresee-transfer' }, page: settings.show },
  { post: paths.settingPhase.pattern, may: { act: 'foresee-transfer' }, page: settings.submit },
  { get: paths.addTransfer.pattern, may: { act: 'foresee-transfer' }, page: add.show },
  { post: paths.addTransfer.pattern, may: { act: 'foresee-transfer' }, page: add.submit },
  { get: paths.transfer.pattern, may: { look: 'review-register' }, page: transfer.show },
  { post: paths.transfer.pattern, may: { act: ['foresee-transfer', 'name-next-placement'] }, page: transfer.submit },
] satisfies Route[]
