// Everything that the national return says of a child and that people say: each item with what is recorded, what is wrong with it for the return,
// and where it is put right.

import type { ComponentChildren } from 'preact'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { directPayments, needs as needWords, sexes, upnUnknownReasons } from '../../../domain/sen2/code-sets.ts'
import { ethnicities } from '../../../domain/sen2/ethnicities.ts'
import { paths } from '../../../paths.ts'
import type { Action, SummaryRow } from '../../../ui/govuk/summary-list.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { dateWords } from '../../../ui/words.ts'
import { newPlace } from '../place/placement-page.tsx'
import { capital, provisionWords, rankWords, sourceWords, whereWords } from '../words.ts'
import type { Items } from './page.ts'

interface Props { readonly frame: PageFrame; readonly caseFile: CaseFile; readonly items: Items }

export const title = 'For the national return'

export function view(props: Props) {
  const { frame, caseFile } = props
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">Each year the council tells the Department for Education about every child with a plan, a request or an assessment (SEN2). This is what it says here that no other page does.</p>
      <Child {...props} />
      <Requests {...props} />
      <Needs {...props} />
      <Placements {...props} />
      <Named {...props} />
      <Budget {...props} />
    </CasePage>
  )
}

const unsaid = <span class="hub-quiet">Nobody has said</span>
const row = (key: ComponentChildren, value: ComponentChildren, ...actions: (Action | false)[]): SummaryRow => ({ key, value, actions: actions.filter((one) => one !== false) })
const change = (href: string, what: string, text = 'Change'): Action => ({ href, text, visuallyHiddenText: what })

const inWords = (codes: Readonly<Record<string, string>>, code: string | null): ComponentChildren => (code === null ? unsaid : capital(codes[code] ?? code))

function Child({ caseFile: { child, key, open }, items: { details, home } }: Props) {
  const may = open.includes('record-return-items')
  const details_ = may && change(paths.returnDetails(key), 'sex and ethnicity')
  const numbers = (what: string) => may && change(paths.returnNumbers(key), what)
  return (
    <SummaryList
      card={{ title: 'The child' }}
      rows={[
        row('Name', `${child.givenName} ${child.familyName}`), row('Date of birth', dateWords(child.bornOn)),
        row('Sex', inWords(sexes, details.sex === 'U' ? null : details.sex), details_), row('Ethnicity', inWords(ethnicities, details.ethnicityCode), details_),
        row('Postcode', home.isSealed ? 'The address is kept secret' : home.postcode ?? unsaid, open.includes('change-address') && !home.isSealed && change(paths.caseAddress(key), 'the address')),
        row('UPN', details.upn ?? unsaid, numbers('the UPN')), row('ULN', details.uln ?? unsaid, numbers('the ULN')),
        ...(details.upn === null && details.uln === null ? [row('Why neither is known', inWords(upnUnknownReasons, details.upnUnknown), numbers('why neither number is known'))] : []),
      ]}
    />
  )
}

function Requests({ caseFile: { key, open }, items: { requests } }: Props) {
  return (
    <>
      {requests.map(({ id, receivedOn, madeBy, inYouthAccommodation }) => (
        <SummaryList
          card={{ title: `Request of ${dateWords(receivedOn)}` }}
          rows={[
            row('Asked for by', capital(sourceWords(madeBy))),
            row('In youth accommodation when it was asked for', inYouthAccommodation === undefined ? unsaid : inYouthAccommodation ? 'Yes' : 'No', open.includes('record-return-items') && change(paths.returnYouthAccommodation({ ...key, requestId: id }), 'whether in youth accommodation')),
          ]}
        />
      ))}
    </>
  )
}

const since = (fromOn: Parameters<typeof dateWords>[0], toOn?: Parameters<typeof dateWords>[0]) => <span class="hub-quiet">{toOn === undefined ? `Since ${dateWords(fromOn)}` : `${dateWords(fromOn)} to ${dateWords(toOn)}`}</span>

function Needs({ caseFile: { key, open }, items: { needs } }: Props) {
  const action = open.includes('record-needs') && change(paths.returnNeeds(key), 'the main and second need')
  const now = (rank: 1 | 2) => needs.find((need) => need.rank === rank && need.toOn === undefined)
  const [first, second] = [now(1), now(2)]
  return (
    <SummaryList
      card={{ title: 'Needs' }}
      rows={[
        row('Main need', first === undefined ? unsaid : <>{capital(needWords[first.need])}<br />{since(first.fromOn)}</>, action),
        row('Second need', second === undefined ? 'None' : <>{capital(needWords[second.need])}<br />{since(second.fromOn)}</>, action),
        ...needs.filter(({ toOn }) => toOn !== undefined).map(({ need, fromOn, toOn }) => row('Before', <>{capital(needWords[need])}<br />{since(fromOn, toOn)}</>)),
      ]}
    />
  )
}

function Placements({ caseFile: { key, open }, items: { placements } }: Props) {
  const may = open.includes('record-placement')
  const add = may ? [change(paths.returnPlacement({ ...key, placeId: newPlace }), '', 'Record a new place')] : []
  return (
    <SummaryList
      card={{ title: 'Where the child is educated', actions: add }}
      rows={placements.length === 0 ? [row('Main place', unsaid)] : placements.map((place) => row(
        `${rankWords[place.rank]} place${place.toOn === undefined ? '' : ', before'}`, <>{capital(whereWords(place))}<br />{provisionWords(place)}<br />{since(place.fromOn, place.toOn)}</>,
        may && change(paths.returnPlacement({ ...key, placeId: place.id }), `the place at ${whereWords(place)}`),
      ))}
    />
  )
}

function Named({ caseFile: { key, open }, items: { named, hasPlan } }: Props) {
  if (!hasPlan) return null
  const may = open.includes('record-placement')
  const add = may ? [change(paths.returnNamed({ ...key, placeId: newPlace }), '', named.some(({ toOn }) => toOn === undefined) ? 'Add a second place' : 'Say what it names')] : []
  return (
    <SummaryList
      card={{ title: 'What section I of the plan names', actions: add }}
      rows={named.length === 0 ? [row('Main place', unsaid)] : named.map((place) => row(
        `${rankWords[place.rank]} place${place.toOn === undefined ? '' : ', before'}`, <>{capital(whereWords(place))}<br />{provisionWords(place)}<br />{since(place.fromOn, place.toOn)}</>,
        may && change(paths.returnNamed({ ...key, placeId: place.id }), `what section I names: ${whereWords(place)}`),
      ))}
    />
  )
}

function Budget({ caseFile: { key, open }, items: { budgets, hasPlan } }: Props) {
  if (!hasPlan) return null
  const now = budgets.find(({ toOn }) => toOn === undefined)
  const action = open.includes('record-personal-budget') && change(paths.returnBudget(key), 'the personal budget')
  return (
    <SummaryList
      card={{ title: 'Personal budget' }}
      rows={[
        row('Personal budget', now === undefined ? unsaid : <>{now.isTakenUp ? 'Yes' : 'No'}<br />{since(now.fromOn)}</>, action),
        ...(now?.isTakenUp === true ? [
          row('Arranged by the council or somebody else', now.isOrganised === undefined ? unsaid : now.isOrganised ? 'Yes' : 'No', action), row('Direct payments', now.directPayment === undefined ? 'None' : `For ${directPayments[now.directPayment]}`, action),
        ] : []),
      ]}
    />
  )
}
