// What is kept of a reading, proved again when it comes back from the database.

import { z } from 'zod'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { lineKinds } from '../../domain/plan/line.ts'
import type { LineFields } from '../../domain/plan/line.ts'
import type { Piece } from '../../domain/older-plans/piece.ts'
import { sureness } from '../../domain/older-plans/piece.ts'
import type { PlanFacts } from '../../domain/older-plans/plan-facts.ts'
import { sections } from '../../domain/plan/sections.ts'

const day = z.string().transform((text) => plainDateOf(text))

/** Leaves out keys whose value is not there, as the types want it. */
const withoutGaps = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }

const pieceSchema = z.object({
  id: z.number(), role: z.enum(['line', 'heading', 'page']), text: z.string(), section: z.enum(sections).optional(), kind: z.enum(lineKinds).optional(), sure: z.enum(sureness), why: z.string(),
  under: z.string().optional(), fields: z.record(z.string(), z.union([z.string(), z.number()])).transform((fields): LineFields => fields), rows: z.array(z.number()), leftOut: z.string().optional(),
})
export const piecesSchema = z.array(pieceSchema.transform((piece): Piece => withoutGaps(piece)))

const text = z.string().optional()
export const factsSchema = z.object({
  givenName: text, familyName: text, bornOn: day.optional(), upn: text, nhsNumber: text, firstMadeOn: day.optional(), issuedOn: day.optional(), reviewedOn: day.optional(), council: text, setting: text, isDraft: z.literal(true).optional(),
}).transform((facts): PlanFacts => withoutGaps(facts))

export const notesSchema = z.object({ changes: z.number().default(0), comments: z.number().default(0), pictures: z.number().default(0) })
