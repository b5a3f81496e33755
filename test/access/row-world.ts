// A world for the SQL layer of the proof: two areas, cases with party rows of every part and kind of day, people of every role, and a row
// of every protected table for every case. Everything follows from the seed.

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { isCouncilRole, partsOfRole } from '../../src/domain/access/parts.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import type { Viewer } from '../../src/casebook/signing-in/viewer.ts'
import { anyone } from '../../src/casebook/signing-in/viewer.ts'
import type { PlainDate } from '../../src/domain/calendar/plain-date.ts'
import { addDays, plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId, OrganisationId, PersonId } from '../../src/domain/ids.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { demoOrganisations, demoPeople } from '../../src/features/demo/world.ts'
import type { Hub } from '../harness/hub.ts'
import { rowRules } from './row-rules.ts'

export interface KeptRow {
  readonly caseId: string
  /** Where the database keeps it. */
  readonly at: string
  readonly ofPeople: readonly string[]
  readonly ofBodies: readonly string[]
  /** Whether this viewer's part in the case is one of which the database knows only the most that it can be. */
  readonly isUpperBound: (viewer: Viewer) => boolean
}

export interface World {
  readonly viewers: readonly { readonly name: string; readonly viewer: Viewer }[]
  readonly cases: readonly { readonly key: CaseKey }[]
  readonly rows: ReadonlyMap<string, readonly KeptRow[]>
}

/** Numbers from a seed, the same each time: from 0 up to, and without, `below`. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

interface Case {
  readonly key: CaseKey
  readonly localAreaId: LocalAreaId
  readonly caseId: CaseId
  readonly childId: string
  readonly isYoung: boolean
  readonly familyIds: Set<string>
  /** People whose rows give what only the code works out: deputies, parents without responsibility, whoever acts for a family member. */
  readonly loose: Set<string>
  /** Kept from the record by an order. */
  readonly barred: Set<string>
}

const today = plainDateOf('2026-09-14')
const familyParts = ['parent', 'young-person', 'representative']

export async function makeWorld(hub: Hub, seed: number, size: number): Promise<World> {
  const roll = dice(seed)
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T
  const viewers = await viewersOf(hub)
  const cases: Case[] = []
  const rows = new Map<string, KeptRow[]>(Object.keys(rowRules).map((table) => [table, []]))
  const keep = async (one: Case, table: string, values: Record<string, unknown>, own: { people?: readonly string[]; bodies?: readonly string[] } = {}): Promise<void> => {
    const at = await insertRow(hub, table, { local_area_id: one.localAreaId, ...values })
    rows.get(table)?.push({
      caseId: one.caseId, at, ofPeople: own.people ?? [], ofBodies: own.bodies ?? [],
      // That an order keeps a council's own officer from the record, the first lock alone knows (decision 14).
      isUpperBound: (viewer) => viewer.kind === 'person' && (one.loose.has(viewer.personId) || (one.isYoung && one.familyIds.has(viewer.personId))
        || (one.barred.has(viewer.personId) && viewer.roles.some(({ role, localAreaId }) => isCouncilRole(role) && localAreaId === one.localAreaId))),
    })
  }
  for (let n = 0; n < size; n += 1) {
    const area = pick(['wendmere', 'wendmere', 'tarn-valley'] as const)
    const isYoung = roll(6) === 0
    const one: Case = {
      key: { area, caseId: uuid(roll) as CaseId }, localAreaId: demoAreaId(area), caseId: '' as CaseId, childId: uuid(roll), isYoung, familyIds: new Set(), loose: new Set(), barred: new Set(),
    }
    const made: Case = { ...one, caseId: one.key.caseId as CaseId }
    cases.push(made)
    await makeCase(made, n)
  }
  return { viewers, cases, rows }

  async function makeCase(one: Case, n: number): Promise<void> {
    const { caseId, childId } = one
    const case_id = caseId
    const child_id = childId
    const person = (): PersonId => demoPersonId(pick(demoPeople).key)
    const body = (): OrganisationId => demoOrganisationId(pick(demoOrganisations).key)
    await keep(one, 'child', { id: childId, born_on: one.isYoung ? '2008-02-01' : '2018-02-01' })
    await keep(one, 'case_file', { id: caseId, child_id, reference: `P-${n}`, stage: 'drafting' })
    for (let rowsOfCase = roll(7); rowsOfCase > 0; rowsOfCase -= 1) await makeParty(one)
    await keep(one, 'fact', { case_id, seq: 1, type: 'request-received', data: { requestId: uuid(roll), madeBy: 'parent', channel: 'hub' }, happened_on: '2026-09-01' })
    const [planId, lineId, adviceId, deliveryId] = [uuid(roll), uuid(roll), uuid(roll), uuid(roll)]
    const [self, otherBody, consulted] = [person(), body(), body()]
    await keep(one, 'clock', { case_id, clock_id: 'ASMT-01', about: 'x', run: 1, nature: 'limit', standing: 'law', scope: 'request', owed_by: 'council' })
    await keep(one, 'plan', { id: planId, case_id })
    await keep(one, 'plan_line', { id: lineId, plan_id: planId })
    for (const table of ['named_setting', 'personal_budget', 'plan_line_link', 'plan_presence', 'plan_version', 'proposal']) await keep(one, table, { plan_id: planId, ...special[table] })
    for (const table of ['plan_line_revision', 'plan_line_source', 'kept_text']) await keep(one, table, { line_id: lineId, ...special[table] })
    await keep(one, 'line_confirmation', { plan_id: planId, line_id: lineId, how: 'still-right' })
    const ofConsulted = { bodies: [consulted] }
    await keep(one, 'advice', { id: adviceId, case_id, state: 'given' }, ofConsulted)
    for (const table of ['advice_line', 'advice_kept_save']) await keep(one, table, { advice_id: adviceId, ...special[table] }, ofConsulted)
    const documentId = uuid(roll)
    await keep(one, 'document', { id: documentId, case_id })
    await keep(one, 'advice_file', { advice_id: adviceId, document_id: documentId }, ofConsulted)
    const copyId = uuid(roll)
    await keep(one, 'working_copy', { id: copyId, case_id, plan_id: planId, made_by: self, whose: null }, { people: [self] })
    await keep(one, 'brought_back', { case_id, plan_id: planId, working_copy_id: copyId, document_id: documentId, brought_by: self, on_behalf_of: null, done_at: null }, { people: [self] })
    await keep(one, 'consultation', { case_id, organisation_id: consulted, advice_ids: [adviceId] })
    await keep(one, 'delivery', { id: deliveryId, case_id, person_id: self, organisation_id: otherBody }, { people: [self], bodies: [otherBody] })
    await keep(one, 'delivery_receipt', { delivery_id: deliveryId, person_id: person() }, { people: [self], bodies: [otherBody] })
    await keep(one, 'delivery_left_out', { case_id, person_id: self, organisation_id: otherBody }, { people: [self], bodies: [otherBody] })
    await keep(one, 'message', { case_id, with_person_id: self, author_id: person() }, { people: [self] })
    await keep(one, 'notice', { case_id, to_person_id: self, composed_by: null }, { people: [self] })
    await keep(one, 'outgoing', { case_id, to_person_id: self, to_organisation_id: otherBody, queued_by: null, channel: 'hub', state: 'sent' }, { people: [self], bodies: [otherBody] })
    const isResponsible = roll(4) > 0
    if (!isResponsible) one.loose.add(self)
    await keep(one, 'relationship', { child_id, person_id: self, has_parental_responsibility: isResponsible, lives_with_child: false }, { people: [self] })
    await keep(one, 'audit_record', { case_id, person_id: self, seq: (rows.get('audit_record')?.length ?? 0) + 1_000_000, ...special['audit_record'] }, { people: [self] })
    const glassId = uuid(roll)
    // It is over: what is open in an emergency is tried in row-security.db.test.ts.
    await keep(one, 'break_glass', { id: glassId, case_id, person_id: self, opened_at: '2026-09-01T09:00:00.000Z', ends_at: '2026-09-01T10:00:00.000Z' }, { people: [self] })
    await keep(one, 'break_glass_review', { break_glass_id: glassId, verdict: 'right' })
    const addressId = uuid(roll)
    await keep(one, 'child_address', { child_id, id: addressId })
    for (const table of ['communication_need', 'child_setting', 'child_need', 'relationship_was', 'service_address']) await keep(one, table, { child_id, ...special[table] })
    await keep(one, 'sealed_address', { child_id, address_id: addressId })
    await keep(one, 'sealed_address_reading', { child_id, case_id, address_id: addressId, reason: 'visit' })
    await keep(one, 'address_dispute', { child_id, case_id, why: 'changed' })
    const sendingId = uuid(roll)
    await keep(one, 'sending', { id: sendingId, case_id })
    await keep(one, 'sent_thing', { sending_id: sendingId, kind: 'letter' })
    await keep(one, 'sending_stop', { case_id, person_id: self }, { people: [self] })
    await keep(one, 'move', { case_id, ordered_by: null, ordered_at: null, package_sha256: null, carried_at: null, called_off_by: null, called_off_at: null })
    const redactionId = uuid(roll)
    await keep(one, 'redaction', { id: redactionId, case_id, document_id: documentId, reader: 'everybody', state: 'marking' })
    await keep(one, 'redaction_passage', { redaction_id: redactionId, passage_start: 0, passage_end: 1 })
    await keep(one, 'item_seal', { case_id, thing_kind: 'document', thing_id: documentId, thing_ids: [documentId], kind: 'staff', organisation_id: null, owner_id: null, ended_by: null, ended_at: null, sealed_end_reason: null })
    const changeId = uuid(roll)
    await keep(one, 'plan_ceasing', { case_id, decided_at: null, decided_by: null })
    await keep(one, 'reassessment', { case_id, decided_at: null, decided_by: null })
    await keep(one, 'ordered_change', { id: changeId, case_id, source: 'order', document_id: null })
    await keep(one, 'locked_wording', { case_id, plan_id: planId, line_id: lineId, change_id: changeId, source: 'order', lifted_at: null, lifted_by: null, lift_reason: null })
    await keep(one, 'file_loss', { case_id, document_id: documentId, how: 'missing', settled_at: null, settled_by: null, commissioner: null, family: null, words: null })
    await keep(one, 'review_convenor', { case_id })
    await keep(one, 'phase_transfer', { case_id, standing: 'out' })
    await keep(one, 'plan_currency', { plan_id: planId, case_id })
    await keep(one, 'currency_month', { month: addDays(today, n) })
    await keep(one, 'return_fault', { case_id, severity: 'error', explanation: null, explained_at: null })
    await keep(one, 'return_night', { on_day: addDays(today, n) })
    await keep(one, 'change_said', { case_id, said_by: self, on_behalf_of: null, part: 'family', outcome: null, reasons: null, answered_by: null, answered_at: null }, { people: [self] })
    const [reviewId, invitationId, versionId] = [uuid(roll), uuid(roll), uuid(roll)]
    await keep(one, 'plan_version', { plan_id: planId, id: versionId, kind: 'draft', no: 2, content: '{}' })
    await keep(one, 'review_arrangement', { case_id, review_id: reviewId, version_id: versionId, how: 'online' })
    await keep(one, 'review_invitation', { case_id, review_id: reviewId, id: invitationId, part: 'officer' })
    // Sent round: what is still somebody's own is tried in src/features/reviews/part-rows.db.test.ts.
    await keep(one, 'review_contribution', { case_id, review_id: reviewId, invitation_id: invitationId, given_at: '2026-09-01T09:00:00.000Z', circulated_at: '2026-09-01T09:00:00.000Z' })
    await keep(one, 'review_report', { case_id, review_id: reviewId })
    await keep(one, 'review_grade', { case_id, review_id: reviewId, child_voice: 'good', specificity: 'some' })
    await keep(one, 'older_plan', { case_id, document_id: documentId, sha256: uuid(roll), state: 'earlier', claimed_by: null, claimed_at: null })
    await makeOrder(one)
    if (roll(2) === 0) await makeProxy(one)
    const others = ['panel_item', 'check_release', 'plan_check_run', 'capacity_assessment', 'permission_said', 'possible_duplicate', 'request', 'family_advice_request', 'wish',
      'decision', 'icb_agreement', 'released_finding', 'paragraph_mark', 'advice_request', 'term_to_keep_out', 'reminder', 'reminder_step']
    for (const table of others) await keep(one, table, { case_id, ...special[table] })
  }

  /** A court order that keeps somebody from the record, today or once, or somebody from nothing. */
  async function makeOrder(one: Case): Promise<void> {
    const [from, to] = pick<readonly [number, number | null]>([[-90, null], [-90, 0], [-90, -1], [1, null]])
    const personId = one.familyIds.size > 0 && roll(2) === 0 ? pick([...one.familyIds]) : demoPersonId(pick(demoPeople).key)
    const effects = roll(2) === 0 ? ['may-not-see-record'] : ['may-not-know-address']
    if (effects[0] === 'may-not-see-record' && from <= 0 && (to === null || to >= 0)) one.barred.add(personId)
    const id = uuid(roll)
    await keep(one, 'restriction', { id, child_id: one.childId, person_id: personId, kind: 'other', effects, from_on: addDays(today, from), to_on: to === null ? null : addDays(today, to) })
    await keep(one, 'restriction_change', { restriction_id: id, child_id: one.childId, effects: [], from_on: today, widens: false, state: 'applied', settled_at: '2026-09-01T09:00:00.000Z' })
  }

  /** Somebody with a consent behind their row, or one that is over, or none. */
  async function makeProxy(one: Case): Promise<void> {
    const personId = demoPersonId(pick(demoPeople).key)
    const forPersonId = pick([...one.familyIds, demoPersonId(pick(demoPeople).key)])
    await keep(one, 'case_party', { case_id: one.caseId, person_id: personId, part: 'proxy', from_on: addDays(today, -90) }, { people: [personId] })
    if (personId === forPersonId || roll(4) === 0) return
    one.loose.add(personId)
    const [from, to] = pick([[-90, 30], [0, 0], [-90, -1], [1, 30]] as const)
    await keep(one, 'proxy', {
      child_id: one.childId, case_id: one.caseId, person_id: personId, for_person_id: forPersonId, kind: 'friend', scopes: pick([['plan'], ['messages'], ['plan', 'messages', 'views'], ['letters']]),
      from_on: addDays(today, from), to_on: addDays(today, to),
    }, { people: [personId] })
  }

  /** A row of case_party as it may stand: of a person or a body, before its time, in it or after it. */
  async function makeParty(one: Case): Promise<void> {
    const [from, to] = pick<readonly [number, number | null]>([[-90, null], [-90, null], [-90, 30], [0, 0], [-90, -1], [1, null]])
    const days = { from_on: addDays(today, from), to_on: to === null ? null : addDays(today, to) }
    const isOfBody = roll(2) === 0
    if (isOfBody) {
      const { kind, key } = pick(demoOrganisations.filter((body) => !body.key.endsWith('send-team')))
      const id = demoOrganisationId(key)
      await keep(one, 'case_party', { case_id: one.caseId, organisation_id: id, person_id: null, part: pick(partsOfBody[kind] ?? ['adviser']), ...days })
      return
    }
    const part = pick(['parent', 'parent', 'young-person', 'representative', 'adviser', 'school', 'health-lead', 'social-care-lead', 'recipient', 'consulted-setting'])
    const personId = demoPersonId(pick(demoPeople).key)
    if (familyParts.includes(part)) one.familyIds.add(personId)
    if (part === 'representative') one.loose.add(personId)
    await keep(one, 'case_party', { case_id: one.caseId, person_id: personId, organisation_id: null, part, ...days }, { people: [personId] })
  }
}

/** Parts that those who work in such a body with children can bring; of those who cannot, row-security.db.test.ts asks. */
const partsOfBody: Readonly<Record<string, readonly string[]>> = {
  setting: ['school', 'consulted-setting', 'recipient'], 'nhs-trust': ['adviser', 'recipient'], icb: ['health-lead', 'recipient'], council: ['adviser', 'recipient'],
}

/** Values that the checks of a table ask for. */
const special: Readonly<Record<string, Record<string, unknown>>> = {
  audit_record: { actor: 'person', kind: 'read', route: 'GET /x', outcome: 'done', previous_hash: `\\x${'00'.repeat(32)}`, hash: `\\x${'00'.repeat(32)}` },
  plan_line_link: { kind: 'meets' }, plan_version: { kind: 'draft', no: 1, content: '{}' }, proposal: { kind: 'comment', decision: null },
  plan_line_revision: { how: 'saved', n: 1 }, plan_line_source: { said_by: 'x' }, kept_text: { how: 'saved' }, advice_line: { disposition: null },
  panel_item: { question: 'assess' }, decision: { question: 'assess' }, plan_check_run: { status: 'draft' }, possible_duplicate: { decision: null },
  capacity_assessment: { evidence: 'x' }, permission_said: { how: 'hub' }, wish: { kind: 'setting' }, advice_request: { state: 'asked' },
  child_setting: { organisation_id: null, sen_setting: 'EHE', rank: 1 }, child_need: { rank: 1 }, named_setting: { organisation_id: null, sen_setting: 'EHE', rank: 1 }, personal_budget: { is_taken_up: true },
  relationship_was: { what: 'person' }, service_address: { kind: 'home' },
  reminder: { not_sent_because: 'no-way', outgoing_id: null, organisation_id: null },
}

async function viewersOf(hub: Hub): Promise<{ name: string; viewer: Viewer }[]> {
  const known = await Promise.all(demoPeople.filter(({ roles }) => roles.length === 0 || roles.some(({ role }) => partsOfRole[role].length > 0)).map(async ({ key }) => ({ name: key, viewer: (await hub.occasion(key)).viewer })))
  const persons = known.flatMap(({ name, viewer }) => (viewer.kind === 'person' ? [{ name, viewer }] : []))
  const both = (name: string, one: string, other: string): { name: string; viewer: Viewer }[] => {
    const [first, second] = [one, other].map((key) => persons.find((person) => person.name === key)?.viewer)
    return first === undefined || second === undefined ? [] : [{ name, viewer: { ...first, roles: [...first.roles, ...second.roles] } }]
  }
  return [
    ...persons, { name: 'nobody who is signed in', viewer: anyone },
    ...both('a parent who is a SENCO', 'shno', 'debra'), ...both('a parent who works for the other council', 'daniel', 'aled'), ...both('an officer of both areas', 'hattie', 'aled'),
    ...both('a therapist who is an officer', 'callum', 'leona'),
  ]
}

/** A steady UUID from the dice. */
function uuid(roll: (below: number) => number): string {
  const hex = Array.from({ length: 32 }, () => roll(16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

interface Column { readonly name: string; readonly type: string; readonly refersTo: string | null }
const columnsOfTable = new WeakMap<Hub, Map<string, readonly Column[]>>()

/** Puts a row in as the owner; what is needed and not said is filled by its type. Answers with where it stands. */
async function insertRow(hub: Hub, table: string, said: Record<string, unknown>): Promise<string> {
  const known = columnsOfTable.get(hub) ?? new Map<string, readonly Column[]>()
  columnsOfTable.set(hub, known)
  const needed = known.get(table) ?? await neededColumns(hub, table)
  known.set(table, needed)
  const filled = Object.fromEntries(needed.filter(({ name }) => said[name] === undefined).map((column) => [column.name, valueFor(column)]))
  const values = { ...filled, ...said }
  const list = sql.join(Object.keys(values).map((name) => sql.ref(name)))
  const { rows: [row] } = await sql<{ at: string }>`
    insert into ${sql.table(table)} (${list}) select ${list} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(values)}::jsonb) returning ctid::text as at`.execute(hub.fresh.db)
  if (row === undefined) throw new Error(`no row was put into ${table}`)
  return row.at
}

async function neededColumns(hub: Hub, table: string): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      (select c.confrelid::regclass::text from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'f' and c.conkey = array[a.attnum]) as refers_to
    from pg_attribute a where a.attrelid = ${`public.${table}`}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attnotnull and not a.atthasdef`.execute(hub.fresh.db)
  return rows
}

function valueFor({ name, type, refersTo }: Column): unknown {
  if (refersTo === 'person') return demoPersonId('aled')
  if (refersTo === 'organisation') return demoOrganisationId('sensory')
  if (type === 'uuid') return randomUUID()
  if (type.endsWith('[]')) return []
  if (type === 'jsonb') return {}
  if (type === 'date') return '2026-09-01' satisfies string as PlainDate
  if (type.startsWith('timestamp')) return '2026-09-01T09:00:00.000Z'
  if (type === 'integer' || type === 'bigint') return 1
  if (type === 'boolean') return true
  return `${name} of the proof`
}
