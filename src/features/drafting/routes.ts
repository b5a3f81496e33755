import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as addLine from './add-line/page.ts'
import * as assemble from './assemble/page.ts'
import * as editLine from './edit-line/page.ts'
import * as linkLine from './link-line/page.tsx'
import * as lineSource from './line-source/page.tsx'
import * as overview from './plan-overview/page.ts'
import * as presence from './presence/page.ts'
import * as reshape from './reshape-line/page.tsx'
import * as section from './plan-section/page.ts'
import * as settle from './settle-clash/page.ts'
import * as thread from './thread/page.ts'
import * as versions from './versions/page.ts'

const look = { look: 'working-draft' } as const
const write = { act: 'draft-plan' } as const

export const routes = [
  { get: paths.plan.pattern, may: look, page: overview.show },
  { get: paths.planSection.pattern, may: look, page: section.show },
  { get: paths.planThread.pattern, may: look, page: thread.show },
  { post: paths.planPresence.pattern, may: look, page: presence.submit },
  { get: paths.planAssemble.pattern, may: write, page: assemble.show },
  { post: paths.planAssemble.pattern, may: write, page: assemble.submit },
  { get: paths.planAssembleLine.pattern, may: write, page: assemble.showOne },
  { post: paths.planAssembleLine.pattern, may: write, page: assemble.submitOne },
  { get: paths.planAddLine.pattern, may: write, page: addLine.show },
  { post: paths.planAddLine.pattern, may: write, page: addLine.submit },
  { get: paths.planLine.pattern, may: look, page: editLine.show },
  { post: paths.planLine.pattern, may: write, page: editLine.submit },
  { post: paths.planLineAutosave.pattern, may: write, page: editLine.autosave },
  { get: paths.planLineClash.pattern, may: look, page: settle.show },
  { post: paths.planLineClash.pattern, may: write, page: settle.submit },
  { get: paths.planLineLinks.pattern, may: write, page: linkLine.show },
  { post: paths.planLineLinks.pattern, may: write, page: linkLine.submit },
  { get: paths.planLineSource.pattern, may: write, page: lineSource.show },
  { post: paths.planLineSource.pattern, may: write, page: lineSource.submit },
  { get: paths.planLineSplit.pattern, may: write, page: reshape.showSplit },
  { post: paths.planLineSplit.pattern, may: write, page: reshape.submitSplit },
  { get: paths.planLineMerge.pattern, may: write, page: reshape.showJoin },
  { post: paths.planLineMerge.pattern, may: write, page: reshape.submitJoin },
  { get: paths.planLineMove.pattern, may: write, page: reshape.showMove },
  { post: paths.planLineMove.pattern, may: write, page: reshape.submitMove },
  { get: paths.planLineRemove.pattern, may: write, page: reshape.showRemove },
  { post: paths.planLineRemove.pattern, may: write, page: reshape.submitRemove },
  { get: paths.planVersions.pattern, may: look, page: versions.show },
  { post: paths.planVersions.pattern, may: write, page: versions.submit },
  { get: paths.planVersion.pattern, may: look, page: versions.showVersion },
  { get: paths.planCompare.pattern, may: look, page: versions.compare },
] satisfies Route[]
