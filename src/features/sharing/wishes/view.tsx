import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { dateTimeWords, weekdayWords } from '../../../ui/words.ts'
import { channelWords } from '../on-behalf.tsx'
import type { Wish } from '../wish-store.ts'
import { wishKindWords } from './wish-words.tsx'

export function view({ frame, caseFile, wishes }: { frame: PageFrame; caseFile: CaseFile; wishes: readonly Wish[] }) {
  const title = 'What the family asked for'
  const waiting = wishes.filter(({ answer }) => answer === undefined)
  const answered = wishes.filter(({ answer }) => answer !== undefined)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <span class="govuk-caption-l">{childName(caseFile)}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {wishes.length === 0 && <EmptyState title="The family has not asked for a setting, a meeting or a format yet." />}
      {caseFile.open.includes('make-wish') && (
        <p class="govuk-body"><a class="govuk-link" href={paths.makeWish(caseFile.key)}>Record what a family member asks for</a></p>
      )}
      {waiting.length > 0 && <h2 class="govuk-heading-m">Waiting for an answer ({waiting.length})</h2>}
      {waiting.map((wish) => <WishCard caseFile={caseFile} wish={wish} />)}
      {answered.length > 0 && <h2 class="govuk-heading-m">Answered ({answered.length})</h2>}
      {answered.map((wish) => <WishCard caseFile={caseFile} wish={wish} />)}
    </CasePage>
  )
}

function WishCard({ caseFile, wish }: { caseFile: CaseFile; wish: Wish }) {
  return (
    <SummaryList
      card={{
        title: `${wishKindWords[wish.kind].staff}: ${wish.words}`, headingLevel: 3,
        ...(wish.answer === undefined && caseFile.open.includes('answer-wish') ? { actions: [{ href: paths.answerWish({ ...caseFile.key, wishId: wish.id }), text: 'Answer' }] } : {}),
      }}
      rows={[
        { key: 'Who', value: `${wish.who.name}, ${dateTimeWords(wish.madeAt)}${wish.writtenBy === undefined ? '' : `, ${channelWords[wish.channel]}, written down by ${wish.writtenBy}`}` },
        wish.because !== undefined && { key: 'Why, and what helps', value: wish.because },
        wish.kind === 'setting' && wish.organisationId === undefined && { key: 'Not on the list', value: 'Find the setting, or ask the family which one they mean, before you consult it' },
        wish.meetingOn !== undefined && { key: 'Meeting', value: weekdayWords(wish.meetingOn) },
        wish.answer !== undefined && { key: 'Answer', value: `${wish.answer} (${wish.answeredBy ?? ''}${wish.answeredAt === undefined ? '' : `, ${dateTimeWords(wish.answeredAt)}`})` },
      ]}
    />
  )
}
