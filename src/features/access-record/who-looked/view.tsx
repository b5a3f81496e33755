import type { Sitting } from '../../../casebook/audit/looked.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { londonTimeOf } from '../../../domain/calendar/london-date.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, listWords, timeWords, weekdayWords } from '../../../ui/words.ts'
import { sidesForFamily, whyOf } from '../looked-words.ts'

export const sittingsPerPage = 25

export interface WhoLookedView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly sittings: readonly Sitting[]
  readonly total: number
  readonly number: number
  readonly viewerId: PersonId
  readonly isCouncil: boolean
}

export function view({ frame, caseFile, sittings, total, number, viewerId, isCouncil }: WhoLookedView) {
  const isYoungPerson = caseFile.parts.includes('young-person')
  const whose = isYoungPerson ? 'your' : isCouncil ? 'this' : `${caseFile.child.preferredName}’s`
  const title = `Who looked at ${whose} record`
  const days = [...new Set(sittings.map(({ to }) => londonTimeOf(to).date))]
  const pageAt = (at: number): string => paths.whoLooked(caseFile.key, at > 1 ? { page: at } : undefined)
  const mayAsk = !isCouncil && caseFile.open.includes('send-message')
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Each time somebody opens the record, Golden Thread writes it down. Nobody can change or remove that. This list goes back two years.</p>
        {!isCouncil && <p class="govuk-body">You see the staff who looked, and yourself. You do not see other people in the family, and they do not see you.</p>}
        {sittings.length === 0 && <EmptyState title="Nobody has looked yet" />}
        {days.map((day) => (
          <section class="hub-looked-day">
            <h2 class="govuk-heading-m">{weekdayWords(day)}</h2>
            <ul class="govuk-list hub-looked">
              {sittings.filter(({ to }) => londonTimeOf(to).date === day).map((sitting) => <Looked sitting={sitting} caseFile={caseFile} viewerId={viewerId} isCouncil={isCouncil} />)}
            </ul>
            {mayAsk && <p class="govuk-body"><AskAbout caseFile={caseFile} viewerId={viewerId} day={day} /></p>}
          </section>
        ))}
        {total > sittingsPerPage && (
          <Pagination
            {...(number > 1 ? { previous: { href: pageAt(number - 1), text: 'Later' } } : {})}
            {...(number * sittingsPerPage < total ? { next: { href: pageAt(number + 1), text: 'Earlier' } } : {})}
          />
        )}
      </TwoThirds>
    </CasePage>
  )
}

function Looked({ sitting, caseFile, viewerId, isCouncil }: Pick<WhoLookedView, 'caseFile' | 'viewerId' | 'isCouncil'> & { sitting: Sitting }) {
  const isSelf = sitting.personId === viewerId
  const from = timeWords(sitting.from)
  const to = timeWords(sitting.to)
  const isOneDay = londonTimeOf(sitting.from).date === londonTimeOf(sitting.to).date
  const when = !isOneDay ? `${dateWords(londonTimeOf(sitting.from).date)} at ${from} to ${to}` : from === to ? from : `${from} to ${to}`
  const who = [sitting.profession, sitting.organisation].filter((one) => one !== undefined)
  return (
    <li class={sitting.emergency === undefined ? 'hub-looked__item' : 'hub-looked__item hub-looked__item--emergency'}>
      <p class="govuk-body govuk-!-margin-bottom-1"><strong>{isSelf ? 'You' : sitting.name}</strong>{!isSelf && who.length > 0 && `, ${who.join(', ')}`} <span class="hub-quiet">{when}</span></p>
      <p class="govuk-body govuk-!-margin-bottom-1">{isSelf ? 'You' : ''}{isSelf ? ' looked at ' : 'Looked at '}{listWords(sidesForFamily(sitting.routes))}.</p>
      {!isSelf && !(sitting.isFamily && isCouncil) && <p class="govuk-body">Why: {whyOf(sitting, caseFile.officer?.id)}.</p>}
      {!isSelf && sitting.isFamily && isCouncil && <p class="govuk-body">Why: family.</p>}
    </li>
  )
}

function AskAbout({ caseFile, viewerId, day }: { caseFile: CaseFile; viewerId: PersonId; day: PlainDate }) {
  return (
    <a class="govuk-link" href={paths.caseThread({ ...caseFile.key, personId: viewerId }, { askAbout: day })}>
      Ask about this<span class="govuk-visually-hidden">: {dateWords(day)}</span>
    </a>
  )
}
