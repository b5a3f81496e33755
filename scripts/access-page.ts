// npm run docs:access
// Writes docs/access.md: who may see and do what, in words, from the tables that the policy decides by. Nobody edits it by hand; a test
// compares.

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { officeNames, officeRow } from '../src/domain/access/offices.ts'
import type { Part } from '../src/domain/access/parts.ts'
import { glassRoles, partWords, partsOfRole, roles } from '../src/domain/access/parts.ts'
import { sectionsToWrite } from '../src/domain/access/section-writers.ts'
import { sightNames, sightRow } from '../src/domain/access/sights.ts'
import type { ActRow } from '../src/domain/case-file/open-acts.ts'
import { actNames, actRow } from '../src/domain/case-file/open-acts.ts'
import { stageWords } from '../src/domain/case-file/stage-words.ts'

export const accessPageFile = path.resolve(import.meta.dirname, '../docs/access.md')

const whoWords = (who: readonly Part[]): string => [...new Set(who)].map((part) => partWords[part]).join('; ')
const whenWords = ({ at }: ActRow): string =>
  at === 'any' ? 'always, and still when the case is closed' : at === 'while-open' ? 'until the case is closed' : at.map((stage) => stageWords[stage].staff).join('; ')
const roleWords = (role: string): string => role.replaceAll('-', ' ')
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')

export const accessPage = (): string => `# Who may see and do what

Made by \`npm run docs:access\` from the tables that the policy decides by: [sights](../src/domain/access/sights.ts),
[open acts](../src/domain/case-file/open-acts.ts), [section writers](../src/domain/access/section-writers.ts). A test compares. How a part is come by,
and what seals, orders and closing take away: [the law of access](law/access.md). How it is proved: \`npm run proof:access\`
([decision 13](decisions/0013-one-access-policy.md)).

Whoever is not named may not. A row of the case gives its part from its first day to its last.

## What a role in an organisation can bring

${table(['Role', 'Parts it can bring', 'May open a case in an emergency'], roles.map((role) => [roleWords(role), whoWords(partsOfRole[role]) || 'none: opens no child’s case', glassRoles.includes(role) ? 'yes' : 'no']))}

## Kinds of record

${table(['What', 'Who may look', ''], sightNames.map((sight) => [sightRow(sight).words, whoWords(sightRow(sight).who), sightRow(sight).toPersonsOnly === true ? 'never in a letter or file that the program makes' : '']))}

## Acts

${table(['Act', 'Who', 'When', 'Law'], actNames.map((act) => {
  const row = actRow(act)
  return [row.words, row.who === 'anyone' ? 'anybody' : whoWords(row.who), whenWords(row), row.cites]
}))}

## Offices: pages about no child

${table(['What', 'Who', 'Law'], officeNames.map((office) => [officeRow(office).words, officeRow(office).who.map(roleWords).join('; '), officeRow(office).cites]))}

## Sections of a draft plan

${table(['Who writes', 'In which sections'], (['case-officer', 'school', 'health-lead', 'social-care-lead'] as const).map((part) => [part === 'case-officer' ? 'the council’s team' : partWords[part], sectionsToWrite([part], []).join(', ')]))}

A professional who gives advice writes in the sections that the advice they were asked for is about.
`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(accessPageFile, accessPage())
  process.stdout.write('Wrote docs/access.md.\n')
}
