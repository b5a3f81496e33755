// Who asks for the pages: people of the borough, each signed in and with cases of their own.

import { parse } from 'node-html-parser'
import { paths } from '../../src/paths.ts'
import { ask } from './databases.ts'
import type { Role, Shown } from './limits.ts'
import { filled, Person } from './person.ts'

export interface Player { readonly person: Person; readonly as: Role; readonly shown: Shown }

const area = 'borough'
const held = (role: string, extra = ''): string => `select m.person_id from membership m join organisation o on o.id = m.organisation_id join local_area a on a.id = o.local_area_id where a.code = '${area}' and m.role = '${role}' ${extra} order by m.person_id`

const whoIs: Readonly<Record<Role, string>> = {
  officer: held('case-officer'),
  manager: held('decision-maker'),
  senco: held('senco', `and (select count(*) from case_party p where p.organisation_id = m.organisation_id and p.part = 'school' and p.to_on is null) > 5`),
  parent: `select p.person_id from case_party p join local_area a on a.id = p.local_area_id join case_file c on c.local_area_id = p.local_area_id and c.id = p.case_id join child n on n.local_area_id = c.local_area_id and n.id = c.child_id join person who on who.id = p.person_id
    where a.code = '${area}' and p.part = 'parent' and who.can_sign_in and c.stage in ('maintained', 'reviewing') and n.born_on > current_date - 5400 order by p.person_id`,
}

const inForce = `c.stage in ('maintained', 'reviewing', 'amending') and exists (select from plan_version v join plan p on p.local_area_id = v.local_area_id and p.id = v.plan_id where p.local_area_id = c.local_area_id and p.case_id = c.id and v.kind = 'final')`
const casesOf: Readonly<Record<Role, string>> = {
  officer: `select c.id from case_file c where c.case_officer_id = $1 and ${inForce} order by c.reference limit 40`,
  manager: `select c.id from case_file c join local_area a on a.id = c.local_area_id where a.code = '${area}' and $1::uuid is not null and ${inForce} order by c.reference limit 40`,
  senco: `select c.id from case_file c join case_party p on p.local_area_id = c.local_area_id and p.case_id = c.id join membership m on m.organisation_id = p.organisation_id where m.person_id = $1 and p.part = 'school' and p.to_on is null and c.stage in ('maintained', 'reviewing') and ${inForce} order by c.reference limit 10`,
  parent: `select c.id from case_file c join case_party p on p.local_area_id = c.local_area_id and p.case_id = c.id where p.person_id = $1 order by c.reference`,
}

/** So many of a role, signed in by the page that is there. */
export async function players(databaseUrl: string, base: string, as: Role, count: number, from = 0): Promise<Player[]> {
  const people = (await ask(databaseUrl, whoIs[as])).slice(0, count)
  if (people.length === 0) throw new Error(`nobody is ${as}`)
  const names = await ask(databaseUrl, `select family_name from child c join local_area a on a.id = c.local_area_id where a.code = '${area}' order by c.id limit 5`)
  const signedIn: Player[] = []
  for (const [n, id] of people.entries()) {
    const person = await new Person(base, from + n).signIn(id)
    const cases = await ask(databaseUrl, casesOf[as], [id])
    signedIn.push({ person, as, shown: { area, cases, searches: as === 'officer' ? await searchesOf(person, names) : [] } })
  }
  return signedIn
}

async function searchesOf(person: Person, names: readonly string[]): Promise<string[]> {
  const page = parse((await person.ask('GET', paths.search())).body.toString('utf8'))
  const found: string[] = []
  for (const q of names) {
    const answer = await person.ask('POST', paths.search(), { form: filled(page.querySelector('main form'), { q }) })
    const to = answer.headers['location']
    if (answer.status !== 303 || typeof to !== 'string') throw new Error(`the search did not lead on: ${answer.status}`)
    found.push(to)
  }
  return found
}
