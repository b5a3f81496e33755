// `golden-thread sen2 nightly [--area CODE]`: makes and checks the return of every area, or of one, as the worker does each night.

import { listAreas } from '../../../casebook/open-area.ts'
import type { Occasion } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { makeNight } from './make-night.ts'

/** Answers with 0, or 2 where the words or the area are not known. */
export async function nightCommand(occasion: Occasion, words: readonly string[], { out, err }: { readonly out: (text: string) => unknown; readonly err: (text: string) => unknown }): Promise<0 | 2> {
  const [option, code] = words
  if (words.length > 0 && (option !== '--area' || code === undefined || words.length > 2)) {
    err('golden-thread sen2 nightly [--area CODE]\n')
    return 2
  }
  const areas = (await read(occasion, listAreas)).filter((area) => code === undefined || area.code === code)
  if (areas.length === 0) err(code === undefined ? 'There is no area.\n' : `There is no area ${code}.\n`)
  for (const area of areas) {
    const { children, people, errors, queries, mended } = await makeNight(occasion, area)
    await out(`${area.code}: ${people} people in the return, of ${children} children; ${errors} errors and ${queries} queries; ${mended} mended since the last time.\n`)
  }
  return areas.length === 0 ? 2 : 0
}
