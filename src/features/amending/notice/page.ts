import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { planIdOf, readVersion } from '../../../casebook/plan/plan-content.ts'
import { findPlanBefore } from '../../../casebook/plan/plan-in-force.ts'
import { listProposals } from '../../../casebook/plan/proposals.ts'
import type { Served } from '../../../casebook/plan/served.ts'
import { findServed } from '../../../casebook/plan/served.ts'
import { read } from '../../../casebook/tx.ts'
import { allOf, standingFacts } from '../../../domain/case-file/facts.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { changesBetween } from '../../../domain/plan/changes.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { dateWords } from '../../../ui/words.ts'
import { view } from './view.tsx'

/** The proposed changes as they were sent. What one parent says of them the other never sees. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'shared-draft')
    const served = findServed(caseFile)
    if (served?.reviewId === undefined || served.reviewId !== param(ask, 'reviewId')) throw new NotFound('amendment notice')
    const { content } = await readVersion(tx, caseFile, served.versionId)
    const before = await findPlanBefore(tx, caseFile, served.versionId)
    const me = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
    const said = (await listProposals(tx, caseFile, await planIdOf(tx, caseFile), { reviewId: served.reviewId })).filter(({ author, onBehalfOf }) => (onBehalfOf ?? author).id === me)
    return page(view({
      frame: ask.frame, caseFile, served, content, today: tx.today, said,
      changes: before === undefined ? [] : changesBetween(before.version.content, content),
      ...(me === undefined ? { askedFor: [] } : ownWords(caseFile, served, me)),
      ...(before?.issuedOn === undefined ? {} : { currentOn: before.issuedOn }),
    }))
  })
}

/** What this reader asked for since the changes were sent, and whether they said that they have finished. */
function ownWords(caseFile: CaseFile, served: Served, me: PersonId) {
  const mine = standingFacts(caseFile.facts).filter(({ seq, recordedBy }) => seq > served.seq && recordedBy === me)
  const finished = allOf(mine, 'family-finished-commenting').at(-1)
  return {
    askedFor: [
      ...allOf(mine, 'setting-asked-for').map(({ name, happenedOn }) => `You asked for ${name} on ${dateWords(happenedOn)}`),
      ...allOf(mine, 'meeting-asked-for').map(({ happenedOn }) => `You asked to meet us on ${dateWords(happenedOn)}`),
      ...allOf(mine, 'format-asked-for').map(({ format, happenedOn }) => `You asked for the plan as “${format}” on ${dateWords(happenedOn)}`),
    ],
    ...(finished === undefined ? {} : { finishedOn: finished.happenedOn }),
  }
}
