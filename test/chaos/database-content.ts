// The whole content of a database as one hash a table: what is in it, whatever the order in which it stands.

import type { Client } from 'pg'

/** Who asked for what is on record even where it failed; sessions are used by every request; typing is kept by nobody's act; who has a draft open is no record. */
const notCompared = ['audit_record', 'audit_head', 'session', 'migration', 'part_of_role', 'access_rule', 'kept_typing', 'sending_stop', 'plan_presence']

/** A request that is saved again with the same words says when that was, and nothing else. */
const momentsOnly: Readonly<Record<string, string>> = { request_draft: 'saved_at' }

export type Content = ReadonlyMap<string, string>

export async function contentOf(client: Client): Promise<Content> {
  const { rows: tables } = await client.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1`)
  const queries = tables.filter(({ name }) => !notCompared.includes(name)).map(({ name }) => `select '${name}' as name, md5(string_agg(h, '' order by h)) as hash from (select md5(${momentsOnly[name] === undefined ? 't::text' : `(to_jsonb(t) - '${momentsOnly[name]}')::text`}) as h from public.${client.escapeIdentifier(name)} t) r`)
  // Of a job what it is to do; when it is begun hangs on the moment.
  queries.push(`select 'jobs' as name, md5(string_agg(h, '' order by h)) as hash from (select md5(task_id || payload::text || coalesce(key, '')) as h from graphile_worker._private_jobs) r`)
  const { rows } = await client.query<{ name: string; hash: string | null }>(queries.join(' union all '))
  return new Map(rows.map(({ name, hash }) => [name, hash ?? 'empty']))
}

export const differs = (one: Content, other: Content): string[] => [...one].flatMap(([name, hash]) => (other.get(name) === hash ? [] : [name]))
