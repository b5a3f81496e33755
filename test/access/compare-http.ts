// Asks the real app what the reference table says of each route, for people of every role in every standing.
//
// Who may not: every GET and every POST is tried, and must answer "not found" or "not allowed", with the same page, to the letter,
// that a case nobody has ever heard of would get where the case is not in their sight. Who may: every GET is tried and must not be
// refused. (What a POST does for those who may is the page tests' to say; here it would change the case under the proof's feet.)

import type { CaseId } from '../../src/domain/ids.ts'
import { caseInSight, caseToOpen } from '../../src/casebook/sight.ts'
import { read } from '../../src/casebook/tx.ts'
import type { Hub } from '../harness/hub.ts'
import { enter, type Someone, type WorldCase } from './http-world.ts'
import type { Answer, Relation, Who } from './reference.ts'
import { answerOf, capacitiesOf, isStillThere } from './reference.ts'
import type { WrittenRoute } from './routes.ts'
import { listRoutes } from './routes.ts'

export interface HttpCompared {
  readonly requests: number
  readonly cells: number
  readonly differences: readonly string[]
}

const nowhere = '00000000-0000-7000-8000-000000000000'
// Answers with somebody's session ended, or their choice changed.
const leftOut = new Set(['GET /exit', 'POST /sign-out', 'POST /sign-in', 'POST /me/reminders'])

const all = listRoutes()
const caseRoutes = all.filter(({ pattern, may }) => pattern.includes(':caseId') || may.startsWith('act ') && pattern.startsWith('/:area') && !pattern.includes(':draftId'))
const openRoutes = all.filter((route) => !caseRoutes.includes(route) && !leftOut.has(`${route.method} ${route.pattern}`))

// Pages that ask more than the table can say, and why.
const narrower = new Map([
  ['GET /:area/cases/:caseId/rights/people/:personId', 'a parent only where they decide in the young person’s place (CFA 2014 s.80): the act asks'],
])

/** Of a route that is open for any of several reasons, the best answer. */
function answerOfAny({ may }: WrittenRoute, cell: Omit<Parameters<typeof answerOf>[0], 'wish'>): Answer {
  const [does = '', names = ''] = may.split(' ')
  const answers = names.split('|').map((name) => answerOf({ ...cell, wish: `${does} ${name}` }))
  return (['yes', 'not now', 'refused', 'not there'] as const).find((one) => answers.includes(one)) ?? 'not there'
}

const urlOf = (pattern: string, area: string, caseId: string): string =>
  pattern.replace(':area', area).replace(':caseId', caseId).replace(':section', 'F').replace(':whose', 'parent').replaceAll(/:\w+/g, nowhere)

/** A page without what is different each time it is made. */
const steady = (body: string): string => body.replaceAll(/name="(_csrf|_once)" value="[^"]*"/g, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll(/nonce="[^"]*"/g, '')

export async function compareHttp(hub: Hub, cases: readonly WorldCase[], standings: readonly (readonly [Who, Relation])[]): Promise<HttpCompared> {
  const differences: string[] = []
  let requests = 0
  let cells = 0
  for (const [who, relation] of standings) {
    const someone = await enter(hub, who, relation, cases)
    const report = (route: WrittenRoute, at: string, what: string): void => { differences.push(`${who}, ${relation}, ${route.method} ${route.pattern} ${at}: ${what}`) }
    const ask: Someone['ask'] = (method, url) => { requests += 1; return someone.ask(method, url) }
    try {
      differences.push(...await compareSight(hub, someone, cases))
      const refusedAt = new Map<string, string>()
      for (const world of cases) for (const route of caseRoutes) {
        const answer = answerOfAny(route, { who, relation, stage: world.stage, flags: world.flags, tie: 'another’s' })
        if (route.method === 'POST' && (answer === 'yes' || answer === 'not now')) continue
        cells += 1
        const got = await ask(route.method, urlOf(route.pattern, world.key.area, world.key.caseId))
        const at = `at ${world.stage}${world.flags.youngPersonDecides ? ', a young person’s' : ''}`
        if (got.status >= 500) report(route, at, `broke with ${got.status}`)
        if (who === 'nobody') {
          if (got.status !== 403 && !(got.location ?? '').startsWith('/sign-in')) report(route, at, `not sent to sign in but ${got.status}`)
          continue
        }
        if (answer === 'yes' && got.status === 403 && !narrower.has(`${route.method} ${route.pattern}`)) report(route, at, 'the table says yes, and it was refused')
        // The front door of a case leads whoever has no overview to what is theirs, and tells them nothing.
        const isLedOn = route.method === 'GET' && got.status === 303
        if (answer === 'refused' && got.status !== 403 && got.status !== 404 && !isLedOn) report(route, at, `the table says no, and it answered ${got.status}`)
        if (answer !== 'not there') continue
        // What may be known of a case out of sight is what may be known of no case at all.
        const name = `${route.method} ${route.pattern} ${world.key.area}`
        const nobodys: string = refusedAt.get(name) ?? await ask(route.method, urlOf(route.pattern, world.key.area, nowhere)).then(({ status, body }) => `${status}\n${steady(body)}`)
        refusedAt.set(name, nobodys)
        if (got.status !== 403 && got.status !== 404) report(route, at, `out of sight, and it answered ${got.status}`)
        else if (`${got.status}\n${steady(got.body)}` !== nobodys) report(route, at, 'a case out of sight answers unlike a case that is not there')
      }
      for (const route of openRoutes.filter(({ method }) => method === 'GET')) {
        cells += 1
        const got = await ask('GET', urlOf(route.pattern, 'wendmere', nowhere))
        if (got.status >= 500 || (got.status === 403 && route.may === 'anyone')) report(route, '', `answered ${got.status}`)
        if (who === 'nobody' && route.may === 'signed-in' && !(got.location ?? '').startsWith('/sign-in')) report(route, '', `open to anybody: ${got.status}`)
      }
    } finally {
      await someone.leave()
    }
  }
  return { requests, cells, differences }
}

/**
 * The predicate that every list and search carries, and the one that opens a case, against who has any capacity there: a list shows no
 * more than can be opened, and nothing is opened that the predicate of opening leaves out.
 */
export async function compareSight(hub: Hub, { who, relation, viewer }: Someone, cases: readonly WorldCase[]): Promise<string[]> {
  const ids = cases.map(({ key }) => key.caseId as CaseId)
  const [listed, toOpen] = await read({ house: hub.house, viewer, page: 'proof of access' }, async (tx) => Promise.all([caseInSight(tx), caseToOpen(tx)].map(async (predicate) =>
    new Set((await tx.db.selectFrom('caseFile').select('id').where('id', 'in', ids).where(predicate).execute()).map(({ id }): string => id)))))
  return cases.flatMap(({ key, stage, flags }) => {
    const isThere = isStillThere(capacitiesOf(who, relation, flags), stage, flags)
    const isListed = listed?.has(key.caseId) ?? false
    const isToOpen = toOpen?.has(key.caseId) ?? false
    const wrong = (isListed && !isThere) || (isThere && !isToOpen) || (isToOpen && !isThere) || (!flags.youngPersonDecides && isListed !== isThere)
    return wrong ? [`${who}, ${relation}, sight at ${stage}: the table says ${isThere ? 'there' : 'not there'}, a list ${isListed ? 'shows' : 'hides'} it, it is ${isToOpen ? '' : 'not '}to be opened`] : []
  })
}
