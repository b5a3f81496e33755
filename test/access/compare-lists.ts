// What somebody is shown without asking for a case by its address: the predicates that every list and search carry, against who has
// any capacity there, and the pages themselves. A list shows no more than a search finds, a search no more than can be opened.

import { caseInSight, caseToOpen } from '../../src/casebook/access/sight.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { NotFound } from '../../src/casebook/out-of-bounds.ts'
import type { Tx } from '../../src/casebook/tx.ts'
import { read } from '../../src/casebook/tx.ts'
import type { CaseId } from '../../src/domain/ids.ts'
import type { Hub } from '../harness/hub.ts'
import { capacitiesIn, inWords } from './http-standings.ts'
import type { Someone, WorldCase } from './http-world.ts'

/**
 * Lists tell where a case is and what is due, so that nobody's list has a case that they opened in an emergency, or in which they may
 * read no overview; a young person's case is on their own list and the staff's. Nobody is shown less than the table says but for that.
 */
function mayList({ standing }: Someone, at: WorldCase): boolean {
  return capacitiesIn(standing, at).some((one) => !['BG', 'XX', 'Xl', 'Xm', 'Xv', 'P0', 'Pp', 'Pm', 'Pv', 'Pd'].includes(one) && !(at.flags.youngPersonDecides && ['PA', 'Xp'].includes(one)))
}

export async function sightDifferences(hub: Hub, someone: Someone): Promise<string[]> {
  const { standing, viewer, cases } = someone
  const ids = cases.map(({ key }) => key.caseId as CaseId)
  const occasion = { house: hub.house, viewer, page: 'proof of access' }
  const [listed, toOpen] = await read(occasion, async (tx) => Promise.all([caseInSight(tx), caseToOpen(tx)].map(async (predicate) =>
    new Set((await tx.db.selectFrom('caseFile').select('id').where('id', 'in', ids).where(predicate).execute()).map(({ id }): string => id)))))
  const opened = await read(occasion, async (tx) => {
    const found = new Set<string>()
    for (const { key } of cases) if (await isOpened(tx, key)) found.add(key.caseId)
    return found
  })
  return cases.flatMap((at) => {
    const { key: { caseId }, stage } = at
    const isThere = capacitiesIn(standing, at).length > 0
    const says = { listed: listed?.has(caseId) ?? false, toOpen: toOpen?.has(caseId) ?? false, opened: opened.has(caseId) }
    const wrong = says.opened !== isThere || (isThere && !says.toOpen) || (says.listed && !says.toOpen) || says.listed !== mayList(someone, at)
    return wrong ? [`${inWords(standing)}, sight at ${stage}: the table says ${isThere ? 'there' : 'not there'}, ${mayList(someone, at) ? '' : 'not '}on a list; a list ${says.listed ? 'shows' : 'hides'} it, it may ${says.toOpen ? '' : 'not '}be looked for, it ${says.opened ? 'opens' : 'does not open'}`] : []
  })
}

async function isOpened(tx: Tx, key: WorldCase['key']): Promise<boolean> {
  try {
    await openCaseFile(tx, key, { isFrontDoor: true })
    return true
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}

/** What somebody has open in an emergency stands in a banner on each of their pages, and on no list. */
export const withoutBanner = (body: string): string => body.replace(/<aside class="hub-emergency"[\s\S]*?<\/aside>/, '')

/** The pages of lists and of search, as this person gets them. */
export async function listDifferences(someone: Someone, ask: Someone['ask']): Promise<string[]> {
  const { cases, standing } = someone
  const list = withoutBanner((await ask('GET', '/cases')).body)
  const differences: string[] = []
  for (const at of cases) {
    const { key: { area, caseId }, familyName } = at
    const isListed = list.includes(caseId)
    const { location } = await ask('POST', '/search', { q: familyName })
    const isFound = location?.startsWith('/search?') === true && withoutBanner((await ask('GET', location)).body).includes(caseId)
    const opens = (await ask('GET', `/${area}/cases/${caseId}`)).status
    const isOpen = opens === 200 || opens === 303
    if ((isListed && !isFound) || (isFound && !isOpen) || isFound !== mayList(someone, at)) {
      differences.push(`${inWords(standing)}, ${at.stage}: a list ${isListed ? 'shows' : 'hides'} it, a search ${isFound ? 'finds' : 'does not find'} it, it answers ${opens}`)
    }
  }
  return differences
}
