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
import { dateWords, listWords, plural } from '../../../ui/words.ts'
import type { ItemGroup } from '../where-mended.ts'
import { itemWordsOf } from '../where-mended.ts'
import { newPlace } from '../place/placement-page.tsx'
import { capital, provisionWords, rankWords, sourceWords, whereWords } from '../words.ts'
import { Beside } from './beside.tsx'
import type { Items } from './page.ts'
import type { CaseFaults } from './read-faults.ts'

interface Props { readonly frame: PageFrame; readonly caseFile: CaseFile; readonly items: Items; readonly faults: CaseFaults }

export const title = 'For the national return'

export function view(props: Props) {
  const { frame, caseFile } = props
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">Each year the council tells the Department for Education about every child with a plan, a request or an assessment (SEN2). This is what it says here that no other page does.</p>
      <p class="govuk-body">{sizeWords(props.faults)}</p>
      <Child {...props} />
      <Requests {...props} />
      <Needs {...props} />
      <Placements {...props} />
      <Named {...props} />
      <Budget {...props} />
      <Told {...props} />
    </CasePage>
  )
}

function sizeWords({ isInReturn, open }: CaseFaults): string {
  if (!isInReturn) return 'As things are, the return would say nothing of this case.'
  const errors = open.filter(({ severity }) => severity === 'error').length
  const queries = open.filter(({ severity, explanation }) => severity === 'query' && explanation === undefined).length
  if (errors + queries === 0) return 'As of today, nothing has to be put right. A task of this on the list of work goes with the next night.'
  return `As of today, ${listWords([...(errors > 0 ? [`${plural(errors, 'thing')} must be put right`] : []), ...(queries > 0 ? [`${plural(queries, 'thing')} will be asked about`] : [])])}. What is wrong stands beside each item. What you put right is gone from here at once, and from the list of work with the next night.`
}

const unsaid = <span class="hub-quiet">Nobody has said</span>
const row = (key: ComponentChildren, value: ComponentChildren, ...actions: (Action | false)[]): SummaryRow => ({ key, value, actions: actions.filter((one) => one !== false) })
const change = (href: string, what: string, text = 'Change'): Action => ({ href, text, visuallyHiddenText: what })

const inWords = (codes: Readonly<Record<string, string>>, code: string | null): ComponentChildren => (code === null ? unsaid : capital(codes[code] ?? code))

function Child({ caseFile: { child, key, open }, items: { details, home }, faults }: Props) {
  const beside = (...elements: string[]) => <Beside faults={faults} caseKey={key} of={({ block, element }) => block === 'Person' && elements.includes(element)} />
  const may = open.includes('record-return-items')
  const changeDetails = may && change(paths.returnDetails(key), 'sex and ethnicity')
  const numbers = (what: string) => may && change(paths.returnNumbers(key), what)
  return (
    <SummaryList
      card={{ title: 'The child' }}
      rows={[
        row('Name', <>{child.givenName} {child.familyName}{beside('Surname', 'Forename', '')}</>), row('Date of birth', <>{dateWords(child.bornOn)}{beside('PersonBirthDate')}</>),
        row('Sex', <>{inWords(sexes, details.sex === 'U' ? null : details.sex)}{beside('Sex')}</>, changeDetails), row('Ethnicity', <>{inWords(ethnicities, details.ethnicityCode)}{beside('Ethnicity')}</>, changeDetails),
        row('Postcode', <>{home.isSealed ? 'The address is kept secret' : home.postcode ?? unsaid}{beside('PostCode')}</>, open.includes('change-address') && !home.isSealed && change(paths.caseAddress(key), 'the address')),
        row('UPN', <>{details.upn ?? unsaid}{beside('UPN')}</>, numbers('the UPN')), row('ULN', <>{details.uln ?? unsaid}{beside('UniqueLearnerNumber')}</>, numbers('the ULN')),
        ...((details.upn === null && details.uln === null) || details.upnUnknown !== null ? [row('Why neither is known', <>{inWords(upnUnknownReasons, details.upnUnknown)}{beside('UPNunknown')}</>, numbers('why neither number is known'))] : []),
      ]}
    />
  )
}

function Requests({ caseFile: { key, open }, items: { requests }, faults }: Props) {
  const beside = (element: string) => <Beside faults={faults} caseKey={key} of={(fault) => fault.block === 'Requests' && fault.element === element} />
  return (
    <>
      {requests.map(({ id, receivedOn, madeBy, inYouthAccommodation }) => (
        <SummaryList
          card={{ title: `Request of ${dateWords(receivedOn)}` }}
          rows={[
            row('Asked for by', <>{capital(sourceWords(madeBy))}{beside('RequestSource')}</>),
            row('In youth accommodation when it was asked for', <>{inYouthAccommodation === undefined ? unsaid : inYouthAccommodation ? 'Yes' : 'No'}{inYouthAccommodation === undefined && beside('RYA')}</>, open.includes('record-return-items') && change(paths.returnYouthAccommodation({ ...key, requestId: id }), 'whether in youth accommodation')),
          ]}
        />
      ))}
    </>
  )
}

const since = (fromOn: Parameters<typeof dateWords>[0], toOn?: Parameters<typeof dateWords>[0]) => <span class="hub-quiet">{toOn === undefined ? `Since ${dateWords(fromOn)}` : `${dateWords(fromOn)} to ${dateWords(toOn)}`}</span>

function Needs({ caseFile: { key, open }, items: { needs }, faults }: Props) {
  const beside = <Beside faults={faults} caseKey={key} of={ofGroup('needs')} />
  const action = open.includes('record-needs') && change(paths.returnNeeds(key), 'the main and second need')
  const now = (rank: 1 | 2) => needs.find((need) => need.rank === rank && need.toOn === undefined)
  const [first, second] = [now(1), now(2)]
  return (
    <SummaryList
      card={{ title: 'Needs' }}
      rows={[
        row('Main need', <>{first === undefined ? unsaid : <>{capital(needWords[first.need])}<br />{since(first.fromOn)}</>}{beside}</>, action),
        row('Second need', second === undefined ? 'None' : <>{capital(needWords[second.need])}<br />{since(second.fromOn)}</>, action),
        ...needs.filter(({ toOn }) => toOn !== undefined).map(({ need, fromOn, toOn }) => row('Before', <>{capital(needWords[need])}<br />{since(fromOn, toOn)}</>)),
      ]}
    />
  )
}

function Placements({ caseFile: { key, open }, items: { placements }, faults }: Props) {
  const beside = <Beside faults={faults} caseKey={key} of={ofGroup('placements')} />
  const may = open.includes('record-placement')
  const add = may ? [change(paths.returnPlacement({ ...key, placeId: newPlace }), '', 'Record a new place')] : []
  return (
    <SummaryList
      card={{ title: 'Where the child is educated', actions: add }}
      rows={placements.length === 0 ? [row('Main place', <>{unsaid}{beside}</>)] : placements.map((place, index) => row(
        `${rankWords[place.rank]} place${place.toOn === undefined ? '' : ', before'}`, <>{capital(whereWords(place))}<br />{provisionWords(place)}<br />{since(place.fromOn, place.toOn)}{index === 0 && beside}</>,
        may && change(paths.returnPlacement({ ...key, placeId: place.id }), `the place at ${whereWords(place)}`),
      ))}
    />
  )
}

function Named({ caseFile: { key, open }, items: { named, hasPlan }, faults }: Props) {
  const beside = <Beside faults={faults} caseKey={key} of={ofGroup('named')} />
  if (!hasPlan) return null
  const may = open.includes('record-placement')
  const add = may ? [change(paths.returnNamed({ ...key, placeId: newPlace }), '', named.some(({ toOn }) => toOn === undefined) ? 'Add a second place' : 'Say what it names')] : []
  return (
    <SummaryList
      card={{ title: 'What section I of the plan names', actions: add }}
      rows={named.length === 0 ? [row('Main place', <>{unsaid}{beside}</>)] : named.map((place, index) => row(
        `${rankWords[place.rank]} place${place.toOn === undefined ? '' : ', before'}`, <>{capital(whereWords(place))}<br />{provisionWords(place)}<br />{since(place.fromOn, place.toOn)}{index === 0 && beside}</>,
        may && change(paths.returnNamed({ ...key, placeId: place.id }), `what section I names: ${whereWords(place)}`),
      ))}
    />
  )
}

function Budget({ caseFile: { key, open }, items: { budgets, hasPlan }, faults }: Props) {
  if (!hasPlan) return null
  const now = budgets.find(({ toOn }) => toOn === undefined)
  const action = open.includes('record-personal-budget') && change(paths.returnBudget(key), 'the personal budget')
  return (
    <SummaryList
      card={{ title: 'Personal budget' }}
      rows={[
        row('Personal budget', <>{now === undefined ? unsaid : <>{now.isTakenUp ? 'Yes' : 'No'}<br />{since(now.fromOn)}</>}<Beside faults={faults} caseKey={key} of={ofGroup('budget')} /></>, action),
        ...(now?.isTakenUp === true ? [
          row('Arranged by the council or somebody else', now.isOrganised === undefined ? unsaid : now.isOrganised ? 'Yes' : 'No', action), row('Direct payments', now.directPayment === undefined ? 'None' : `For ${directPayments[now.directPayment]}`, action),
        ] : []),
      ]}
    />
  )
}

const ofGroup = (group: ItemGroup) => ({ block, element }: { readonly block: string; readonly element: string }): boolean => itemWordsOf(block, element).group === group

const shownBeside = (requests: number): ReadonlySet<string> => new Set(requests === 0 ? [] : ['Requests RequestSource', 'Requests RYA'])

/** What the return takes from elsewhere in the record, where something is wrong with it: each with the page on which it is put right. */
function Told({ caseFile: { key }, items, faults }: Props) {
  const beside = shownBeside(items.requests.length)
  const told = faults.open.filter(({ block, element }) => {
    const { group } = itemWordsOf(block, element)
    return !['child', 'named', 'budget', 'placements', 'needs'].includes(group) && !beside.has(`${block} ${element}`)
  })
  const rows = [...new Map(told.map(({ block, element }) => [itemWordsOf(block, element).words, itemWordsOf(block, element)])).values()]
  if (rows.length === 0) return null
  return (
    <SummaryList
      card={{ title: 'What the return takes from elsewhere in the record' }}
      rows={rows.map((item) => row(item.words, <Beside faults={{ ...faults, open: told }} caseKey={key} of={({ block, element }) => itemWordsOf(block, element).words === item.words} />, change(item.mendedAt(key), item.words.toLowerCase(), 'Put right')))}
    />
  )
}
