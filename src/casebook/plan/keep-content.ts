// Writing what a rule made of a whole draft: split, joined, moved, linked, assembled from advice.

import type { PersonId, PlanId } from '../../domain/ids.ts'
import type { LineWording } from '../../domain/plan/clash.ts'
import type { Link, PlanContent, PlanLine } from '../../domain/plan/line.ts'
import { linkKey } from '../../domain/plan/plan-order.ts'
import { isSameValue } from '../../domain/plan/same-value.ts'
import { authorOf, insertLine, insertRevision, insertSource, lockLine } from './line-rows.ts'
import type { InArea } from './revision-row.ts'
import type { Tx } from '../tx.ts'

async function insertLink(tx: Tx, caseFile: InArea, planId: PlanId, link: Link, by: PersonId): Promise<void> {
  await tx.db.insertInto('planLineLink').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), planId, fromLineId: link.from, toLineId: link.to, kind: link.kind, addedBy: by, addedAt: tx.now,
  }).onConflict((conflict) => conflict.columns(['localAreaId', 'fromLineId', 'toLineId', 'kind']).where('removedAt', 'is', null).doNothing()).execute()
}

async function endLink(tx: Tx, caseFile: InArea, planId: PlanId, link: Link): Promise<void> {
  await tx.db.updateTable('planLineLink').set({ removedAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', planId).where('fromLineId', '=', link.from)
    .where('toLineId', '=', link.to).where('kind', '=', link.kind).where('removedAt', 'is', null).execute()
}

/**
 * Writes what a rule made of the draft: lines that are new, reworded, moved or gone, sources and links that came or went.
 * `before` is the content as read in this transaction, with the case row held, so that nobody wrote in between.
 */
export async function keepContent(tx: Tx, caseFile: InArea, planId: PlanId, before: PlanContent, after: PlanContent): Promise<void> {
  const by = authorOf(tx)
  const was = new Map(before.lines.map((line) => [line.id, line]))
  for (const line of after.lines) {
    const old = was.get(line.id)
    if (old === undefined) await insertLine(tx, caseFile, planId, { ...line, wording: wordingOf(line), by })
    else await keepLine(tx, caseFile, planId, old, line, by)
  }
  const still = new Set(after.lines.map(({ id }) => id))
  for (const line of before.lines.filter(({ id }) => !still.has(id))) {
    const held = await lockLine(tx, caseFile, planId, line.id)
    await insertRevision(tx, caseFile, line.id, {
      n: held.latest.n + 1, base: held.latest.n, by, how: 'removed', wording: held.latest.wording, isRemoved: true, position: held.position,
    })
  }
  await keepLinks(tx, caseFile, planId, before.links, after.links, by)
}

/** Links that came are written, and those that went are ended. */
export async function keepLinks(tx: Tx, caseFile: InArea, planId: PlanId, before: readonly Link[], after: readonly Link[], by: PersonId): Promise<void> {
  const links = new Set(before.map(linkKey))
  const linksNow = new Set(after.map(linkKey))
  for (const link of before.filter((each) => !linksNow.has(linkKey(each)))) await endLink(tx, caseFile, planId, link)
  for (const link of after.filter((each) => !links.has(linkKey(each)))) await insertLink(tx, caseFile, planId, link, by)
}

const wordingOf = ({ section, text, fields }: PlanLine): LineWording => ({ section, text, fields })

async function keepLine(tx: Tx, caseFile: InArea, planId: PlanId, old: PlanLine, line: PlanLine, by: PersonId): Promise<void> {
  const isReworded = !isSameValue(wordingOf(old), wordingOf(line))
  if (isReworded || old.position !== line.position) {
    const held = await lockLine(tx, caseFile, planId, line.id)
    await insertRevision(tx, caseFile, line.id, {
      n: held.latest.n + 1, base: held.latest.n, by, how: isReworded ? 'saved' : 'moved', wording: wordingOf(line), isRemoved: false, position: line.position,
    })
  }
  for (const source of line.sources.filter((each) => !old.sources.some((known) => isSameValue(known, each)))) {
    await insertSource(tx, caseFile, line.id, source, by)
  }
}
