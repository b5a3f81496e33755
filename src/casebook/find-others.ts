// Who else could be meant in a text: other children of the area and their families, looked up by the names, numbers, days and
// addresses that stand in it. Whoever sends is told of their own words alone, so this looks further than they may see.

import { sql } from 'kysely'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import { datesIn, postcodesIn, streetLinesIn } from '../domain/sending/marks-in-text.ts'
import type { OtherAddress, OtherAdult, OtherChild, Others, Own } from '../domain/sending/others-in-text.ts'
import { nhsNumbersIn, upnsIn } from '../domain/sending/others-in-text.ts'
import { namesPossible } from '../domain/sending/words-of-text.ts'
import type { CaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'

/** Children with whom this child shares a parent or carer, and the child. */
async function listOwnFamily(tx: Tx, { localAreaId, child }: CaseFile): Promise<string[]> {
  const found = await sql<{ childId: string }>`
    select distinct other.child_id from relationship mine join relationship other on other.local_area_id = mine.local_area_id and other.person_id = mine.person_id
    where mine.local_area_id = ${localAreaId} and mine.child_id = ${child.id}`.execute(tx.db)
  return [child.id, ...found.rows.map(({ childId }) => childId)]
}

/** Other children of the area who are named, numbered or born on a day in the text. */
async function listChildren(tx: Tx, caseFile: CaseFile, family: readonly string[], text: string, names: readonly string[]): Promise<OtherChild[]> {
  const upns = upnsIn(text).map(({ value }) => value)
  const numbers = nhsNumbersIn(text).map(({ value }) => value)
  const days = datesIn(text).map(({ on }) => on)
  const found = await sql<{ givenName: string; preferredName: string | null; familyName: string; bornOn: PlainDate; upn: string | null; nhsNumber: string | null; isOfThisFamily: boolean }>`
    select given_name, preferred_name, family_name, born_on, upn, nhs_number, id = any(${[...family]}::uuid[]) as is_of_this_family
    from child c where c.local_area_id = ${caseFile.localAreaId} and c.id <> ${caseFile.child.id} and (
      (lower(c.family_name) = any(${[...names]}::text[]) and (lower(c.given_name) = any(${[...names]}::text[]) or lower(c.preferred_name) = any(${[...names]}::text[])))
      or c.upn = any(${upns}::text[]) or c.nhs_number = any(${numbers}::text[])
      or (c.born_on = any(${days}::date[]) and (lower(c.family_name) = any(${[...names]}::text[]) or lower(c.given_name) = any(${[...names]}::text[]) or lower(c.preferred_name) = any(${[...names]}::text[]))))
    limit 2000`.execute(tx.db)
  return found.rows.map((row) => ({
    givenNames: [row.givenName, ...(row.preferredName === null ? [] : [row.preferredName])], familyName: row.familyName, bornOn: row.bornOn, isOfThisFamily: row.isOfThisFamily,
    ...(row.upn === null ? {} : { upn: row.upn }), ...(row.nhsNumber === null ? {} : { nhsNumber: row.nhsNumber }),
  }))
}

/** Families of other children who are named in full. Whoever works with children here is named in letters as a matter of course. */
async function listAdults(tx: Tx, caseFile: CaseFile, family: readonly string[], names: readonly string[]): Promise<OtherAdult[]> {
  const found = await sql<{ fullName: string; isCommon: boolean }>`
    select distinct p.full_name, (select count(*) from person q where lower(q.full_name) = lower(p.full_name)) > 1 as is_common
    from person p join relationship r on r.person_id = p.id
    where lower(p.full_name) = any(${[...names]}::text[]) and r.local_area_id = ${caseFile.localAreaId} and r.child_id <> all(${[...family]}::uuid[])
      and not exists (select 1 from membership m where m.person_id = p.id and (m.to_on is null or m.to_on >= ${tx.today}))
      and not exists (select 1 from case_party y where y.local_area_id = ${caseFile.localAreaId} and y.case_id = ${caseFile.id} and y.person_id = p.id)
      and not exists (select 1 from relationship own where own.person_id = p.id and own.local_area_id = ${caseFile.localAreaId} and own.child_id = any(${[...family]}::uuid[]))
    limit 500`.execute(tx.db)
  return [...found.rows]
}

async function listAddresses(tx: Tx, caseFile: CaseFile, family: readonly string[], text: string): Promise<OtherAddress[]> {
  const codes = postcodesIn(text).map(({ value }) => value)
  const lines = [...new Set(streetLinesIn(text).map(({ value }) => value))]
  if (codes.length + lines.length === 0) return []
  const found = await sql<{ firstLine: string | null; postcode: string | null; familyName: string }>`
    select a.lines[1] as first_line, a.postcode, c.family_name from child_address a join child c on c.local_area_id = a.local_area_id and c.id = a.child_id
    where a.local_area_id = ${caseFile.localAreaId} and a.child_id <> all(${[...family]}::uuid[])
      and (a.postcode = any(${codes}::text[]) or lower(a.lines[1]) = any(${lines}::text[])) limit 500`.execute(tx.db)
  return found.rows.map(({ firstLine, postcode, familyName }) => ({ firstLine: firstLine ?? '', familyName, ...(postcode === null ? {} : { postcode }) }))
}

export async function findOthers(tx: Tx, caseFile: CaseFile, text: string): Promise<Others> {
  const family = await listOwnFamily(tx, caseFile)
  const names = namesPossible(text)
  return {
    children: await listChildren(tx, caseFile, family, text, names), adults: await listAdults(tx, caseFile, family, names),
    addresses: await listAddresses(tx, caseFile, family, text),
  }
}

/** What may stand in a text of this case. */
export async function ownOf(tx: Tx, caseFile: CaseFile): Promise<Own> {
  const { child, localAreaId, id } = caseFile
  const people = await sql<{ fullName: string }>`
    select p.full_name from person p where p.id in (
      select y.person_id from case_party y where y.local_area_id = ${localAreaId} and y.case_id = ${id}
      union select r.person_id from relationship r where r.local_area_id = ${localAreaId} and r.child_id = ${child.id})`.execute(tx.db)
  const homes = await tx.db.selectFrom('childAddress').select(['lines', 'postcode']).where('localAreaId', '=', localAreaId).where('childId', '=', child.id).execute()
  return {
    bornOn: child.bornOn, ...(child.upn === undefined ? {} : { upn: child.upn }), ...(child.nhsNumber === undefined ? {} : { nhsNumber: child.nhsNumber }),
    names: [`${child.givenName} ${child.familyName}`, `${child.preferredName} ${child.familyName}`, ...people.rows.map(({ fullName }) => fullName)],
    addresses: homes.flatMap(({ lines, postcode }) => [...lines.slice(0, 1), ...(postcode === null ? [] : [postcode])]),
  }
}
