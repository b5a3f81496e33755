// A return read from text, as the product reads it.

import { ReturnCheck, wayToPersons, type Asked, type ReturnFault } from '../../src/domain/sen2/check-return.ts'
import type { Sen2Header, Sen2Person } from '../../src/domain/sen2/sen2-return.ts'
import { readXml } from '../../src/platform/xml/read-xml.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export interface ReadSen2 { readonly header: Sen2Header | undefined; readonly persons: readonly Sen2Person[]; readonly faults: readonly ReturnFault[] }

/** `size` is how many bytes come at a time. */
export async function readSen2(text: string, asked: Asked = {}, size = 65_536): Promise<ReadSen2> {
  const check = new ReturnCheck(asked)
  const persons: Sen2Person[] = []
  const faults: ReturnFault[] = []
  for await (const piece of readXml(inPieces(text, size), wayToPersons)) {
    const { faults: outside, checked } = check.take(piece)
    faults.push(...outside, ...(checked?.faults ?? []))
    if (checked !== undefined) persons.push(checked.person)
  }
  return { header: check.header, persons, faults: [...faults, ...check.end()] }
}

/** Whether the structure is as the year's table has it: what a schema can say. */
export const isOfTheTable = async (text: string, asked: Asked): Promise<boolean> => !(await readSen2(text, asked)).faults.some(({ isOfStructure }) => isOfStructure)
