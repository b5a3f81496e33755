// The world of the proof over HTTP: the real hub, cases in it at several stages, and people put into them with the rows, orders,
// consents and openings that their relation speaks of.

import { recordFact } from '../../src/casebook/ledger.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { startSession } from '../../src/casebook/signing-in/session.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import type { Viewer } from '../../src/casebook/signing-in/viewer.ts'
import { anyone, findViewer, system } from '../../src/casebook/signing-in/viewer.ts'
import { addDays, plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { PlainDate } from '../../src/domain/calendar/plain-date.ts'
import type { Fact, HelpPart } from '../../src/domain/case-file/facts.ts'
import type { Effect } from '../../src/domain/family/restriction.ts'
import type { CaseId, ChildId, OrganisationId, PersonId } from '../../src/domain/ids.ts'
import { rightsDecisions } from '../../src/domain/rights/decisions.ts'
import { demoAreaId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { instantAfter } from '../../src/platform/clock/system-clock.ts'
import { aCase } from '../builders/a-case.ts'
import { aDraft } from '../builders/a-small-draft.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'
import type { Browsing } from './http-browser.ts'
import { Browser } from './http-browser.ts'
import type { CaseMarks, HttpStanding } from './http-standings.ts'
import { worldMarks } from './http-standings.ts'
import type { Relation } from './reference.ts'
import { helperOf, isHelper } from './reference.ts'

/** A case of the world, and what the reference table must know of it. */
export interface WorldCase extends CaseMarks {
  readonly key: CaseKey
  readonly childId: ChildId
  /** The child's family name, which no other child has: what it is searched for by. */
  readonly familyName: string
}

export interface World {
  readonly hub: Hub
  readonly cases: readonly WorldCase[]
}

/** Words of the address that is sealed in one of the cases: no answer to anybody holds them. */
export const sealedWords = ['9 Halcyon Refuge', 'ZZ97 1XX'] as const

export async function theWorld(): Promise<World> {
  const hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
  const [considering, drafting, draftOut, maintained, closed] = worldMarks
  const ofNobody = { parents: [], setting: 'hallowcross' }
  const closing = await aCase(hub, { ...ofNobody, at: 'considering', familyName: 'Farrowby' })
  await record(hub, closing, { type: 'request-withdrawn', by: 'the family', councilStillResponsible: false })
  const sealed = await aCase(hub, { parents: ['kerry'], setting: 'hallowcross', at: 'drafting', familyName: 'Dunmorrow' })
  await sealAnAddress(hub, sealed)
  return { hub, cases: await Promise.all([
    worldCase(hub, await aCase(hub, { ...ofNobody, at: 'considering', familyName: 'Cairnwell' }), considering, 'Cairnwell'),
    worldCase(hub, sealed, drafting, 'Dunmorrow'),
    youngPersonsCase(hub, draftOut),
    worldCase(hub, await anIssuedPlan(hub, { familyName: 'Menhallow' }), maintained, 'Menhallow'),
    worldCase(hub, closing, closed, 'Farrowby'),
  ]) }
}

async function worldCase(hub: Hub, key: CaseKey, marks: CaseMarks, familyName: string): Promise<WorldCase> {
  const { childId } = await hub.fresh.db.selectFrom('caseFile').select('childId').where('id', '=', key.caseId as CaseId).executeTakeFirstOrThrow()
  return { ...marks, key, childId, familyName }
}

/**
 * A case of its own for whoever changes what the young person said: what is recorded of one relation is not another's. Its draft was
 * sent while the child was one; then the years have passed.
 */
async function youngPersonsCase(hub: Hub, marks: CaseMarks): Promise<WorldCase> {
  const key = await aCase(hub, { parents: ['kerry'], setting: 'hallowcross', at: 'drafting', familyName: 'Yarrowsby' })
  await aDraft(hub, key)
  await (await (await hub.as('hattie')).get(paths.shareDraft(key))).submit()
  const made = await worldCase(hub, key, marks, 'Yarrowsby')
  await hub.fresh.db.updateTable('child').set({ bornOn: plainDateOf('2009-03-01') }).where('id', '=', made.childId).execute()
  return made
}

async function sealAnAddress(hub: Hub, key: CaseKey): Promise<void> {
  const officer = await (await hub.as('hattie')).get(paths.caseAddress(key))
  await officer.submit({
    confidential: 'yes', lines: sealedWords[0], postcode: sealedWords[1], household: 'mother’s home', residents: [demoPersonId('kerry')], howKnown: 'themselves',
    lettersBy: 'post', letterKind: 'refuge-post', letterLines: 'PO Box 12', letterPostcode: 'ZZ99 1AA', 'from-day': '1', 'from-month': '9', 'from-year': '2026',
  })
  const { length } = await hub.fresh.db.selectFrom('sealedAddress').select('addressId').execute()
  if (length !== 1) throw new Error(`no address was sealed: ${officer.errors.join()}`)
}

const record = async (hub: Hub, key: CaseKey, ...facts: readonly Fact[]): Promise<void> =>
  inTransaction({ house: hub.house, viewer: system, page: 'proof of access' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key, { lock: true })
    for (const fact of facts) await recordFact(tx, caseFile, fact)
  })

export interface Someone extends Browsing {
  readonly standing: HttpStanding
  readonly viewer: Viewer
  /** The cases that they are tried in. */
  readonly cases: readonly WorldCase[]
  /** Takes their rows away again, so that the next one finds the cases as they were. */
  readonly leave: () => Promise<void>
}

/** Puts somebody into the hub with their role and all that their relation speaks of, and signs them in. */
export async function enter({ hub, cases: shared }: World, standing: HttpStanding): Promise<Someone> {
  const { who, relation, noResponsibility } = standing
  const browser = new Browser(hub.app)
  if (who === 'nobody') return { standing, viewer: anyone, cases: shared, ask: browser.ask, leave: async () => undefined }
  const { db } = hub.fresh
  const today = hub.house.clock.today()
  const own = await aBody(hub, relation.includes('council-here') ? 'wendmere' : relation.includes('council-elsewhere') ? 'tarn-valley' : undefined)
  const personId = await aPerson(hub, 'Somebody of the proof')
  if (who !== 'no-role' && who !== 'program') {
    await db.insertInto('membership').values({ id: hub.house.newId<string>(), personId, organisationId: own, role: who, fromOn: addDays(today, -300) }).execute()
  }
  const settling = new Settling(hub, own, noResponsibility)
  const theirs = isHelper(relation) ? helperOf(relation).principal : relation
  const facts = factsOf(theirs)
  const cases = facts === undefined ? shared : await Promise.all(shared.map((one) => (one.flags.youngPersonDecides ? youngPersonsCase(hub, one) : one)))
  const principal = isHelper(relation) ? await aPerson(hub, 'Whom somebody helps') : personId
  for (const one of cases) {
    if (isHelper(relation)) await settling.helper(one, personId, relation, principal)
    else await settling.stand(one, personId, relation)
    if (one.flags.youngPersonDecides && facts !== undefined) await record(hub, one.key, ...facts(principal, hub.house.newId))
  }
  await browser.signIn(await startSession(hub.house, personId, { method: 'demo' }))
  const viewer = await findViewer(db, personId, today)
  if (viewer === undefined) throw new Error('somebody of the proof is gone')
  return { standing, viewer, cases, ask: browser.ask, leave: () => settling.undo() }
}

async function aBody(hub: Hub, area?: string): Promise<OrganisationId> {
  const id = hub.house.newId<OrganisationId>()
  await hub.fresh.db.insertInto('organisation').values({ id, kind: area === undefined ? 'setting' : 'council', name: 'A body of the proof', localAreaId: area === undefined ? null : demoAreaId(area) }).execute()
  return id
}

async function aPerson(hub: Hub, fullName: string): Promise<PersonId> {
  const id = hub.house.newId<PersonId>()
  await hub.fresh.db.insertInto('person').values({ id, fullName, canSignIn: true, createdAt: hub.house.clock.now() }).execute()
  return id
}

/** What a young person said of this parent, or what was found of their own capacity. */
function factsOf(relation: Relation): ((personId: PersonId, newId: <T extends string>() => T) => readonly Fact[]) | undefined {
  const said = (part: HelpPart) => (parentId: PersonId, newId: <T extends string>() => T): readonly Fact[] =>
    [{ type: 'permission-given', permissionId: newId<string>(), parentId, name: 'Somebody', parts: [part], by: 'young-person' }]
  const lacks = (decisions: readonly string[], isDeputy = false) => (personId: PersonId): readonly Fact[] => decisions.map((decision) => ({
    type: 'capacity-found', hasCapacity: false, decision, assessedBy: 'Dr Ines Calloway', ...(isDeputy ? { standIn: { name: 'Somebody', as: 'deputy', personId } } : {}),
  }))
  switch (relation) {
    case 'own parent sees-plan': return said('plan')
    case 'own parent writes': return said('messages')
    case 'own parent gives-views': return said('views')
    case 'own parent stands-in': return lacks(rightsDecisions)
    case 'own parent stands-in-for-draft': return lacks(['draft'])
    case 'own representative appointed': return lacks(rightsDecisions, true)
    default: return undefined
  }
}

type Days = { readonly fromOn: PlainDate; readonly toOn?: PlainDate }

/** Writes the rows that a relation speaks of, and remembers how to take each away. */
class Settling {
  readonly #undoings: (() => Promise<unknown>)[] = []
  readonly hub: Hub
  readonly own: OrganisationId
  readonly today: PlainDate
  readonly noResponsibility: boolean

  constructor(hub: Hub, own: OrganisationId, noResponsibility: boolean) {
    this.hub = hub
    this.own = own
    this.today = hub.house.clock.today()
    this.noResponsibility = noResponsibility
  }

  async undo(): Promise<void> { for (const one of this.#undoings.toReversed()) await one() }

  async stand(at: WorldCase, personId: PersonId, relation: Relation): Promise<void> {
    if (relation.includes('barred')) await this.#bar(at, personId)
    if (relation.endsWith('limited')) await this.#bar(at, personId, 'responsibility-limited')
    if (relation.startsWith('own parent ') && relation !== 'own parent not-on-record') await this.#tie(at, personId, relation.endsWith('lives-with') || relation.endsWith('barred'))
    if (relation.startsWith('glass')) await this.#breakGlass(at, personId)
    const [first = '', ...rest] = relation.split(' ')
    const isDated = ['ended', 'to-come', 'last-day'].includes(first)
    const [how = '', part = ''] = isDated ? rest : [first, ...rest]
    if (['stranger', 'council-here', 'council-elsewhere', 'glass'].includes(how)) return
    const whose = how === 'own' ? { personId } : how === 'body' ? { organisationId: this.own } : how === 'elsewhere' ? { organisationId: await aBody(this.hub) }
      : how === 'named-at-body' ? { personId, organisationId: this.own } : how === 'named-elsewhere' ? { personId, organisationId: await aBody(this.hub) }
        : { personId: await aPerson(this.hub, 'Somebody else') }
    await this.#row(at, part, whose, this.#days(first))
  }

  /** Somebody who acts by consent, and the family member whose consent it is. */
  async helper(at: WorldCase, personId: PersonId, relation: Relation, principal: PersonId): Promise<void> {
    const { way, scopes, principal: theirs } = helperOf(relation)
    await this.stand(at, principal, theirs)
    if (way === 'barred') await this.#bar(at, personId)
    if (way === 'as-parent') await this.#row(at, 'parent', { personId }, this.#days(''))
    if (way !== 'without-row') await this.#row(at, 'proxy', way === 'body’s' ? { organisationId: this.own } : { personId }, this.#days(way === 'row-ended' ? 'ended' : ''))
    if (way === 'without-consent') return
    const { today, hub } = this
    const days = way === 'to-come' ? [1, 50] as const : way === 'run-out' ? [-50, -1] as const : way === 'on-last-day' ? [0, 0] as const : [-50, 50] as const
    const id = hub.house.newId<string>()
    const now = hub.house.clock.now()
    await hub.fresh.db.insertInto('proxy').values({
      localAreaId: demoAreaId(at.key.area), id, childId: at.childId, caseId: at.key.caseId as CaseId, personId: way === 'in-another’s-name' ? await aPerson(hub, 'Somebody else') : personId,
      forPersonId: principal, kind: 'friend', scopes: [...scopes], consent: 'the proof', fromOn: addDays(today, days[0]), toOn: addDays(today, days[1]), recordedAt: now,
      ...(way === 'stopped' ? { endedAt: now } : {}),
    }).execute()
    this.#undoings.push(() => hub.fresh.db.deleteFrom('proxy').where('id', '=', id).execute())
  }

  #days(first: string): Days {
    const { today } = this
    if (first === 'ended') return { fromOn: addDays(today, -100), toOn: addDays(today, -1) }
    if (first === 'to-come') return { fromOn: addDays(today, 1) }
    return first === 'last-day' ? { fromOn: today, toOn: today } : { fromOn: addDays(today, -100) }
  }

  async #row({ key }: WorldCase, part: string, whose: { personId?: PersonId; organisationId?: OrganisationId }, days: Days): Promise<void> {
    const id = this.hub.house.newId<string>()
    await this.hub.fresh.db.insertInto('caseParty').values({ localAreaId: demoAreaId(key.area), id, caseId: key.caseId as CaseId, part, basis: 'the proof', ...whose, ...days }).execute()
    this.#undoings.push(() => this.hub.fresh.db.deleteFrom('caseParty').where('id', '=', id).execute())
  }

  async #tie({ key, childId }: WorldCase, personId: PersonId, livesWithChild: boolean): Promise<void> {
    const id = this.hub.house.newId<string>()
    await this.hub.fresh.db.insertInto('relationship').values({ localAreaId: demoAreaId(key.area), id, childId, personId, relation: 'parent', hasParentalResponsibility: !this.noResponsibility, livesWithChild }).execute()
    this.#undoings.push(() => this.hub.fresh.db.deleteFrom('relationship').where('id', '=', id).execute())
  }

  async #bar({ key, childId }: WorldCase, personId: PersonId, effect: Effect = 'may-not-see-record'): Promise<void> {
    const id = this.hub.house.newId<string>()
    await this.hub.fresh.db.insertInto('restriction').values({
      localAreaId: demoAreaId(key.area), id, childId, personId, kind: 'non-molestation', effects: [effect], fromOn: addDays(this.today, -10), recordedAt: this.hub.house.clock.now(),
    }).execute()
    this.#undoings.push(() => this.hub.fresh.db.deleteFrom('restriction').where('id', '=', id).execute())
  }

  async #breakGlass({ key }: WorldCase, personId: PersonId): Promise<void> {
    const id = this.hub.house.newId<string>()
    const openedAt = this.hub.house.clock.now()
    await this.hub.fresh.db.insertInto('breakGlass').values({
      localAreaId: demoAreaId(key.area), id, caseId: key.caseId as CaseId, personId, role: 'the proof', openedAt, endsAt: instantAfter(openedAt, 4 * 60 * 60_000), reasonCode: 'at-risk', words: 'The proof',
    }).execute()
    this.#undoings.push(() => this.hub.fresh.db.deleteFrom('breakGlass').where('id', '=', id).execute())
  }
}
