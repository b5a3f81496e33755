import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { listKeptTerms } from '../../../casebook/plan/kept-terms.ts'
import { read } from '../../../casebook/tx.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import { versionsSent } from '../../../domain/plan/working/sent-versions.ts'
import { workingSections } from '../../../domain/plan/working/working-lines.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { textChanges } from '../../../ui/word-diff.tsx'
import { nothingYetView } from '../nothing-yet.tsx'
import { refuseKeptWords } from '../open-working.ts'
import { listReadable, readVersions } from '../working-store.ts'
import { view } from './view.tsx'

/**
 * Any two frozen versions, word by word: for the council and the professionals every one, for the family what was issued or sent to them.
 * Without a choice: the last final version against the one before it.
 */
export async function show(ask: Ask): Promise<Reply> {
  const opened = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'working-document')
    const isAll = mayLook('working-draft', caseFile.parts)
    const versions = await listReadable(tx, caseFile, { isAll, sentIds: versionsSent(caseFile.facts) })
    const pick = (name: string) => versions.find(({ no }) => String(no) === ask.query.text(name))
    if ((ask.query.text('from') !== '' && pick('from') === undefined) || (ask.query.text('to') !== '' && pick('to') === undefined)) throw new NotFound('version')
    const to = pick('to') ?? versions.findLast(({ kind }) => kind === 'final') ?? versions.at(-1)
    const from = pick('from') ?? versions.findLast(({ kind, no }) => kind === 'final' && no < (to?.no ?? 0)) ?? versions.findLast(({ no }) => no < (to?.no ?? 0)) ?? to
    if (from === undefined || to === undefined) return { caseFile }
    const whole = await readVersions(tx, caseFile, [from.id, to.id])
    const [before, after] = [whole.get(from.id), whole.get(to.id)]
    if (before === undefined || after === undefined) throw new NotFound('version')
    refuseKeptWords(tx, caseFile, await listKeptTerms(tx, caseFile), [before.version.content, after.version.content])
    const sections = workingSections({ base: before.version.content, now: after.version.content, since: new Map(), said: [] }, textChanges)
    return { caseFile, compared: { versions, from: before, to: after, sections } }
  })
  if (opened.compared === undefined) return page(nothingYetView({ frame: ask.frame, caseFile: opened.caseFile }))
  return page(view({ frame: ask.frame, caseFile: opened.caseFile, ...opened.compared }))
}
