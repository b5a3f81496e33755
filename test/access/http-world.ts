// People of every role in every standing, in the real hub: rows in the database, a session, and the routes asked as a browser would.

import type { FastifyInstance } from 'fastify'
import { recordFact } from '../../src/casebook/ledger.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { sessionCookieName, startSession } from '../../src/casebook/session.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import type { Viewer } from '../../src/casebook/viewer.ts'
import { anyone, findViewer, system } from '../../src/casebook/viewer.ts'
import type { Fact, HelpPart } from '../../src/domain/case-file/facts.ts'
import { addDays } from '../../src/domain/calendar/plain-date.ts'
import type { CaseId, OrganisationId, PersonId } from '../../src/domain/ids.ts'
import { demoAreaId } from '../../src/features/demo/seed-world.ts'
import { aCase } from '../builders/a-case.ts'
import type { Hub } from '../harness/hub.ts'
import { relations, roles } from './reference.ts'
import type { Flags, Relation, Who } from './reference.ts'

const noFlags: Flags = { sealedAddress: false, sealedItem: false, noParentalResponsibility: false, youngPersonDecides: false, otherAgencyOnly: false, closed: false }

/** A case of the world, and what the reference table must know of it. */
export interface WorldCase {
  readonly key: CaseKey
  readonly stage: string
  readonly flags: Flags
}

/** The cases that everybody's standing is tried in. */
export async function casesOfTheWorld(hub: Hub): Promise<readonly WorldCase[]> {
  const wanted = { parents: [], setting: 'hallowcross' } as const
  const considering = await aCase(hub, { ...wanted, at: 'considering' })
  const drafting = await aCase(hub, { ...wanted, at: 'drafting' })
  const closed = await aCase(hub, { ...wanted, at: 'considering' })
  await record(hub, closed, { type: 'request-withdrawn', by: 'the family', councilStillResponsible: false })
  const ofYoungPerson = await aCase(hub, { ...wanted, at: 'drafting', bornOn: '2009-03-01' })
  return [
    { key: considering, stage: 'considering', flags: noFlags },
    { key: drafting, stage: 'drafting', flags: noFlags },
    { key: closed, stage: 'closed', flags: noFlags },
    { key: ofYoungPerson, stage: 'drafting', flags: { ...noFlags, youngPersonDecides: true } },
  ]
}

async function record(hub: Hub, key: CaseKey, fact: Fact): Promise<void> {
  await inTransaction({ house: hub.house, viewer: system, page: 'proof of access' }, async (tx) => {
    await recordFact(tx, await openCaseFile(tx, key, { lock: true }), fact)
  })
}

/** Standings that rows can bring about today. Those of a court order and of a broken glass have tables of their own and tests there. */
export const standings: readonly (readonly [Who, Relation])[] = [
  ...[...roles, 'no-role' as const].flatMap((who) => relations.flatMap((relation) => (isMadeOfRows(relation) ? [[who, relation] as const] : []))),
  ['nobody', 'stranger'],
]

function isMadeOfRows(relation: Relation): boolean {
  return !relation.startsWith('glass') && !relation.endsWith('barred') && !relation.includes('representative') && !relation.includes('stands-in') && relation !== 'own parent lives-apart' && relation !== 'own parent lives-with'
}

const helpOf: Partial<Record<Relation, HelpPart>> = { 'own parent sees-plan': 'plan', 'own parent writes': 'messages', 'own parent gives-views': 'views' }

export interface Someone {
  readonly who: Who
  readonly relation: Relation
  readonly viewer: Viewer
  readonly ask: (method: 'GET' | 'POST', url: string) => Promise<{ status: number; body: string; location?: string }>
  /** Takes their rows away again, so that the next one finds the case as it was. */
  readonly leave: () => Promise<void>
}

/** Puts somebody into the hub with their role and their rows in these cases, and signs them in. */
export async function enter(hub: Hub, who: Who, relation: Relation, cases: readonly WorldCase[]): Promise<Someone> {
  const { db } = hub.fresh
  const browser = new Browser(hub.app)
  if (who === 'nobody') return { who, relation, viewer: anyone, ask: browser.ask, leave: async () => undefined }
  const personId = hub.house.newId<PersonId>()
  const today = hub.house.clock.today()
  const now = hub.house.clock.now()
  const bodyIn = async (area?: string): Promise<OrganisationId> => {
    const id = hub.house.newId<OrganisationId>()
    await db.insertInto('organisation').values({ id, kind: area === undefined ? 'setting' : 'council', name: 'A body of the proof', localAreaId: area === undefined ? null : demoAreaId(area) }).execute()
    return id
  }
  const own = await bodyIn(relation.includes('council-here') ? 'wendmere' : relation.includes('council-elsewhere') ? 'tarn-valley' : undefined)
  await db.insertInto('person').values({ id: personId, fullName: 'Somebody of the proof', canSignIn: true, createdAt: now }).execute()
  if (who !== 'no-role' && who !== 'program') {
    await db.insertInto('membership').values({ id: hub.house.newId<string>(), personId, organisationId: own, role: who, fromOn: addDays(today, -300) }).execute()
  }
  const [first = '', ...rest] = relation.split(' ')
  const isDated = ['ended', 'to-come', 'last-day'].includes(first)
  const [how = '', part = ''] = isDated ? rest : [first, ...rest]
  const isRow = !['stranger', 'council-here', 'council-elsewhere'].includes(how)
  const at = how === 'own' ? { personId } : how === 'body' ? { organisationId: own } : how === 'elsewhere' ? { organisationId: await bodyIn() }
    : how === 'named-at-body' ? { personId, organisationId: own } : how === 'named-elsewhere' ? { personId, organisationId: await bodyIn() } : { personId: await another(hub) }
  const days = first === 'ended' ? { fromOn: addDays(today, -100), toOn: addDays(today, -1) } : first === 'to-come' ? { fromOn: addDays(today, 1) } : first === 'last-day' ? { fromOn: today, toOn: today } : { fromOn: addDays(today, -100) }
  const rows: string[] = []
  for (const { key } of isRow ? cases : []) {
    const id = hub.house.newId<string>()
    rows.push(id)
    await db.insertInto('caseParty').values({ localAreaId: demoAreaId(key.area), id, caseId: key.caseId as CaseId, part, basis: 'the proof', ...at, ...days }).execute()
  }
  const help = helpOf[relation]
  for (const { key, flags } of help === undefined ? [] : cases) {
    if (flags.youngPersonDecides && help !== undefined) await record(hub, key, { type: 'permission-given', permissionId: hub.house.newId<string>(), parentId: personId, name: 'Somebody', parts: [help], by: 'young-person' })
  }
  await browser.signIn(await startSession(hub.house, personId, { method: 'demo' }))
  const viewer = await findViewer(db, personId, today)
  if (viewer === undefined) throw new Error('somebody of the proof is gone')
  return {
    who, relation, viewer, ask: browser.ask,
    leave: async () => { if (rows.length > 0) await db.deleteFrom('caseParty').where('id', 'in', rows).execute() },
  }
}

async function another(hub: Hub): Promise<PersonId> {
  const id = hub.house.newId<PersonId>()
  await hub.fresh.db.insertInto('person').values({ id, fullName: 'Somebody else', canSignIn: true, createdAt: hub.house.clock.now() }).execute()
  return id
}

/** Keeps its cookies and the token that its forms carry; stays where it is sent, so that a redirect is seen as one. */
class Browser {
  readonly #app: FastifyInstance
  readonly #cookies = new Map<string, string>()
  #token = ''

  constructor(app: FastifyInstance) { this.#app = app }

  async signIn(session: string): Promise<void> {
    this.#cookies.set(sessionCookieName({ baseUrl: 'http://hub.test' }), session)
    const { body } = await this.ask('GET', '/home')
    this.#token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? ''
    if (this.#token === '') throw new Error('nobody was signed in')
  }

  ask = async (method: 'GET' | 'POST', url: string): Promise<{ status: number; body: string; location?: string }> => {
    const response = await this.#app.inject({
      method, url, headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(method === 'POST' ? { payload: new URLSearchParams({ _csrf: this.#token }).toString() } : {}),
    })
    for (const { name, value } of response.cookies) this.#cookies.set(name, value)
    const { location } = response.headers
    return { status: response.statusCode, body: response.body, ...(typeof location === 'string' ? { location } : {}) }
  }
}

/** Some of the standings, by a seed: the same on every machine. */
export function drawStandings(count: number, seed: number): readonly (readonly [Who, Relation])[] {
  let state = seed >>> 0
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return standings[Math.floor((state / 2 ** 32) * standings.length)] ?? ['nobody', 'stranger']
  })
}
