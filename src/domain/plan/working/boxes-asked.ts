// The boxes of a line that were changed in a Word file, as one request for that line with the words that go with them: whoever answers
// decides on the line once. A box that cannot be read for sure stays a comment with its words.

import type { LineId } from '../../ids.ts'
import type { LineFields } from '../line.ts'
import type { LineThen } from './judge.ts'
import type { Box } from './read-box.ts'
import { withBox } from './read-box.ts'
import type { Difference } from './read-back.ts'

interface Read { readonly fields: LineFields; readonly boxes: readonly Box[] }

/** `lines`: as the copy had them. Nothing is dropped: what is no field stays where it stood. */
export function boxesAsked(differences: readonly Difference[], lines: ReadonlyMap<LineId, LineThen>): Difference[] {
  const read = new Map<LineId, Read>()
  const left = differences.filter((one) => {
    if (one.kind !== 'comment' || one.box === undefined || one.lineId === undefined) return true
    const line = lines.get(one.lineId)
    const before = read.get(one.lineId)
    const fields = line?.kind === undefined ? undefined : withBox(line.kind, before?.fields ?? line.fields ?? {}, one.box)
    if (fields === undefined) return true
    read.set(one.lineId, { fields, boxes: [...before?.boxes ?? [], one.box] })
    return false
  })
  const joined = left.map((one): Difference => {
    const boxes = one.kind === 'change' ? read.get(one.lineId) : undefined
    if (one.kind !== 'change' || boxes === undefined) return one
    read.delete(one.lineId)
    return { ...one, ...boxes }
  })
  return [...joined, ...[...read].map(([lineId, boxes]): Difference => { const text = lines.get(lineId)?.text ?? ''; return { kind: 'change', lineId, was: text, wanted: text, ...boxes } })]
}
