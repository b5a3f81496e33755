// Writes the TypeScript types of the database from its own catalogue. Ids get the domain's branded types by their column's
// name, dates and instants the domain's types, JSON is unknown until a store has parsed it. (kysely-codegen was tried: its
// overrides need the JavaScript API of the compiler, which TypeScript 7 no longer has. See docs/decisions.)

export interface CatalogueColumn {
  readonly table: string
  readonly column: string
  /** PostgreSQL's udt_name: text, uuid, _text, timestamptz … */
  readonly type: string
  readonly isNullable: boolean
  readonly hasDefault: boolean
}

/** Tables whose own id has a branded type in the domain. */
const idOfTable: Record<string, string> = {
  local_area: 'LocalAreaId', organisation: 'OrganisationId', person: 'PersonId', child: 'ChildId', case_file: 'CaseId',
  request: 'RequestId', plan: 'PlanId', plan_line: 'LineId', advice_request: 'AdviceRequestId', advice: 'AdviceId',
  advice_line: 'AdviceLineId', document: 'DocumentId', proposal: 'ProposalId', plan_version: 'PlanVersionId', older_plan: 'OlderPlanId',
  consultation: 'ConsultationId', delivery: 'DeliveryId', message: 'MessageId', session: 'SessionId',
}

/** Endings of column names that point at a row with a branded id; the longest that fits wins. */
const idOfColumnEnding: readonly (readonly [string, string])[] = [
  ['advice_request_id', 'AdviceRequestId'], ['advice_line_id', 'AdviceLineId'], ['advice_id', 'AdviceId'],
  ['local_area_id', 'LocalAreaId'], ['organisation_id', 'OrganisationId'], ['person_id', 'PersonId'], ['officer_id', 'PersonId'],
  ['author_id', 'PersonId'], ['child_id', 'ChildId'], ['case_id', 'CaseId'], ['older_plan_id', 'OlderPlanId'], ['plan_id', 'PlanId'], ['line_id', 'LineId'],
  ['version_id', 'PlanVersionId'], ['document_id', 'DocumentId'], ['document_ids', 'DocumentId'], ['_by', 'PersonId'],
  ['on_behalf_of', 'PersonId'],
]

const plainTypes: Record<string, string> = {
  text: 'string', uuid: 'string', bool: 'boolean', int4: 'number', int8: 'number', float8: 'number',
  date: 'PlainDate', timestamptz: 'Instant', jsonb: 'JsonColumn', bytea: 'Uint8Array',
}

function typeOf({ table, column, type }: CatalogueColumn): string {
  const isArray = type.startsWith('_')
  const element = isArray ? type.slice(1) : type
  const branded = element !== 'uuid' ? undefined
    : column === 'id' ? idOfTable[table] : idOfColumnEnding.find(([ending]) => column.endsWith(ending))?.[1]
  const plain = branded ?? plainTypes[element]
  if (plain === undefined) throw new Error(`no TypeScript type is chosen for ${type} (${table}.${column})`)
  return isArray ? `${plain}[]` : plain
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string): string => camel(`_${name}`)

/** The text of `src/platform/db/schema.ts`. Columns come in the order given. */
export function schemaTypes(columns: readonly CatalogueColumn[]): string {
  const tables = [...new Set(columns.map(({ table }) => table))].toSorted()
  const interfaces = tables.map((table) => {
    const rows = columns.filter((column) => column.table === table).map((column) => {
      const type = typeOf(column)
      if (type === 'JsonColumn') {
        return `  ${camel(column.column)}: ${column.isNullable ? 'Nullable' : column.hasDefault ? 'Defaulted' : ''}JsonColumn`
      }
      const base = column.isNullable ? `${type} | null` : type
      return `  ${camel(column.column)}: ${column.hasDefault ? `Generated<${base}>` : base}`
    })
    return `export interface ${pascal(table)}Table {\n${rows.join('\n')}\n}\n`
  })
  const ids = [...new Set([...Object.values(idOfTable), ...idOfColumnEnding.map(([, type]) => type)])].toSorted()
  return [
    '// Made by `npm run db:types` from the migrated database. Do not edit.',
    '',
    `import type { Generated } from 'kysely'`,
    `import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'`,
    `import type {\n  ${ids.join(', ').replace(/(.{90,110}?), /g, '$1,\n  ')},\n} from '../../domain/ids.ts'`,
    `import type { DefaultedJsonColumn, JsonColumn, NullableJsonColumn } from './json-column.ts'`,
    '',
    ...interfaces,
    `/** Every table, as kysely sees it (camelCase names; the plugin translates). */`,
    `export interface Database {\n${tables.map((table) => `  ${camel(table)}: ${pascal(table)}Table`).join('\n')}\n}`,
    '',
  ].join('\n')
}

/** What `schemaTypes` reads. */
export const catalogueQuery = `
  select table_name as "table", column_name as "column", udt_name as "type",
         is_nullable = 'YES' as "isNullable", column_default is not null or is_generated = 'ALWAYS' as "hasDefault"
  from information_schema.columns
  where table_schema = 'public' and table_name <> 'migration'
  order by table_name, ordinal_position`
