// What every page of the working document reads first: the version in force, the plan as it stands for this viewer, and what was said.

import type { Ask } from '../../casebook/ask.ts'
import { caseKeyOf } from '../../casebook/ask.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Proposal } from '../../casebook/plan/proposals.ts'
import { listProposals, whoSaid } from '../../casebook/plan/proposals.ts'
import type { Tx } from '../../casebook/tx.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import { mayLook } from '../../domain/access/policy.ts'
import { sectionsToWrite } from '../../domain/access/section-writers.ts'
import type { PersonId, PlanId } from '../../domain/ids.ts'
import type { KeptTerm } from '../../domain/plan/kept-from.ts'
import { keptFromReader } from '../../domain/plan/kept-from.ts'
import type { PlanContent } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { versionsSent } from '../../domain/plan/working/sent-versions.ts'
import type { Said, WorkingSection } from '../../domain/plan/working/working-lines.ts'
import { workingSections } from '../../domain/plan/working/working-lines.ts'
import { textChanges } from '../../ui/word-diff.tsx'
import type { Found, LiveLine, ReadVersion } from './working-store.ts'
import { findWorking } from './working-store.ts'

/** A proposal with what the marks need to know of it. */
export interface SaidHere extends Said {
  readonly proposal: Proposal
}

export interface Working {
  readonly caseFile: CaseFile
  readonly planId: PlanId
  readonly base?: ReadVersion
  /** Outside the council and the professionals: what was sent to them after the version in force. */
  readonly sent?: ReadVersion
  readonly now: PlanContent
  /** Whether `now` is the plan as it is being written. */
  readonly isLive: boolean
  readonly live: ReadonlyMap<string, LiveLine>
  readonly said: readonly SaidHere[]
  readonly sections: readonly WorkingSection<SaidHere>[]
  /** Sections in which this viewer writes now. */
  readonly mine: readonly Section[]
}

/** `whose`: only this person's requests stand in it. Undefined before the plan or any draft of it is this viewer's to read. */
export async function findOpenWorking(tx: Tx, caseFile: CaseFile, { whose }: { whose?: PersonId } = {}): Promise<Working | undefined> {
  mustBeAbleToLook(caseFile, 'working-document')
  const isLive = mayLook('working-draft', caseFile.parts)
  const sentId = versionsSent(caseFile.facts).at(-1)
  const found = await findWorking(tx, caseFile, { isLive, ...(sentId === undefined ? {} : { sentId }) })
  if (found === undefined) return undefined
  const { planId, base, sent, live } = found
  const issued = sent ?? base
  if (!isLive && issued === undefined) return undefined
  const now: PlanContent = isLive ? { lines: live.filter(({ isRemoved }) => !isRemoved).map(({ line }) => line), links: [] } : issued?.version.content ?? { lines: [], links: [] }
  if (!isLive) refuseKeptWords(tx, caseFile, found.kept, [now, ...(base === undefined ? [] : [base.version.content])])
  const all = (await listProposals(tx, caseFile, planId)).map((proposal) => toSaid(proposal, found))
  const said = whose === undefined ? all : all.filter(({ proposal }) => proposal.decision !== undefined || whoSaid(proposal).id === whose)
  const since = new Map(live.map((one) => [one.line.id, one.since]))
  return {
    caseFile, planId, now, isLive, said, live: new Map(live.map((one) => [one.line.id, one])), ...(base === undefined ? {} : { base }), ...(sent === undefined || isLive ? {} : { sent }),
    sections: workingSections({ now, since, said, ...(base === undefined ? {} : { base: base.version.content }) }, textChanges),
    mine: caseFile.open.includes('draft-plan') && isOfCouncil(caseFile.parts) ? sectionsToWrite(caseFile.parts, []) : [],
  }
}

export async function openWorking(tx: Tx, ask: Ask, of: { whose?: PersonId } = {}): Promise<Working> {
  const working = await findOpenWorking(tx, await openCaseFile(tx, caseKeyOf(ask)), of)
  if (working === undefined) throw new NotFound('working document')
  return working
}

function toSaid(proposal: Proposal, { family, council }: Pick<Found, 'family' | 'council'>): SaidHere {
  const { id, kind, section, text, lineId, onRevision, decision, resultingRevision, onBehalfOf } = proposal
  const who = whoSaid(proposal)
  const party = onBehalfOf !== undefined || family.has(who.id) ? 'family' : council.has(who.id) ? 'local-authority' : undefined
  return {
    id, kind, section, text, proposal, saidBy: who.id, ...(party === undefined ? {} : { party }), ...(lineId === undefined ? {} : { lineId }),
    ...(onRevision === undefined ? {} : { onRevision }), ...(decision === undefined ? {} : { decision }), ...(resultingRevision === undefined ? {} : { resultingRevision }),
  }
}

/** A plan that holds a word that is kept from somebody is not for them at all (SEND Code of Practice 9.211; domain/plan/kept-from.ts). */
export function refuseKeptWords(tx: Tx, caseFile: CaseFile, terms: readonly KeptTerm[], contents: readonly PlanContent[]): void {
  if (tx.viewer.kind !== 'person' || isOfCouncil(caseFile.parts)) return
  const reader = { parts: caseFile.parts, personId: caseFile.actsFor ?? tx.viewer.personId }
  if (contents.some((content) => keptFromReader(content, terms, reader).length > 0)) throw new NotFound('working document')
}
