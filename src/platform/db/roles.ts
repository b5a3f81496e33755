// Who speaks to the database. The owner of the tables migrates and restores; the program itself comes as one of two roles that
// own nothing and are bound by row-level security: the web as whoever is looking, the worker as the system.

import { type Client, escapeIdentifier, escapeLiteral } from 'pg'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { longestWait, whileBusy, withOwnerClient } from './owner-client.ts'

/** The roles' names are part of the migrations: a policy names whom it is for. A server's own login may be a member of one. */
export const programRoles = { web: 'golden_thread_app', worker: 'golden_thread_worker' } as const
export type Process = keyof typeof programRoles

// Any number will do, so long as it is always the same: grants of two starts at once would trip over each other.
const lockKey = 7_306_115
const grantTries = 120

/** The same database by the same way, as another role. A password is kept: outside production the roles have the owner's. */
export function urlAs(databaseUrl: string, process: Process): string {
  const url = new URL(databaseUrl)
  url.username = programRoles[process]
  return url.href
}

export interface RoleOptions {
  readonly connectionString: string
  /** Gives both roles the password that the owner came with: for one's own machine and for tests, never on a council's server. */
  readonly shareOwnersPassword?: boolean
}

/** Makes the two roles where they are missing. Roles belong to the whole server, so that two databases may ask for them at once. */
export async function ensureRoles({ connectionString, shareOwnersPassword = false }: RoleOptions): Promise<void> {
  await withOwnerClient({ connectionString }, async (client) => {
    const password = decodeURIComponent(new URL(connectionString).password)
    for (const role of Object.values(programRoles)) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
      if (rowCount === 0) await makeRole(client, role)
      if (shareOwnersPassword && password !== '') await client.query(`alter role ${escapeIdentifier(role)} password ${escapeLiteral(password)}`)
    }
  })
}

const alreadyThere = new Set(['42710', '23505'])

async function makeRole(client: Client, role: string): Promise<void> {
  try {
    await client.query(`create role ${escapeIdentifier(role)} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication`)
    // Row security makes the database reckon statements dear that take a few milliseconds: it would compile each for a tenth of a second.
    await client.query(`alter role ${escapeIdentifier(role)} set jit = off`)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (alreadyThere.has(code)) return
    if (code === '42501') throw new Error(`The database has no role ${role}, and the owner in DATABASE_URL may not make one. See docs/how-to/database-roles.md.`, { cause: error })
    throw error
  }
}

/** Tables whose rows are only ever added: neither role may change or remove them, whatever a trigger would say. */
export const onlyGrow = [
  'fact', 'plan_line_revision', 'line_confirmation', 'capacity_assessment', 'permission_said', 'clock_target_change', 'automatic_chase', 'break_glass_review',
  'relationship_was', 'area_sending', 'sent_thing', 'sending_stop', 'released_finding', 'paragraph_mark', 'portal_report', 'export_made', 'staff_event', 'access_review', 'currency_rule', 'ordered_change',
] as const

/** Tables that the program only reads: `part_of_role` and `access_rule` follow the code at each migrate, `audit_record` is written by a function. */
const onlyRead = ['migration', 'part_of_role', 'access_rule', 'audit_record'] as const

/** Tables that only the owner's functions touch. */
const ownersAlone = ['case_founding'] as const

/** What the two roles may do, said again at every migrate, so that new tables and the queue's are never forgotten. */
export async function grantToRoles(connectionString: string): Promise<void> {
  await withOwnerClient({ connectionString, ...longestWait }, async (client) => {
    const { web, worker } = programRoles
    const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`)
    const queue = await client.query<{ name: string }>(`select relname as name from pg_class where relnamespace = to_regnamespace('graphile_worker') and relkind in ('r', 'p')`)
    const statements = [
      `select pg_advisory_xact_lock(${lockKey})`,
      `revoke create on schema public from public, ${web}, ${worker}`,
      `grant usage on schema public to ${web}, ${worker}`,
      `revoke all on all tables in schema public from public, ${web}, ${worker}`,
      ...rows.flatMap(({ name }) => grantsOn(name)).map(([rights, name]) => `grant ${rights} on table public.${escapeIdentifier(name)} to ${web}, ${worker}`),
      `revoke execute on all functions in schema public from public`,
      `grant execute on all functions in schema public to ${web}, ${worker}`,
      // The web queues through one function of the owner's; the queue itself is the worker's alone.
      ...(queue.rows.length === 0 ? [] : [
        `revoke all on schema graphile_worker from public, ${web}`,
        `grant usage on schema graphile_worker to ${worker}`,
        `grant select, insert, update, delete on all tables in schema graphile_worker to ${worker}`,
        `grant usage on all sequences in schema graphile_worker to ${worker}`,
        `grant execute on all functions in schema graphile_worker to ${worker}`,
      ]),
      ...queue.rows.flatMap(({ name }) => [
        `drop policy if exists of_the_worker on graphile_worker.${escapeIdentifier(name)}`,
        `create policy of_the_worker on graphile_worker.${escapeIdentifier(name)} to ${worker} using (true) with check (true)`,
      ]),
    ]
    // The queue's tables are in use while this changes who may use them.
    await whileBusy(client, grantTries, () => client.query(statements.join(';\n')))
  })
}

function grantsOn(name: string): [string, string][] {
  const is = (list: readonly string[]): boolean => list.includes(name)
  if (is(ownersAlone)) return []
  if (is(onlyRead)) return [['select', name]]
  return [[is(onlyGrow) ? 'select, insert' : 'select, insert, update, delete', name]]
}

/** Somebody who should not be let near the record by this process; the message says what to do. */
export class TooMuchPower extends Error {}

/** Throws unless the process came as its own role, with nothing that would lift row-level security. Asked once, at the start. */
export async function refuseTooMuchPower<Tables>(database: Kysely<Tables>, process: Process): Promise<void> {
  const { rows: [role] } = await sql<{ name: string; isSuper: boolean; bypasses: boolean; owns: boolean; isOwn: boolean; isOther: boolean }>`
    select current_user as name, r.rolsuper as is_super, r.rolbypassrls as bypasses,
      exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and pg_has_role(r.oid, c.relowner, 'member')) as owns,
      pg_has_role(r.oid, ${programRoles[process]}, 'usage') as is_own,
      pg_has_role(r.oid, ${programRoles[process === 'web' ? 'worker' : 'web']}, 'member') as is_other
    from pg_roles r where r.rolname = current_user`.execute(database)
  if (role === undefined) throw new TooMuchPower('The database does not say who we are.')
  const faults = [
    ...(role.isSuper ? ['is a superuser'] : []),
    ...(role.bypasses ? ['may bypass row-level security'] : []),
    ...(role.owns ? ['owns tables of the record'] : []),
    ...(role.isOwn ? [] : [`is not ${programRoles[process]} or a member of it`]),
    ...(role.isOther ? [`is a member of ${programRoles[process === 'web' ? 'worker' : 'web']}`] : []),
  ]
  if (faults.length > 0) {
    throw new TooMuchPower(`The ${process} came to the database as ${role.name}, which ${faults.join(' and ')}. Set ${process === 'web' ? 'DATABASE_APP_URL' : 'DATABASE_WORKER_URL'}: docs/how-to/database-roles.md.`)
  }
}
