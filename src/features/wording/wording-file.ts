// The labelled files that check-wording reads: one JSON object a line. A line with `verdict` is provision, one with `smart`
// an outcome. A file that cannot be read is refused with its name and line.

import { z } from 'zod'
import { verdicts } from '../../domain/wording/check-provision.ts'
import { missingParts } from '../../domain/wording/parts-said.ts'
import type { LabelledOutcome, LabelledProvision } from '../../domain/wording/score-wording.ts'
import { ok, refused, type Outcome } from '../../domain/outcome.ts'

const provisionLine = z.object({
  id: z.string().optional(),
  text: z.string().min(1),
  verdict: z.enum(verdicts),
  missing: z.array(z.enum(missingParts)),
  phrases: z.array(z.string()).default([]),
  section: z.enum(['F', 'G', 'H1', 'H2']).optional().catch(undefined),
})

const outcomeLine = z.object({
  id: z.string().optional(),
  text: z.string().min(1),
  smart: z.object({
    specific: z.boolean(), measurable: z.boolean(), achievable: z.boolean(), relevant: z.boolean(), timeBound: z.boolean(),
  }),
  isProvisionInDisguise: z.boolean(),
})

export type WordingFile =
  | { readonly holds: 'provision'; readonly lines: readonly LabelledProvision[] }
  | { readonly holds: 'outcomes'; readonly lines: readonly LabelledOutcome[] }

export interface UnreadableLine {
  /** From 1; 0 when the fault is the file's, not a line's. */
  readonly line: number
  readonly why: string
}

const parseJson = (words: string): unknown => {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}

export const readWordingFile = (contents: string): Outcome<WordingFile, UnreadableLine> => {
  const provisions: LabelledProvision[] = []
  const outcomes: LabelledOutcome[] = []
  for (const [index, words] of contents.replace(/^\uFEFF/, '').split(/\r?\n/).entries()) {
    if (words.trim() === '') continue
    const line = index + 1
    const value = parseJson(words)
    if (typeof value !== 'object' || value === null) return refused({ line, why: 'is not a JSON object' })
    if (!('verdict' in value) && !('smart' in value)) return refused({ line, why: 'has neither "verdict" nor "smart"' })
    if ('verdict' in value) {
      const parsed = provisionLine.safeParse(value)
      if (!parsed.success) return refused({ line, why: faultOf(parsed.error) })
      const { section, ...rest } = parsed.data
      provisions.push({ ...rest, id: rest.id ?? `line ${line}`, ...(section === undefined ? {} : { section }) })
    } else {
      const parsed = outcomeLine.safeParse(value)
      if (!parsed.success) return refused({ line, why: faultOf(parsed.error) })
      outcomes.push({ ...parsed.data, id: parsed.data.id ?? `line ${line}` })
    }
    if (provisions.length > 0 && outcomes.length > 0) {
      return refused({ line, why: 'mixes provision lines and outcome lines in one file' })
    }
  }
  if (outcomes.length > 0) return ok({ holds: 'outcomes', lines: outcomes })
  return provisions.length > 0 ? ok({ holds: 'provision', lines: provisions }) : refused({ line: 0, why: 'holds no lines' })
}

const faultOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `"${issue.path.join('.')}": ${issue.message}`).join('; ')
