import type { Ask } from '../../../casebook/ask.ts'
import { returnGroups, returnGroupWords } from '../../../domain/sen2/from-record/courses.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { SubNavigation } from '../../../ui/moj/sub-navigation.tsx'
import { dateWords } from '../../../domain/calendar/date-words.ts'
import { inReturn, pageNoOf } from '../open-return.ts'
import { listPeople, type PeopleFilter, type PersonRow } from '../person-store.ts'

const onPage = 100
const filters: readonly { readonly key: PeopleFilter; readonly text: string }[] = [
  { key: 'all', text: 'Everybody' }, { key: 'kept-out', text: 'Cannot come over' }, { key: 'to-decide', text: 'May be on record' }, { key: 'known', text: 'On record' }, { key: 'in', text: 'Brought over' }, { key: 'left', text: 'Left' }, { key: 'worked-on', text: 'Worked on' },
]

export async function show(ask: Ask): Promise<Reply> {
  const filter = filters.find(({ key }) => key === ask.query.text('show'))?.key ?? 'all'
  const pageNo = pageNoOf(ask)
  const { area, batch, people } = await inReturn(ask, async (tx, { key }) => ({ people: await listPeople(tx, key, filter, { skip: (pageNo - 1) * onPage, most: onPage + 1 }) }))
  const at = { area: area.code, batchId: batch.id }
  const to = (shown: PeopleFilter, no = 1): string => paths.returnPeople(at, { show: shown, ...(no === 1 ? {} : { page: no }) })
  const title = 'People in the return'
  return page(
    <HubPage frame={ask.frame} title={title} back={{ href: paths.returnBatch(at), text: 'This return' }} councilName={area.councilName} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <SubNavigation label={title} items={filters.map(({ key, text }) => ({ text, href: to(key), current: key === filter }))} />
      {people.length === 0 ? <p class="govuk-body">Nobody.</p> : (
        <Table
          head={['Person', 'Born', 'UPN', 'What the return tells', 'Where they stand'].map((content) => ({ content }))}
          rows={people.slice(0, onPage).map((one) => [
            { content: <a class="govuk-link" href={paths.returnPerson({ ...at, personNo: String(one.no) })}>{one.name === '' ? `Person ${one.no}` : one.name}</a> }, { content: one.bornOn === undefined ? 'Not said' : dateWords(one.bornOn) }, { content: one.upn ?? '' },
            { content: one.groups.map((group) => returnGroupWords[returnGroups.find((known) => known === group) ?? 'requested']).join(', ') }, { content: standing(one) },
          ])}
        />
      )}
      {(people.length > onPage || pageNo > 1) && <Pagination {...(pageNo > 1 ? { previous: { href: to(filter, pageNo - 1) } } : {})} {...(people.length > onPage ? { next: { href: to(filter, pageNo + 1) } } : {})} />}
    </HubPage>,
  )
}

export function standing({ state, keptOut, match, why, reference }: PersonRow): string {
  switch (state) {
    case 'in': return `Brought over as ${reference ?? 'a case'}`
    case 'unchanged': return `Here already as ${reference ?? 'a case'}`
    case 'left': return `Not brought over. ${why ?? ''}`
    case 'taken-back': return 'Taken back'
    case 'worked-on': return `Stays as ${reference ?? 'a case'}. ${why ?? ''}`
    case 'read': return keptOut !== undefined ? `Cannot come over. ${keptOut}` : match === 'to-decide' ? 'May be somebody on record: say who it is' : match === 'sure' || match === 'same' ? 'On record already' : 'Can come over'
  }
}
