// Rows on their way into the database: gathered for one piece of work, then copied in, table after table, in an order in which each finds
// what it points to. The columns are the product's own (platform/db/schema.ts), so that a migration that changes one is seen by the compiler.

import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Insertable } from 'kysely'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Database } from '../../src/platform/db/schema.ts'

/** What is loaded, in order: a column that is not named here gets its default. */
export const loadedColumns = {
  localArea: ['id', 'code', 'name', 'councilName', 'officerTitle', 'contacts', 'medicalOfficer', 'clinicalOfficer', 'socialCareOfficer'],
  organisation: ['id', 'kind', 'name', 'service', 'localAreaId', 'urn', 'odsCode', 'settingType', 'headName', 'email', 'phone'],
  settingPhase: ['localAreaId', 'organisationId', 'phase', 'lowestYear', 'highestYear', 'recordedAt'],
  person: ['id', 'fullName', 'email', 'phone', 'profession', 'registration', 'canSignIn', 'createdAt'],
  membership: ['id', 'personId', 'organisationId', 'role', 'fromOn', 'confirmedOn'],
  child: ['localAreaId', 'id', 'givenName', 'familyName', 'bornOn', 'sex', 'ethnicityCode', 'upn', 'nhsNumber', 'hearingImpaired', 'visionImpaired'],
  relationship: ['localAreaId', 'id', 'childId', 'personId', 'relation', 'hasParentalResponsibility', 'responsibilityBasis', 'contactAskedOn'],
  childNeed: ['localAreaId', 'id', 'childId', 'need', 'rank', 'fromOn', 'recordedBy', 'recordedAt'],
  childSetting: ['localAreaId', 'id', 'childId', 'organisationId', 'senSetting', 'senUnit', 'resourced', 'residential', 'fromOn', 'toOn'],
  caseFile: ['localAreaId', 'id', 'childId', 'reference', 'caseOfficerId', 'openedAt', 'stage', 'tracks', 'receivedOn', 'foldedSeq', 'nextStep', 'nextDueOn', 'nextHolder', 'clocksSeq', 'clocksRefused'],
  caseNumber: ['localAreaId', 'year', 'latest'],
  fact: ['localAreaId', 'caseId', 'seq', 'type', 'happenedOn', 'recordedAt', 'recordedBy', 'forOrganisationId', 'data'],
  clock: ['localAreaId', 'caseId', 'clockId', 'about', 'run', 'scope', 'nature', 'standing', 'owedBy', 'owedOrganisationId', 'owedPersonId', 'startedOn', 'startedBy', 'targetOn', 'dueOn', 'metOn', 'metBy', 'overtakenOn', 'overtakenBy', 'excusedBy', 'wasLate', 'lateBeforeCorrection'],
  caseParty: ['localAreaId', 'id', 'caseId', 'personId', 'organisationId', 'part', 'basis', 'fromOn', 'toOn'],
  request: ['localAreaId', 'id', 'caseId', 'madeBy', 'madeByName', 'madeByPersonId', 'madeByOrganisationId', 'channel', 'receivedOn', 'answers', 'recordedBy'],
  decision: ['localAreaId', 'id', 'caseId', 'question', 'outcome', 'decidedOn', 'decidedBy', 'testAnswers', 'reasons'],
  adviceRequest: ['localAreaId', 'id', 'caseId', 'item', 'kind', 'askedOrganisationId', 'sentOn', 'receivedOn', 'dueOn', 'chasedAt', 'state'],
  advice: ['localAreaId', 'id', 'caseId', 'adviceRequestId', 'item', 'kind', 'authorPersonId', 'authorName', 'authorRole', 'organisationId', 'organisationName', 'dated', 'method', 'reportText', 'reportBlocks', 'state', 'givenAt', 'begunBy', 'begunAt', 'way'],
  plan: ['localAreaId', 'id', 'caseId', 'firstMadeOn', 'startedAt'],
  planLine: ['localAreaId', 'id', 'planId', 'kind', 'latest'],
  planLineRevision: ['localAreaId', 'lineId', 'n', 'baseN', 'section', 'position', 'text', 'fields', 'authorId', 'at', 'how', 'forOrganisationId'],
  planLineSource: ['localAreaId', 'id', 'lineId', 'adviceId', 'quote', 'quoteStart', 'quoteEnd', 'saidBy', 'saidOn', 'addedBy', 'addedAt'],
  planLineLink: ['localAreaId', 'id', 'planId', 'fromLineId', 'toLineId', 'kind', 'addedBy', 'addedAt'],
  planVersion: ['localAreaId', 'id', 'planId', 'no', 'kind', 'label', 'content', 'sha256', 'frozenAt', 'frozenBy', 'issuedOn', 'supersededOn', 'document', 'summaryDocument'],
  namedSetting: ['localAreaId', 'id', 'planId', 'organisationId', 'senUnit', 'resourced', 'residential', 'fromOn', 'toOn', 'recordedAt'],
  personalBudget: ['localAreaId', 'id', 'planId', 'isTakenUp', 'isOrganised', 'directPayment', 'fromOn', 'recordedBy', 'recordedAt'],
  planCurrency: ['localAreaId', 'planId', 'caseId', 'versionId', 'issuedOn', 'bOn', 'cOn', 'dOn', 'eOn', 'fOn', 'gOn', 'h1On', 'h2On', 'oldestOn', 'halfOn', 'lineDays', 'needAreas'],
  consultation: ['localAreaId', 'id', 'caseId', 'organisationId', 'versionId', 'sentOn', 'receivedOn', 'dueOn', 'answers', 'answeredAt', 'answeredBy'],
  delivery: ['localAreaId', 'id', 'caseId', 'versionId', 'personId', 'organisationId', 'name', 'role', 'basis', 'isOwed', 'sentAt'],
  deliveryReceipt: ['localAreaId', 'deliveryId', 'personId', 'openedAt'],
  phaseTransfer: ['localAreaId', 'id', 'caseId', 'year', 'standing', 'kind', 'because', 'yearGroup', 'organisationId', 'transferOn', 'strictOn', 'madeAt'],
  reviewArrangement: ['localAreaId', 'reviewId', 'caseId', 'organisationId', 'versionId', 'how', 'place', 'starts', 'arrangedBy', 'arrangedAt'],
  planCeasing: ['localAreaId', 'id', 'caseId', 'why', 'consideredBy', 'consideredAt', 'familySaid', 'settingSaid', 'consultedBy', 'reasons', 'decidedBy', 'decidedAt'],
  message: ['localAreaId', 'id', 'caseId', 'authorId', 'fromFamily', 'withPersonId', 'channel', 'body', 'sentAt', 'readAt'],
} as const satisfies { readonly [T in keyof Database]?: readonly (keyof Insertable<Database[T]>)[] }

export type LoadedTable = keyof typeof loadedColumns
type RowOf<T extends LoadedTable> = Pick<Insertable<Database[T]>, (typeof loadedColumns)[T][number] & keyof Insertable<Database[T]>>

export const loadedTables = Object.keys(loadedColumns) as LoadedTable[]
export const asInSql = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Rows of several tables, as COPY reads them: a line each, a tab between two values (PostgreSQL documentation, COPY, text format). */
export class Rows {
  readonly #lines = new Map<LoadedTable, string[]>()
  #count = 0

  get count(): number { return this.#count }

  add<T extends LoadedTable>(table: T, row: RowOf<T>): void {
    const values = row as Readonly<Record<string, unknown>>
    // Joined, not added up: a line that waits for its turn is then one piece of memory and not fifty.
    const line = loadedColumns[table].map((column) => valueOf(values[column])).join('\t')
    const lines = this.#lines.get(table)
    if (lines === undefined) this.#lines.set(table, [line])
    else lines.push(line)
    this.#count += 1
  }

  /** Copies everything in and is empty again. */
  async copyInto(client: Client): Promise<void> {
    for (const table of loadedTables) {
      const lines = this.#lines.get(table)
      if (lines === undefined) continue
      const into = client.query(copyFrom(`copy ${asInSql(table)} (${loadedColumns[table].map(asInSql).join(', ')}) from stdin`))
      for (let at = 0; at < lines.length; at += 2000) {
        if (!into.write(`${lines.slice(at, at + 2000).join('\n')}\n`)) await once(into, 'drain')
      }
      into.end()
      await finished(into)
    }
    this.#lines.clear()
    this.#count = 0
  }
}

const special = /[\\\t\n\r]/
const escaped = (text: string): string => (!special.test(text) ? text : text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r'))

function valueOf(value: unknown): string {
  switch (typeof value) {
    case 'string': return escaped(value)
    case 'number': return String(value)
    case 'boolean': return value ? 't' : 'f'
    case 'undefined': return '\\N'
    default:
      if (value === null) return '\\N'
      if (!Array.isArray(value)) throw new Error('a value that COPY cannot be given')
      return escaped(`{${value.map((one) => `"${String(one).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`)
  }
}
