// A list of cases with its filter.
import { EmptyState } from '../../src/ui/empty-state.tsx'
import { CheckboxesField, TextField } from '../../src/ui/fields.tsx'
import { Pagination } from '../../src/ui/govuk/pagination.tsx'
import { Tag } from '../../src/ui/govuk/tag.tsx'
import { Page, type Site } from '../../src/ui/layout.tsx'
import { Filter, FilterLayout } from '../../src/ui/moj/filter.tsx'
import { OrganisationSwitcher } from '../../src/ui/moj/organisation-switcher.tsx'
import { SortableTable } from '../../src/ui/moj/sortable-table.tsx'
import { site } from './sample.tsx'

export function ListPage({ assets }: { assets: Site['assets'] }) {
  return (
    <Page
      site={site(assets)}
      title="Cases"
      wide
      navigation={[
        { text: 'Cases', href: '/cases', current: true },
        { text: 'Reports', href: '/reports' },
      ]}
      account="Jo Reed"
      beforeMain={<OrganisationSwitcher link={{ href: '/switch' }}>Northmere Council</OrganisationSwitcher>}
    >
      <h1 class="govuk-heading-l">Cases</h1>
      <FilterLayout
        filter={
          <Filter
            action="/cases"
            clearHref="/cases"
            selected={[{ heading: 'Stage', items: [{ text: 'Waiting for advice', href: '/cases?stage=' }] }]}
          >
            <CheckboxesField
              name="stage"
              legend="Stage"
              small
              values={{ stage: ['advice'] }}
              items={[
                { value: 'advice', text: 'Waiting for advice' },
                { value: 'draft', text: 'Draft plan' },
              ]}
            />
            <TextField name="name" label="Child’s name" whoCanSee="not kept" />
          </Filter>
        }
      >
        <SortableTable
          caption="2 cases, those due soonest first"
          captionSize="m"
          columns={[
            { label: 'Child', sortHref: '?order=name' },
            { label: 'Due', sortHref: '?order=-due', order: 'ascending' },
            { label: 'Days', format: 'numeric' },
            { label: 'Status' },
          ]}
          firstCellIsHeader
          rows={[
            [
              {
                content: (
                  <a class="govuk-link" href="/1">
                    Sam Patel
                  </a>
                ),
              },
              { content: '12 March 2026' },
              { content: 5, format: 'numeric' },
              { content: <Tag colour="yellow">Waiting for advice</Tag> },
            ],
            [
              {
                content: (
                  <a class="govuk-link" href="/2">
                    Bo Ngozi-Featherstonehaugh
                  </a>
                ),
              },
              { content: '1 March 2026' },
              { content: -4, format: 'numeric' },
              { content: <Tag colour="red">Late</Tag> },
            ],
          ]}
        />
        <Pagination
          items={[
            { number: 1, href: '?page=1', current: true },
            { number: 2, href: '?page=2' },
            { ellipsis: true },
            { number: 9, href: '?page=9' },
          ]}
          next={{ href: '?page=2' }}
        />
        <SortableTable
          caption="Sorted in the page"
          columns={[
            { label: 'School', sortsInPage: true, order: 'ascending' },
            { label: 'Children', sortsInPage: true, format: 'numeric' },
          ]}
          rows={[
            [{ content: 'Elm Primary School' }, { content: 12, format: 'numeric' }],
            [{ content: 'Ash High School' }, { content: 9, format: 'numeric' }],
          ]}
        />
        <EmptyState title="There are no other cases">
          <p class="govuk-body">Cases come here when someone asks for an assessment.</p>
        </EmptyState>
      </FilterLayout>
    </Page>
  )
}
