import type { Ask } from '../../../casebook/ask.ts'
import { ruleById } from '../../../domain/sen2/rules/all-rules.ts'
import { paths } from '../../../paths.ts'
import { csvOf, csvType } from '../../../platform/export/csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page } from '../../../platform/http/reply.ts'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { inReturn, pageNoOf } from '../open-return.ts'
import { listFaults, type FaultFilter } from '../person-store.ts'

const onPage = 100
const mostInFile = 100_000

function filterOf({ query }: Ask): FaultFilter {
  const rule = query.text('rule')
  const severity = query.text('kind')
  return { ...(ruleById.has(rule) ? { rule } : {}), ...(severity === 'error' || severity === 'query' ? { severity } : {}), ...(query.text('only') === 'kept-out' ? { keepsOut: true as const } : {}) }
}

export async function show(ask: Ask): Promise<Reply> {
  const filter = filterOf(ask)
  const pageNo = pageNoOf(ask)
  const { area, batch, faults } = await inReturn(ask, async (tx, { key }) => ({ faults: await listFaults(tx, key, filter, { skip: (pageNo - 1) * onPage, most: onPage + 1 }) }))
  const at = { area: area.code, batchId: batch.id }
  const asked = { ...(filter.rule === undefined ? {} : { rule: filter.rule }), ...(filter.severity === undefined ? {} : { kind: filter.severity }), ...(filter.keepsOut === undefined ? {} : { only: 'kept-out' }) }
  const to = (no: number): string => paths.returnInFaults(at, { ...asked, ...(no === 1 ? {} : { page: no }) })
  const title = filter.rule === undefined ? 'Errors and queries' : ruleById.get(filter.rule)?.says ?? 'Errors and queries'
  return page(
    <HubPage frame={ask.frame} title={title} back={{ href: paths.returnBatch(at), text: 'This return' }} councilName={area.councilName} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {filter.rule !== undefined && <p class="govuk-body">{ruleById.get(filter.rule)?.mends}</p>}
      <p class="govuk-body"><a class="govuk-link" href={paths.returnInFaults(at)}>All</a>, <a class="govuk-link" href={paths.returnInFaults(at, { kind: 'error' })}>errors</a>, <a class="govuk-link" href={paths.returnInFaults(at, { kind: 'query' })}>queries</a>, <a class="govuk-link" href={paths.returnInFaults(at, { only: 'kept-out' })}>what keeps somebody out</a></p>
      <p class="govuk-body"><a class="govuk-link" href={paths.returnInFaultsCsv(at, asked)}>Download these as a CSV file</a>. It names nobody.</p>
      {faults.length === 0 ? <p class="govuk-body">Nothing is wrong.</p> : (
        <Table
          head={['Person', 'Where', 'What is wrong', 'In this case', 'Kind'].map((content) => ({ content }))}
          rows={faults.slice(0, onPage).map(({ personNo, file: inFile, line, column, element, block, rule, because, severity, keepsOut }) => [
            { content: personNo === undefined ? 'The whole return' : <a class="govuk-link" href={paths.returnPerson({ ...at, personNo: String(personNo) })}>Person {personNo}</a> },
            { content: line === 0 ? '' : `${inFile === undefined ? '' : `${inFile}, `}line ${line}, column ${column}` }, { content: ruleById.get(rule)?.says ?? rule }, { content: [element ?? block, because].filter((words) => words !== undefined && words !== '').join(': ') },
            { content: `${severity === 'error' ? 'Error' : 'Query'}${keepsOut ? ', keeps the person out' : ''}` },
          ])}
        />
      )}
      {(faults.length > onPage || pageNo > 1) && <Pagination {...(pageNo > 1 ? { previous: { href: to(pageNo - 1) } } : {})} {...(faults.length > onPage ? { next: { href: to(pageNo + 1) } } : {})} />}
    </HubPage>,
  )
}

export async function csv(ask: Ask): Promise<Reply> {
  const { faults } = await inReturn(ask, async (tx, { key }) => ({ faults: await listFaults(tx, key, filterOf(ask), { most: mostInFile }) }))
  return file(csvOf({
    columns: ['Rule', 'Severity', 'File', 'Line', 'Column', 'Person', 'Block', 'Element', 'What is wrong', 'In this case', 'What mends it', 'Keeps the person out'],
    rows: faults.map(({ rule, severity, file: inFile, line, column, personNo, block, element, because, keepsOut }) => [rule, severity, inFile, line === 0 ? undefined : line, line === 0 ? undefined : column, personNo, block, element, ruleById.get(rule)?.says, because, ruleById.get(rule)?.mends, keepsOut ? 'yes' : 'no']),
  }), csvType, 'Errors and queries.csv')
}
