// What the database's own lock knows of parts and sights (migrations/0039): the same tables that the code asks, as rows. They are
// written at every migrate, and a test compares what a database holds with what stands here.

import type { Part } from '../../domain/access/parts.ts'
import { glassRoles, ofFamily, partsOfRole, roles, rowParts } from '../../domain/access/parts.ts'
import type { SightName } from '../../domain/access/sights.ts'
import { sightNames, sightRow } from '../../domain/access/sights.ts'
import type { KeptTable } from '../../platform/db/prepare-database.ts'

/** What a family member's consent gives whoever acts for them; the database knows it from the table `proxy`. */
const partsOfConsent: readonly Part[] = ['proxy', 'proxy-plan', 'proxy-messages', 'proxy-views']

/**
 * The parts that a row of case_party can give on any day. What a parent's or a deputy's row gives depends on the day and the young
 * person; the database knows neither, and lets through the most that it can be: never less than the code, which decides.
 */
export const partsOfRow = (part: Part): readonly Part[] =>
  (part === 'parent' || part === 'representative' ? [part, ...ofFamily.filter((one) => one !== 'young-person' && !partsOfConsent.includes(one))] : [part])

export const sightsOfRow = (part: Part): readonly SightName[] =>
  sightNames.filter((sight) => partsOfRow(part).some((one) => sightRow(sight).who.includes(one)))

export const partOfRole: KeptTable = { table: 'part_of_role', columns: ['role', 'part'], rows: roles.flatMap((role) => [...partsOfRole[role], ...(glassRoles.includes(role) ? ['break-glass' as const] : [])].map((part) => [role, part])) }

export const accessRule: KeptTable = { table: 'access_rule', columns: ['part', 'kind'], rows: [...new Set<Part>([...rowParts, ...partsOfConsent, 'break-glass'])].flatMap((part) => sightsOfRow(part).map((sight) => [part, sight])) }

export const keptAccessRules: readonly KeptTable[] = [partOfRole, accessRule]
