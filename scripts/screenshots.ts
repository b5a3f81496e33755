// Takes the pictures of the README from the demonstration itself: npm run screenshots [folder]

import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { rebuildCurrency } from '../src/casebook/plan/keep-currency.ts'
import { rebuildTracks } from '../src/casebook/rebuild-tracks.ts'
import { unpackCases } from '../src/features/demo/demo-cases-store.ts'
import type { CaseId } from '../src/domain/ids.ts'
import { paths } from '../src/paths.ts'
import { throughABrowser } from '../test/journeys/cast.ts'
import { BrowserVisitor } from '../test/harness/browser-visitor.ts'
import { aListeningHub } from '../test/harness/listening-hub.ts'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.resolve(root, process.argv[2] ?? 'docs/pictures')
mkdirSync(folder, { recursive: true })

const hub = await aListeningHub({ now: '2026-11-22T10:00:00.000Z' })
await unpackCases(hub.fresh.db, hub.house.files, readFileSync(path.join(root, 'demo', 'cases.json.gz')))
// As the program does when it starts.
await rebuildTracks(await hub.occasion('system'), { repair: true, which: 'behind' })
await rebuildCurrency(await hub.occasion('system'), { repair: true, which: 'missing' })
const cases = await hub.fresh.db.selectFrom('caseFile as c')
  .innerJoin('child as h', (join) => join.onRef('h.localAreaId', '=', 'c.localAreaId').onRef('h.id', '=', 'c.childId'))
  .select(['c.id', 'h.givenName']).where('c.stage', '<>', 'exported').execute()

function keyOf(name: string): { area: string; caseId: string } {
  const found = cases.find(({ givenName }) => givenName === name)
  if (found === undefined) throw new Error(`the demonstration has no ${name}`)
  return { area: 'wendmere', caseId: found.id }
}

/** The review of a child, with the part of somebody who is invited to it. */
async function reviewOf(name: string, invited: string): Promise<{ area: string; caseId: string; reviewId: string; invitationId: string }> {
  const key = keyOf(name)
  const row = await hub.fresh.db.selectFrom('reviewInvitation as i').innerJoin('reviewArrangement as a', 'a.reviewId', 'i.reviewId')
    .select(['i.id', 'i.reviewId']).where('a.caseId', '=', key.caseId as CaseId).where('i.name', '=', invited).executeTakeFirstOrThrow()
  return { ...key, reviewId: row.reviewId, invitationId: row.id }
}

interface Picture {
  readonly name: string
  readonly as: string
  readonly at: string
  readonly width?: number
  /** The whole page, however long; else one screen of it. */
  readonly isWhole?: boolean
}

const rewan = keyOf('Rewan')
const orla = keyOf('Orla')
const beth = keyOf('Bethan')
const area = 'wendmere'
const waiting = await hub.fresh.db.selectFrom('olderPlan').select('id').where('fileName', 'like', 'Applegarth%').executeTakeFirstOrThrow()
const pictures: readonly Picture[] = [
  { name: 'case-overview', as: 'leona', at: paths.caseOverview(beth) },
  { name: 'todays-work', as: 'hattie', at: paths.home() },
  { name: 'children', as: 'hattie', at: paths.caseList() },
  { name: 'plan-section', as: 'tom', at: paths.planSection({ ...rewan, section: 'F' }) },
  { name: 'thread', as: 'tom', at: paths.planThread(rewan) },
  { name: 'shared-draft-phone', as: 'kerry', at: paths.sharedDraft(beth), width: 360 },
  { name: 'family-home-phone', as: 'sinead', at: paths.caseOverview(orla), width: 360 },
  { name: 'final-plan', as: 'gwen', at: paths.finalPlan(orla) },
  { name: 'report-to-notice', as: 'meera', at: paths.amendment(await reviewOf('Idris', 'Amara Bellweather-Okonjo')) },
  { name: 'working-document', as: 'leona', at: paths.planWorking(keyOf('Kasimir'), { show: 'changed' }) },
  { name: 'age-of-plans', as: 'meera', at: paths.currency({ area }) },
  { name: 'older-plan', as: 'leona', at: paths.olderPlan({ area, olderPlanId: waiting.id }) },
  { name: 'review-phone', as: 'rosalind', at: paths.reviewContribute(await reviewOf('Persephone', 'Rosalind Wetherby-Achterberg')), width: 360 },
]

for (const { name, as, at, width = 1280, isWhole = false } of pictures) {
  const cast = throughABrowser(hub, { scripts: true, width })
  const visitor = await cast.as(as)
  await visitor.get(at)
  if (visitor instanceof BrowserVisitor) await visitor.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: isWhole })
  await cast.close()
  process.stdout.write(`${name}: ${visitor.title}\n`)
}
await hub.close()
process.exit(0)
