// The progress board of a cohort: one statement for all its children, whatever their number.

import { sql } from 'kysely'
import { caseInSight, councilAreasOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { inForce } from '../../domain/case-file/tracks.ts'
import type { CaseId, LocalAreaId } from '../../domain/ids.ts'
import { isForeseenBecause } from '../../domain/transfer/foresee.ts'
import type { TransferKind } from '../../domain/transfer/phases.ts'
import { isTransferKind } from '../../domain/transfer/phases.ts'
import type { TransferRisk, TransferStep } from '../../domain/transfer/progress.ts'
import { riskOf, stepOf } from '../../domain/transfer/progress.ts'
import { transferDays } from '../../domain/transfer/transfer-days.ts'
import type { Transfer, TransferStanding } from './cohort-store.ts'
import { isStanding, yearsOf } from './cohort-store.ts'

export interface BoardRow extends Pick<Transfer, 'id' | 'year' | 'because' | 'yearGroup' | 'isOutOfYear' | 'settingName' | 'years' | 'transferOn' | 'reason'> {
  readonly key: { readonly area: string; readonly caseId: CaseId }
  readonly reference: string
  readonly name: string
  readonly bornOn: PlainDate
  readonly stage: string
  readonly officer?: string
  /** Where the child goes today, where that is not the setting that this row was made for; null for none. */
  readonly nowAt?: string | null
  readonly standing: TransferStanding
  readonly kind?: TransferKind
  readonly strictLastDay?: PlainDate
  readonly publishedDay?: PlainDate
  readonly latestMeetingOn?: PlainDate
  readonly meetingOn?: PlainDate
  readonly reviewedOn?: PlainDate
  readonly asked: number
  readonly answered: number
  readonly noticeOn?: PlainDate
  readonly namedOn?: PlainDate
  /** Of children who move. */
  readonly step?: TransferStep
  readonly risk?: TransferRisk
}

interface Raw {
  readonly id: string; readonly caseId: CaseId; readonly code: string; readonly reference: string; readonly stage: string; readonly givenName: string; readonly preferredName: string | null; readonly familyName: string; readonly bornOn: PlainDate
  readonly officer: string | null; readonly standing: string; readonly kind: string | null; readonly year: number; readonly because: string; readonly yearGroup: number | null; readonly isOutOfYear: boolean; readonly transferOn: PlainDate | null; readonly reason: string | null
  readonly hasMoved: boolean; readonly nowAt: string | null; readonly settingName: string | null; readonly settingType: string | null; readonly phase: string | null; readonly lowestYear: number | null; readonly highestYear: number | null
  readonly meetingOn: PlainDate | null; readonly reviewedOn: PlainDate | null; readonly asked: number; readonly answered: number; readonly noticeOn: PlainDate | null; readonly namedOn: PlainDate | null
}

/** Every child of the cohort whose plan is in force: at risk first, by the day; then by name. */
export async function listCohort(tx: Tx, localAreaId: LocalAreaId, year: number): Promise<BoardRow[]> {
  if (tx.viewer.kind !== 'system' && !councilAreasOf(tx.viewer).includes(localAreaId)) return []
  // What was done for this transfer: in the year before its strict day, or since the spring before where it has none.
  const since = sql`coalesce(t.strict_on - 365, make_date(t.year - 1, 4, 1))`
  const here = (alias: string) => sql`${sql.ref(`${alias}.case_id`)} = t.case_id and ${sql.ref(`${alias}.local_area_id`)} = ${localAreaId}`
  // What was done for each child is looked up by the child: gathered apart, and joined afterwards, every child was held against every other.
  const found = await sql<Raw>`
    with cohort as materialized (
      select t.*, c.reference, c.child_id, c.stage, c.case_officer_id from phase_transfer t join case_file c on c.id = t.case_id and c.local_area_id = ${localAreaId}
      where t.local_area_id = ${localAreaId} and t.year = ${year} and c.stage = any(${[...inForce]}::text[]) and ${caseInSight(tx, 'c')})
    select t.id, t.case_id, a.code, t.reference, t.stage, ch.given_name, ch.preferred_name, ch.family_name, ch.born_on, p.full_name as officer, t.standing, t.kind, t.year, t.because, t.year_group, t.is_out_of_year, t.transfer_on, t.reason,
      h.organisation_id is distinct from t.organisation_id as has_moved, n.name as now_at, o.name as setting_name, o.setting_type, s.phase, s.lowest_year, s.highest_year, m.meeting_on, l.reviewed_on, k.asked, k.answered, l.notice_on, l.named_on
    from cohort t join local_area a on a.id = t.local_area_id join child ch on ch.id = t.child_id and ch.local_area_id = ${localAreaId}
    left join person p on p.id = t.case_officer_id left join organisation o on o.id = t.organisation_id left join setting_phase s on s.organisation_id = t.organisation_id and s.local_area_id = ${localAreaId}
    left join lateral (select g.organisation_id from child_setting g where g.local_area_id = ${localAreaId} and g.child_id = t.child_id and g.from_on <= ${tx.today} and (g.to_on is null or g.to_on >= ${tx.today})
      order by g.from_on desc, g.id limit 1) h on true
    left join organisation n on n.id = h.organisation_id
    left join lateral (
      select max(k.started_on) filter (where k.clock_id = 'REV-08' and k.started_on >= ${since}) as reviewed_on, max(k.started_on) filter (where k.clock_id = 'REV-11' and k.started_on >= ${since}) as notice_on,
        min(k.met_on) filter (where k.about = t.id::text and k.clock_id in ('PT-01', 'PT-02', 'PT-03', 'PT-02/same-school-sixth-form')) as named_on
      from clock k where ${here('k')} and k.clock_id in ('REV-08', 'REV-11', 'PT-01', 'PT-02', 'PT-03', 'PT-02/same-school-sixth-form')) l on true
    left join lateral (
      select (r.data ->> 'meetingOn')::date as meeting_on
      from fact r where ${here('r')} and r.type = 'review-meeting-arranged'
        and not exists (select 1 from fact k where k.local_area_id = r.local_area_id and k.case_id = r.case_id and k.corrects_seq = r.seq)
        and not exists (select 1 from fact e where e.local_area_id = r.local_area_id and e.case_id = r.case_id and e.type in ('review-called-off', 'review-meeting-held') and e.data ->> 'reviewId' = r.data ->> 'reviewId')
      order by r.seq desc limit 1) m on true
    left join lateral (
      select count(*)::int as asked, count(q.answered_at)::int as answered from consultation q where ${here('q')} and q.withdrawn_at is null and q.sent_on >= ${since}) k on true`.execute(tx.db)
  return found.rows.map((raw) => toRow(raw, tx.today)).toSorted(byRisk)
}

function toRow(raw: Raw, today: PlainDate): BoardRow {
  if (!isStanding(raw.standing) || !isForeseenBecause(raw.because)) throw new Error(`no transfer is ${raw.standing} because ${raw.because}`)
  const kind = raw.kind !== null && isTransferKind(raw.kind) ? raw.kind : undefined
  const days = kind === undefined ? undefined : transferDays(kind, { year: raw.year, ...(raw.transferOn === null ? {} : { transferOn: raw.transferOn }) })
  const years = yearsOf(raw)
  const facts = {
    isReviewed: raw.reviewedOn !== null, asked: raw.asked, answered: raw.answered, isNoticeOut: raw.noticeOn !== null,
    ...(raw.meetingOn === null ? {} : { meetingOn: raw.meetingOn }), ...(raw.namedOn === null ? {} : { namedOn: raw.namedOn }),
  }
  return {
    id: raw.id, key: { area: raw.code, caseId: raw.caseId }, reference: raw.reference, name: `${raw.preferredName ?? raw.givenName} ${raw.familyName}`, bornOn: raw.bornOn, stage: raw.stage, standing: raw.standing, year: raw.year,
    because: raw.because, isOutOfYear: raw.isOutOfYear, asked: raw.asked, answered: raw.answered, ...days,
    ...(raw.hasMoved && raw.namedOn === null ? { nowAt: raw.nowAt } : {}),
    ...(raw.officer === null ? {} : { officer: raw.officer }), ...(kind === undefined ? {} : { kind }), ...(raw.yearGroup === null ? {} : { yearGroup: raw.yearGroup }), ...(raw.transferOn === null ? {} : { transferOn: raw.transferOn }),
    ...(raw.reason === null ? {} : { reason: raw.reason }), ...(raw.settingName === null ? {} : { settingName: raw.settingName }), ...(years === undefined ? {} : { years }),
    ...(raw.meetingOn === null ? {} : { meetingOn: raw.meetingOn }), ...(raw.reviewedOn === null ? {} : { reviewedOn: raw.reviewedOn }), ...(raw.noticeOn === null ? {} : { noticeOn: raw.noticeOn }), ...(raw.namedOn === null ? {} : { namedOn: raw.namedOn }),
    ...(raw.standing !== 'moves' ? {} : { step: stepOf(facts) }), ...(raw.standing !== 'moves' || days === undefined ? {} : { risk: riskOf(facts, days, today) }),
  }
}

const riskOrder: readonly (TransferRisk | undefined)[] = ['missed', 'at-risk', 'on-course', undefined, 'done-late', 'done']
const byRisk = (a: BoardRow, b: BoardRow): number =>
  riskOrder.indexOf(a.risk) - riskOrder.indexOf(b.risk) || (a.strictLastDay ?? '9').localeCompare(b.strictLastDay ?? '9') || a.name.localeCompare(b.name) || a.reference.localeCompare(b.reference)

/** The years of which an area has a cohort, the newest first. */
export async function listYears(tx: Tx, localAreaId: LocalAreaId): Promise<number[]> {
  const rows = await tx.db.selectFrom('phaseTransfer').select('year').distinct().where('localAreaId', '=', localAreaId).orderBy('year', 'desc').execute()
  return rows.map(({ year }) => year)
}
