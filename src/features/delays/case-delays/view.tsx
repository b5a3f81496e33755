import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { reasonWords } from '../../../domain/case-file/delay-reasons.ts'
import type { Delay, ExcuseClaim } from '../../../domain/case-file/delays.ts'
import { promiseOf } from '../../../domain/case-file/delays.ts'
import { slugOf } from '../../../domain/clocks/clock-slug.ts'
import { paths } from '../../../paths.ts'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { Period } from '../delay-store.ts'
import { limitName, promiseWords, tellingWords } from '../limit-words.ts'
import type { OpenLimit } from '../open-limits.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly limits: readonly OpenLimit[] | undefined
  readonly told: readonly Delay[]
  readonly claims: readonly ExcuseClaim[]
  readonly periods: readonly Period[]
  readonly notices: ReadonlyMap<string, string>
}

export function view(props: Props) {
  const { frame, caseFile, limits, told, claims } = props
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Delays" wide>
      <span class="govuk-caption-l">{childName(caseFile)}</span>
      <h1 class="govuk-heading-l">Delays</h1>
      <p class="govuk-body">When a legal date is missed, or will be, the family is told why the same day. A date the family was given is a promise: when it passes, they are told again.</p>
      {limits === undefined
        ? <WarningText>The dates of this case contradict each other, so nothing can be said of what is late. <a class="govuk-link" href={paths.caseTimeline(caseFile.key)}>Put the wrong day right in the timeline</a>.</WarningText>
        : <Owed {...props} limits={limits} />}
      {told.length > 0 && <Told {...props} />}
      {claims.length > 0 && <Claims {...props} />}
    </CasePage>
  )
}

function Owed({ caseFile, today, limits }: Props & { limits: readonly OpenLimit[] }) {
  if (limits.length === 0) return <p class="govuk-body">The council owes this family nothing by a legal date now.</p>
  const mayTell = caseFile.open.includes('explain-delay')
  return (
    <Table
      caption="Legal dates that the council still owes"
      captionSize="m"
      head={[{ content: 'What is owed' }, { content: 'Legal date' }, { content: 'What the family was told' }, { content: 'What to do' }]}
      rows={limits.map((limit) => {
        const { clock, about, dueOn, isExcused, telling } = limit
        const last = limit.told.at(-1)
        const href = paths.explainDelay({ ...caseFile.key, limit: slugOf(clock), about })
        return [
          { content: <>{limitName(clock)} <span class="hub-quiet">({clock})</span></> },
          { content: <>{isExcused ? <>{dateWords(dueOn)} <Tag colour="blue">Excused</Tag></> : <ContextualDate due date={dueOn} daysAway={daysBetween(today, dueOn)} />}</> },
          { content: last === undefined ? 'Nothing yet' : `On ${dateWords(last.toldOn)}: we now expect it by ${dateWords(last.expectedOn)}` },
          {
            content: (
              <>
                {telling !== undefined && <><Tag colour="red">{telling === 'late' || telling === 'certain' ? 'Family not told' : 'Tell again'}</Tag><br /><span class="hub-quiet">{tellingWords[telling]}</span><br /></>}
                {mayTell && <a class="govuk-link" href={href}>{telling === undefined ? last === undefined ? 'Say that it will be late' : 'Give another date' : 'Tell the family why'}<span class="govuk-visually-hidden">: {limitName(clock)}</span></a>}
              </>
            ),
          },
        ]
      })}
    />
  )
}

function Told({ caseFile, today, told, periods, notices }: Props) {
  const newestFirst = told.toReversed()
  return (
    <Table
      caption="What the family was told"
      captionSize="m"
      head={[{ content: 'Told on' }, { content: 'What was late' }, { content: 'Reason' }, { content: 'Date given' }, { content: 'What became of it' }, { content: 'Letters' }]}
      rows={newestFirst.map((delay) => [
        { content: dateWords(delay.toldOn) }, { content: `${limitName(delay.clock)}, due on ${dateWords(delay.dueOn)}` },
        { content: <>{reasonWords(delay.because)}{delay.isExcuseWithdrawn && <> <Tag colour="orange">Excuse withdrawn</Tag></>}</> },
        { content: dateWords(delay.expectedOn) }, { content: promiseWords[promiseOf(delay, whatCameAfter(delay, told, periods), today)] },
        { content: <ul class="govuk-list govuk-!-margin-bottom-0">{delay.noticeIds.map((noticeId) => <li><a class="govuk-link" href={paths.caseLetter({ ...caseFile.key, noticeId })}>To {notices.get(noticeId) ?? 'the family'}</a></li>)}</ul> },
      ])}
    />
  )
}

/** When it was done, overtaken or told of again. */
export function whatCameAfter(delay: Delay, told: readonly Delay[], periods: readonly Period[]): Parameters<typeof promiseOf>[1] {
  const isSame = (clock: string, about: string): boolean => clock === delay.clock && about === delay.about
  const period = periods.find(({ clockId, about, startedOn }) => isSame(clockId, about) && startedOn <= delay.toldOn)
  const again = told.slice(told.indexOf(delay) + 1).find(({ clock, about }) => isSame(clock, about))
  return {
    ...(period?.metOn === undefined ? {} : { metOn: period.metOn }), ...(period?.overtakenOn === undefined ? {} : { overtakenOn: period.overtakenOn }),
    ...(again === undefined ? {} : { toldAgainOn: again.toldOn }),
  }
}

function Claims({ caseFile, claims }: Props) {
  return (
    <Table
      caption="Excuses of the law that were claimed"
      captionSize="m"
      head={[{ content: 'Claimed on' }, { content: 'For' }, { content: 'Excuse' }, { content: 'State' }]}
      rows={claims.toReversed().map((claim) => [
        { content: dateWords(claim.claimedOn) }, { content: limitName(claim.clock) }, { content: reasonWords(claim.excuse) },
        {
          content: claim.withdrawnOn !== undefined
            ? <>Withdrawn on {dateWords(claim.withdrawnOn)}{claim.withdrawnBecause !== undefined && <>: {claim.withdrawnBecause}</>}</>
            : (
              <>
                Stood when it was claimed
                {caseFile.open.includes('withdraw-excuse') && <><br /><a class="govuk-link" href={paths.withdrawExcuse({ ...caseFile.key, claimId: claim.id })}>Withdraw or correct<span class="govuk-visually-hidden"> the claim of {dateWords(claim.claimedOn)}</span></a></>}
              </>
            ),
        },
      ])}
    />
  )
}
