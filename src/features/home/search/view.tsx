import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Input } from '../../../ui/govuk/input.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { CaseRow } from '../case-rows-store.ts'
import { StageTag } from '../case-table.tsx'

export function view({ frame, typed, found }: { frame: PageFrame; typed: string; found: { rows: readonly CaseRow[]; total: number } | undefined }) {
  const isCrossArea = new Set(found?.rows.map(({ areaName }) => areaName)).size > 1
  return (
    <HubPage frame={frame} title="Search" wide>
      <h1 class="govuk-heading-l">Search</h1>
      <Form tokens={frame.tokens} action={paths.search()} role="search">
        <Input name="q" label="Child’s name, date of birth, case number or UPN" value={typed} class="govuk-!-width-one-half" attributes={{ autocomplete: 'off', spellcheck: 'false' }} />
        <Button>Search</Button>
      </Form>
      {found !== undefined && (
        <>
          <h2 class="govuk-heading-m">{found.total === 0 ? 'Nothing found' : `${plural(found.total, 'child', 'children')} found`}</h2>
          {found.total === 0 && (
            <EmptyState title="No case of yours fits">
              <p class="govuk-body">Try only the family name, or the date of birth as 3/3/2018. You only find children whose case you are part of.</p>
            </EmptyState>
          )}
          {found.total > found.rows.length && <p class="govuk-body">These are the first {found.rows.length}. Add a first name or a date of birth to find fewer.</p>}
          {found.rows.length > 0 && (
            <Table
              caption="Children found"
              captionClass="govuk-visually-hidden"
              head={[{ content: 'Child' }, { content: 'Date of birth' }, { content: 'Setting' }, ...(isCrossArea ? [{ content: 'Area' }] : []), { content: 'Case' }, { content: 'Officer' }, { content: 'Stage' }]}
              rows={found.rows.map((row) => [
                { content: <a class="govuk-link" href={paths.caseOverview(row.key)}>{row.name}</a> }, { content: dateWords(row.bornOn) },
                { content: row.setting ?? 'No setting recorded' }, ...(isCrossArea ? [{ content: row.areaName }] : []), { content: row.reference },
                { content: row.officer ?? 'Nobody yet' }, { content: <StageTag stage={row.stage} /> },
              ])}
            />
          )}
        </>
      )}
    </HubPage>
  )
}
