// All SQL of what invitees give to a review. Until it is given a contribution is theirs who write it and nobody else's; then the
// convenor and the council read it, and once the papers went round everybody who may (paper-sight.ts).

import { z } from 'zod'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { Channel } from '../../domain/case-file/facts.ts'
import { channels } from '../../domain/case-file/facts.ts'
import type { LineId, PersonId, ProposalId, ReviewId } from '../../domain/ids.ts'
import { adulthoodPathways, periods } from '../../domain/plan/line.ts'
import { sections } from '../../domain/plan/sections.ts'
import type { Contribution, WantedChange } from '../../domain/review/contribution.ts'
import { answersTo } from '../../domain/review/line-questions.ts'

const answers = [...answersTo.progress, ...answersTo.delivery, ...answersTo.standing] as const
export const replyShape = z.object({
  answer: z.enum(answers), words: z.string(), text: z.string(), minutes: z.number(), times: z.number(), per: z.enum(periods as [typeof periods[number], ...typeof periods[number][]]),
}).partial()
const contentShape = z.object({
  lines: z.record(z.string(), replyShape), added: z.array(z.object({ section: z.enum(sections), text: z.string(), because: z.string().optional() })),
  views: z.record(z.string(), z.string()), howGathered: z.array(z.string()), helper: z.string().optional(), notFor: z.array(z.string()),
  pathways: z.partialRecord(z.enum(adulthoodPathways), z.object({ words: z.string().optional(), isNothing: z.literal(true).optional() })),
})
const proposalsShape = z.array(z.object({
  id: z.string(), kind: z.enum(['change', 'remove', 'comment', 'add']), section: z.enum(sections), text: z.string(), lineId: z.string().optional(), because: z.string().optional(), amounts: z.string().optional(),
}))

/** JSON has no undefined: what a shape calls optional is there or is not. */
const readContent = (value: unknown): Contribution => contentShape.parse(value) as Contribution

/** A proposal as it was made, for the papers and the report; what became of it stands with the proposal. */
export interface MadeProposal extends Pick<WantedChange, 'kind' | 'section' | 'text' | 'lineId' | 'because'> {
  readonly id: ProposalId
  /** How much there should be, in words: "30 minutes, twice a week". */
  readonly amounts?: string
}

/** What a part said until it was changed. */
export interface EarlierContribution {
  readonly content: Contribution
  readonly proposals: readonly MadeProposal[]
  readonly until: Instant
  /** When these words were sent round, if they were. */
  readonly circulatedAt?: Instant
}

export interface KeptContribution {
  readonly invitationId: string
  readonly content: Contribution
  readonly version: number
  readonly savedBy: PersonId
  readonly savedByName: string
  readonly channel: Channel
  readonly givenAt?: Instant
  readonly givenByName?: string
  readonly circulatedAt?: Instant
  /** When who gave it last changed it. */
  readonly changedAt?: Instant
  /** The proposals that came of it. */
  readonly proposals: readonly MadeProposal[]
  /** What it said before each change, the first first. */
  readonly earlier: readonly EarlierContribution[]
  /** Saves that came too late, with whose they are. */
  readonly aside: readonly { readonly by: string; readonly at: string; readonly content: Contribution }[]
}

const readProposals = (value: unknown): MadeProposal[] => proposalsShape.parse(value).map(({ id, kind, section, text, lineId, because, amounts }) => ({
  id: id as ProposalId, kind, section, text, ...(lineId === undefined ? {} : { lineId: lineId as LineId }), ...(because === undefined ? {} : { because }),
  ...(amounts === undefined ? {} : { amounts }),
}))

const earlierShape = z.array(z.object({ content: z.unknown(), proposals: z.unknown(), until: z.string(), circulatedAt: z.string().optional() }))
const readEarlier = (value: unknown): EarlierContribution[] => earlierShape.parse(value).map(({ content, proposals, until, circulatedAt }) => ({
  content: readContent(content), proposals: readProposals(proposals), until: until as Instant, ...(circulatedAt === undefined ? {} : { circulatedAt: circulatedAt as Instant }),
}))

const asideShape = z.array(z.object({ by: z.string(), at: z.string(), content: contentShape }))

/** Every contribution to a review, working ones too: who may read which is asked of `mayReadContribution`. */
export async function listContributions(tx: Tx, caseFile: CaseFile, reviewId: string): Promise<KeptContribution[]> {
  const rows = await tx.db.selectFrom('reviewContribution as c').innerJoin('person as s', 's.id', 'c.savedBy').leftJoin('person as g', 'g.id', 'c.givenBy')
    .selectAll('c').select(['s.fullName as savedByName', 'g.fullName as givenByName'])
    .where('c.localAreaId', '=', caseFile.localAreaId).where('c.caseId', '=', caseFile.id).where('c.reviewId', '=', reviewId).orderBy('c.savedAt').execute()
  return rows.map((row) => ({
    invitationId: row.invitationId, content: readContent(row.content), version: row.version, savedBy: row.savedBy, savedByName: row.savedByName,
    channel: channels.find((one) => one === row.channel) ?? 'hub', proposals: readProposals(row.proposals),
    aside: asideShape.parse(row.aside) as KeptContribution['aside'],
    ...(row.givenAt === null ? {} : { givenAt: row.givenAt }), ...(row.givenByName === null ? {} : { givenByName: row.givenByName }),
    ...(row.circulatedAt === null ? {} : { circulatedAt: row.circulatedAt }), ...(row.changedAt === null ? {} : { changedAt: row.changedAt }), earlier: readEarlier(row.earlier),
  }))
}

/** Given, and not yet with everybody as it says now. */
export const isToSendRound = ({ givenAt, circulatedAt, changedAt }: Pick<KeptContribution, 'givenAt' | 'circulatedAt' | 'changedAt'>): boolean =>
  givenAt !== undefined && (circulatedAt === undefined || (changedAt !== undefined && changedAt > circulatedAt))

/** As everybody has it who reads it in the papers: what was changed after they went round is not among them yet. */
export function asSentRound(kept: KeptContribution): KeptContribution {
  const { circulatedAt, changedAt } = kept
  if (circulatedAt === undefined || changedAt === undefined || changedAt <= circulatedAt) return kept
  const then = kept.earlier.find(({ until }) => until > circulatedAt)
  const { changedAt: _, ...rest } = kept
  return then === undefined ? kept : { ...rest, content: then.content, proposals: then.proposals, earlier: [] }
}

export async function insertContribution(
  tx: Tx, caseFile: CaseFile, { reviewId, invitationId, familyPersonId, by, channel, content }: {
    reviewId: ReviewId; invitationId: string; familyPersonId?: PersonId; by: PersonId; channel: Channel; content: Contribution
  },
): Promise<void> {
  await tx.db.insertInto('reviewContribution').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, reviewId, invitationId, familyPersonId: familyPersonId ?? null, content: JSON.stringify(content), savedBy: by, savedAt: tx.now, channel,
  }).execute()
}

export async function saveContribution(tx: Tx, caseFile: CaseFile, invitationId: string, { by, channel, content, version }: { by: PersonId; channel: Channel; content: Contribution; version: number }): Promise<void> {
  await tx.db.updateTable('reviewContribution').set({ content: JSON.stringify(content), savedBy: by, savedAt: tx.now, channel, version })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('invitationId', '=', invitationId).execute()
}

/** Keeps a save that came too late beside what stands. */
export async function keepAside(tx: Tx, caseFile: CaseFile, { invitationId, aside }: KeptContribution, by: string, content: Contribution): Promise<void> {
  await tx.db.updateTable('reviewContribution').set({ aside: JSON.stringify([...aside, { by, at: tx.now, content }]) })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('invitationId', '=', invitationId).execute()
}

export async function markGiven(tx: Tx, caseFile: CaseFile, invitationId: string, by: PersonId, proposals: readonly MadeProposal[]): Promise<void> {
  await tx.db.updateTable('reviewContribution').set({ givenAt: tx.now, givenBy: by, proposals: JSON.stringify(proposals) })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('invitationId', '=', invitationId).execute()
}

/** Puts what somebody says now in the place of what they gave, which is kept. */
export async function changeGiven(
  tx: Tx, caseFile: CaseFile, { invitationId, earlier, content: before, proposals: made, circulatedAt }: KeptContribution,
  { by, content, proposals, version }: { by: PersonId; content: Contribution; proposals: readonly MadeProposal[]; version: number },
): Promise<void> {
  const was: EarlierContribution = { content: before, proposals: made, until: tx.now, ...(circulatedAt === undefined ? {} : { circulatedAt }) }
  await tx.db.updateTable('reviewContribution').set({
    content: JSON.stringify(content), proposals: JSON.stringify(proposals), earlier: JSON.stringify([...earlier, was]), changedAt: tx.now, savedBy: by, savedAt: tx.now, version,
  }).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('invitationId', '=', invitationId).execute()
}

/** Puts into the papers what was given and is not among them yet; answers with how many. */
export async function circulateGiven(tx: Tx, caseFile: CaseFile, reviewId: ReviewId): Promise<number> {
  const { numUpdatedRows } = await tx.db.updateTable('reviewContribution').set({ circulatedAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('reviewId', '=', reviewId)
    .where('givenAt', 'is not', null).where((eb) => eb.or([eb('circulatedAt', 'is', null), eb('changedAt', '>', eb.ref('circulatedAt'))])).executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Papers that were taken back were not sent round; what had gone round before a change still has. */
export async function uncirculateAt(tx: Tx, caseFile: CaseFile, reviewId: ReviewId, at: Instant): Promise<void> {
  for (const { invitationId, circulatedAt, earlier } of await listContributions(tx, caseFile, reviewId)) {
    if (circulatedAt !== at) continue
    await tx.db.updateTable('reviewContribution').set({ circulatedAt: earlier.findLast((one) => one.circulatedAt !== undefined)?.circulatedAt ?? null })
      .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('invitationId', '=', invitationId).execute()
  }
}
