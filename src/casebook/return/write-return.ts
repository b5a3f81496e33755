// A return made from the record, checked while it is made: each person goes out as text and, as the same elements, into the check that files from elsewhere go
// through. Nothing of a person is kept but what the check itself remembers, so that memory does not grow with the area.

import { createHash } from 'node:crypto'
import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { londonTimeOf } from '../../domain/calendar/london-date.ts'
import type { ChildId, LocalAreaId } from '../../domain/ids.ts'
import { ReturnCheck, type FilePiece, type ReturnFault } from '../../domain/sen2/check-return.ts'
import type { ReturnGroup } from '../../domain/sen2/from-record/courses.ts'
import { said, type ReturnAsked } from '../../domain/sen2/from-record/record-for-return.ts'
import { returnOf } from '../../domain/sen2/return-of.ts'
import type { Sen2Header, Sen2Source } from '../../domain/sen2/sen2-return.ts'
import type { FileElement } from '../../domain/sen2/structure.ts'
import { headerElement, personElement, personText, returnBeginning, returnEnd } from '../../domain/sen2/write-return.ts'
import { findReturnHeader, type ReturnHeader } from '../area-rows.ts'
import type { Occasion, Tx } from '../tx.ts'
import { read } from '../tx.ts'
import { childrenForReturn, childrenInBatch, type ChildRecord } from './children-for-return.ts'

export interface WrittenReturn {
  readonly people: number
  readonly groups: Readonly<Partial<Record<ReturnGroup, number>>>
  readonly errors: number
  readonly queries: number
  /** How often each rule was broken, by its number. */
  readonly rules: Readonly<Record<string, number>>
  readonly sha256: string
  /** In bytes. */
  readonly size: number
}

const release = '0.1'
const childrenAtOnce = 20

/** Items of the header (section 4). `DateTime` is London's time. */
export function headerOf(area: ReturnHeader, { year, surveyDay }: Pick<ReturnAsked, 'year' | 'surveyDay'>, serial: number, now: Instant): Sen2Header {
  const { date, hour, minute } = londonTimeOf(now)
  const two = (part: number): string => String(part).padStart(2, '0')
  return {
    CollectionDetails: { Collection: 'SEN2', Year: String(year), ReferenceDate: surveyDay },
    Source: said<Sen2Source>({
      SourceLevel: 'L', LEA: area.authorityNumber, SoftwareCode: 'Golden Thread', Release: release, SerialNo: String(serial).padStart(3, '0'), DateTime: `${date}T${two(hour)}:${two(minute)}:${now.slice(17, 19)}`,
      DMO: area.medicalOfficer, DCO: area.clinicalOfficer, DSCO: year < 2025 ? undefined : area.socialCareOfficer,
    }),
  }
}

/** The numbers of this hub's own councils, by their names. */
export async function listCouncils(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.db.selectFrom('localArea').select(['councilName', 'authorityNumber']).where('authorityNumber', 'is not', null).execute()
  return new Map(rows.map(({ councilName, authorityNumber }) => [councilName, authorityNumber ?? '']))
}

const around = (name: 'Message' | 'Persons'): FileElement => ({ name, line: 0, column: 0, text: '', attributes: [], children: [] })

/** Writes the whole return of an area, as the system. `out` is told each piece, and may make it wait. */
export async function writeReturn(occasion: Occasion, localAreaId: LocalAreaId, asked: ReturnAsked, serial: number, out: (text: string) => unknown): Promise<WrittenReturn> {
  const { area, councils, now } = await read(occasion, async (tx) => ({ area: await findReturnHeader(tx, localAreaId), councils: await listCouncils(tx), now: tx.now }))
  const check = new ReturnCheck({ year: asked.year, on: asked })
  const hash = createHash('sha256')
  const groups: Partial<Record<ReturnGroup, number>> = {}
  let [people, size] = [0, 0]
  const give = async (text: string): Promise<void> => {
    hash.update(text)
    size += Buffer.byteLength(text)
    await out(text)
  }
  const rules: Record<string, number> = {}
  let [errors, queries] = [0, 0]
  const tell = (faults: readonly ReturnFault[]): void => {
    for (const { rule } of faults) {
      rules[rule.id] = (rules[rule.id] ?? 0) + 1
      if (rule.severity === 'error') errors += 1
      else queries += 1
    }
  }
  const take = (kind: FilePiece['kind'], element: FileElement): void => {
    const { faults, checked } = check.take({ kind, element })
    tell(faults)
    if (checked !== undefined) tell(checked.faults)
  }
  const header = headerOf(area, asked, serial, now)
  take('opened', around('Message'))
  take('whole', headerElement(header, asked.year))
  take('opened', around('Persons'))
  await give(returnBeginning(header, asked.year))
  // The next are read while these are written, for which the loop stands back now and then: the database and this process each have a core.
  const readAfter = (last: ChildId | undefined): Promise<ChildRecord[]> => {
    const coming = read(occasion, (tx) => childrenForReturn(tx, localAreaId, last))
    // Its fault is thrown where it is waited for, unless another came before that.
    coming.catch(() => undefined)
    return coming
  }
  let coming: Promise<ChildRecord[]> | undefined = readAfter(undefined)
  while (coming !== undefined) {
    const batch: ChildRecord[] = await coming
    coming = batch.length < childrenInBatch ? undefined : readAfter(batch.at(-1)?.childId)
    let text = ''
    for (const [index, { child }] of batch.entries()) {
      if (index % childrenAtOnce === 0) await turnOfOthers()
      const found = returnOf(child, { ...asked, councils })
      if (found === undefined) continue
      people += 1
      for (const { group } of found.because) groups[group] = (groups[group] ?? 0) + 1
      text += personText(found.person, asked.year)
      take('whole', personElement(found.person, asked.year))
    }
    if (text !== '') await give(text)
  }
  await give(returnEnd)
  take('closed', around('Persons'))
  take('closed', around('Message'))
  tell(check.end())
  return { people, groups, errors, queries, rules, sha256: hash.digest('hex'), size }
}
