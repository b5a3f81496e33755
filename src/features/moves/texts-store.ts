// The words that would leave with a package, for the look through them before anything is sent (casebook/sending/check-before-sending.ts).

import { sql } from 'kysely'
import { notSealed } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'

/** Live lines of the plan, proposals, reports that go, what was said of changes, at reviews and of endings, and what is noted about the people. */
export async function textsToCheck(tx: Tx, caseFile: CaseFile, goes: readonly string[]): Promise<string[]> {
  const { localAreaId, id: caseId, child } = caseFile
  const { rows } = await sql<{ words: string }>`
    select r.text as words from plan p join plan_line l on l.local_area_id = p.local_area_id and l.plan_id = p.id
      join plan_line_revision r on r.local_area_id = l.local_area_id and r.line_id = l.id and r.n = l.latest where p.local_area_id = ${localAreaId} and p.case_id = ${caseId} and not r.is_removed
    union all select o.text from plan p join proposal o on o.local_area_id = p.local_area_id and o.plan_id = p.id where p.local_area_id = ${localAreaId} and p.case_id = ${caseId}
    union all select a.report_text from advice a where a.local_area_id = ${localAreaId} and a.case_id = ${caseId} and a.id = any(${[...goes]}::uuid[]) and ${notSealed(caseFile, 'a.id')}
    union all select coalesce(r.safe_contact_note, '') || ' ' || coalesce(r.responsibility_evidence, '') from relationship r where r.local_area_id = ${localAreaId} and r.child_id = ${child.id}
    union all select concat_ws(' ', c.words, c.reasons) from change_said c where c.local_area_id = ${localAreaId} and c.case_id = ${caseId}
    union all select c.content::text from review_contribution c where c.local_area_id = ${localAreaId} and c.case_id = ${caseId} and c.given_at is not null
    union all select r.sent::text from review_report r where r.local_area_id = ${localAreaId} and r.case_id = ${caseId} and r.sent_at is not null
    union all select concat_ws(' ', c.why, c.family_said, c.setting_said, c.reasons) from plan_ceasing c where c.local_area_id = ${localAreaId} and c.case_id = ${caseId}
    union all select concat_ws(' ', a.why, a.reasons) from reassessment a where a.local_area_id = ${localAreaId} and a.case_id = ${caseId}
    union all select coalesce(n.detail, '') from communication_need n where n.local_area_id = ${localAreaId} and n.child_id = ${child.id}`.execute(tx.db)
  return rows.map(({ words }) => words).filter((words) => words.trim() !== '')
}
