// The database in words, from its catalogue: every table with its comment, columns, constraints and indexes, and the
// functions, triggers, row rules and rights around them. Sorted, so that two versions can be compared line by line.

import type { Client } from 'pg'

type TableRow = { oid: number; name: string; comment: string | null; hasRowSecurity: boolean; rights: string[] | null }
type ColumnRow = { table: number; name: string; type: string; required: boolean; fallback: string | null; comment: string | null }
type LineRow = { table: number; line: string }

const tables = `
  select c.oid::int as oid, c.relname as name, obj_description(c.oid, 'pg_class') as comment, c.relrowsecurity as "hasRowSecurity",
    (select array_agg(grantee || ' may ' || may order by grantee) from (
      select grantee, string_agg(lower(privilege_type), ', ' order by privilege_type) as may from information_schema.role_table_grants
      where table_schema = 'public' and table_name = c.relname and grantee <> current_user group by grantee) r) as rights
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') order by c.relname`

const columns = `
  select a.attrelid::int as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    pg_get_expr(d.adbin, d.adrelid) as fallback, col_description(a.attrelid, a.attnum) as comment
  from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
  order by a.attrelid, a.attnum`

// PostgreSQL 18 keeps "not null" among the constraints, 15 does not; the columns say it already.
const constraints = `
  select conrelid::int as "table", conname || ': ' || pg_get_constraintdef(oid) as line from pg_constraint
  where connamespace = 'public'::regnamespace and conrelid <> 0 and contype in ('p', 'u', 'f', 'c', 'x') order by conname`

const indexes = `
  select i.indrelid::int as "table", pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
  order by c.relname`

const triggers = `
  select tgrelid::int as "table", pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal
  and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) order by tgname`

const policies = `
  select polrelid::int as "table", 'row rule ' || polname || coalesce(' using ' || pg_get_expr(polqual, polrelid), '')
    || coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '') as line from pg_policy order by polname`

const routines = `
  select pg_get_functiondef(p.oid) as definition from pg_proc p where p.pronamespace = 'public'::regnamespace
  and p.prokind in ('f', 'p') and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.proname, p.oid`

export async function describeSchema(client: Client): Promise<string> {
  const all = async <Row extends object>(query: string): Promise<Row[]> => (await client.query<Row>(query)).rows
  const everyColumn = await all<ColumnRow>(columns)
  const extras: LineRow[] = []
  for (const query of [constraints, indexes, triggers, policies]) extras.push(...(await all<LineRow>(query)))

  const parts = (await all<TableRow>(tables)).map((table) => {
    const own = everyColumn.filter((column) => column.table === table.oid)
    return [
      `${table.name} -- ${table.comment ?? 'NOT DESCRIBED'}`,
      ...own.map(describeColumn),
      ...extras.filter((extra) => extra.table === table.oid).map(({ line }) => `  | ${line}`),
      ...(table.hasRowSecurity ? ['  | row security is on'] : []),
      ...(table.rights ?? []).map((right) => `  | ${right}`),
    ].join('\n')
  })
  const functions = (await all<{ definition: string }>(routines)).map(({ definition }) => definition.trim())
  return `Made by npm run db:types from the migrated database. Do not edit.\n\n${[...parts, ...functions].join('\n\n')}\n`
}

function describeColumn({ name, type, required, fallback, comment }: ColumnRow): string {
  const facts = [type, ...(required ? ['not null'] : []), ...(fallback === null ? [] : [`default ${fallback}`])].join(' ')
  return `  ${name}: ${facts}${comment === null ? '' : ` -- ${comment}`}`
}
