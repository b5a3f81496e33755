// Every page of one case that there is: the routes table filled in with every id that the case has, so that a page that is built
// tomorrow is asked too.

import { sql } from 'kysely'
import { routes } from '../../src/app.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import type { Hub } from '../harness/hub.ts'

/** What each name in a path can stand for, read from the database: at most so many of each. */
const mostOfEach = 10

async function idsOf(hub: Hub, { caseId }: CaseKey): Promise<Readonly<Record<string, readonly string[]>>> {
  const ids = async (from: string): Promise<string[]> =>
    (await sql<{ id: string }>`select t.id::text as id from (${sql.raw(from.replaceAll('CASE', `'${caseId}'::uuid`))}) t order by t.id limit ${mostOfEach}`.execute(hub.fresh.db)).rows.map(({ id }) => id)
  const child = 'select child_id from case_file where id = CASE'
  return {
    personId: await ids('select person_id as id from case_party where case_id = CASE and person_id is not null'), noticeId: await ids('select id from notice where case_id = CASE'),
    outgoingId: await ids('select id from outgoing where case_id = CASE'), documentId: await ids('select id from document where case_id = CASE'), adviceId: await ids('select id from advice where case_id = CASE'),
    adviceRequestId: await ids('select id from advice_request where case_id = CASE'), adviceLineId: await ids('select l.id from advice_line l join advice a on a.id = l.advice_id where a.case_id = CASE'),
    lineId: await ids('select l.id from plan_line l join plan p on p.id = l.plan_id where p.case_id = CASE'), proposalId: await ids('select x.id from proposal x join plan p on p.id = x.plan_id where p.case_id = CASE'),
    wishId: await ids('select id from wish where case_id = CASE'), consultationId: await ids('select id from consultation where case_id = CASE'),
    relationshipId: await ids(`select id from relationship where child_id in (${child})`), restrictionId: await ids(`select id from restriction where child_id in (${child})`),
    proxyId: await ids('select id from proxy where case_id = CASE'), readingId: await ids('select id from sealed_address_reading where case_id = CASE'),
    seq: await ids('select seq as id from fact where case_id = CASE'), section: ['A', 'B', 'F', 'I'], no: ['1'], whose: ['parent', 'child'], question: ['assess', 'issue'],
  }
}

/** Pages of the case, and the viewer's own lists; not the sign-in of the demonstration, which names everybody. A page whose path names something that the case has none of is left out. */
export async function everyPageOf(hub: Hub, key: CaseKey, { searchFor = [] }: { searchFor?: readonly string[] } = {}): Promise<string[]> {
  const ids = await idsOf(hub, key)
  const patterns = routes.flatMap((route) => ('get' in route ? [route.get] : []))
  const ofCase = patterns.filter((pattern) => pattern.includes(':caseId')).flatMap((pattern) => {
    let urls = [pattern.replace(':area', key.area).replace(':caseId', key.caseId)]
    for (const [, name = ''] of pattern.matchAll(/:(\w+)/g)) {
      if (name === 'area' || name === 'caseId') continue
      urls = urls.flatMap((url) => (ids[name] ?? []).map((id) => url.replace(`:${name}`, id)))
    }
    return urls
  })
  const lists = patterns.filter((pattern) => !pattern.includes(':') && !/^\/(exit|sign-out|sign-in)/.test(pattern))
  return [...ofCase, ...lists, ...searchFor.map((words) => `/search?q=${encodeURIComponent(words)}`)]
}
