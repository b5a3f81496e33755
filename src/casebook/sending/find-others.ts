// Who else could be meant in a text: other children of the area and their families, looked up by the names, numbers, days and
// addresses that stand in it. Whoever sends is told of their own words alone, so this looks further than they may see: through
// functions of the database that ask whether they may open the case and answer with what is compared (migrations/0040).

import { sql } from 'kysely'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { datesIn, postcodesIn, streetLinesIn } from '../../domain/sending/marks-in-text.ts'
import type { OtherAddress, OtherAdult, OtherChild, Others, Own } from '../../domain/sending/others-in-text.ts'
import { nhsNumbersIn, upnsIn } from '../../domain/sending/others-in-text.ts'
import { namesPossible } from '../../domain/sending/words-of-text.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

/** Other children of the area who are named, numbered or born on a day in the text. */
async function listChildren(tx: Tx, { localAreaId, id }: CaseFile, text: string, names: readonly string[]): Promise<OtherChild[]> {
  const upns = upnsIn(text).map(({ value }) => value)
  const numbers = nhsNumbersIn(text).map(({ value }) => value)
  const days = datesIn(text).map(({ on }) => on)
  const found = await sql<{ givenName: string; preferredName: string | null; familyName: string; bornOn: PlainDate | null; upn: string | null; nhsNumber: string | null; isOfThisFamily: boolean }>`
    select * from hub_other_children(${localAreaId}, ${id}, ${[...names]}::text[], ${upns}::text[], ${numbers}::text[], ${days}::date[])`.execute(tx.db)
  return found.rows.map((row) => ({
    givenNames: [row.givenName, ...(row.preferredName === null ? [] : [row.preferredName])], familyName: row.familyName, isOfThisFamily: row.isOfThisFamily,
    ...(row.bornOn === null ? {} : { bornOn: row.bornOn }), ...(row.upn === null ? {} : { upn: row.upn }), ...(row.nhsNumber === null ? {} : { nhsNumber: row.nhsNumber }),
  }))
}

/** Families of other children who are named in full. Whoever works with children here is named in letters as a matter of course. */
async function listAdults(tx: Tx, { localAreaId, id }: CaseFile, names: readonly string[]): Promise<OtherAdult[]> {
  const found = await sql<{ fullName: string; isCommon: boolean }>`select * from hub_other_adults(${localAreaId}, ${id}, ${[...names]}::text[])`.execute(tx.db)
  return [...found.rows]
}

async function listAddresses(tx: Tx, { localAreaId, id }: CaseFile, text: string): Promise<OtherAddress[]> {
  const codes = postcodesIn(text).map(({ value }) => value)
  const lines = [...new Set(streetLinesIn(text).map(({ value }) => value))]
  if (codes.length + lines.length === 0) return []
  const found = await sql<{ firstLine: string | null; postcode: string | null; familyName: string }>`
    select * from hub_other_addresses(${localAreaId}, ${id}, ${codes}::text[], ${lines}::text[])`.execute(tx.db)
  return found.rows.map(({ firstLine, postcode, familyName }) => ({ firstLine: firstLine ?? '', familyName, ...(postcode === null ? {} : { postcode }) }))
}

export async function findOthers(tx: Tx, caseFile: CaseFile, text: string): Promise<Others> {
  const names = namesPossible(text)
  return { children: await listChildren(tx, caseFile, text, names), adults: await listAdults(tx, caseFile, names), addresses: await listAddresses(tx, caseFile, text) }
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
