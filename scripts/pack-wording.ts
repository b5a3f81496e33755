// Writes test/cases/pack-wording.jsonl and pack-outcomes.jsonl: the lines of the advice packs that stand alone, with the
// packs' own labels. `node --import tsx scripts/pack-wording.ts`. A line is the list item or paragraph around an anchor; where
// one item holds several anchors, the sentence. Left out, because the words are spread over a heading or columns: table rows,
// items whose sentence is cut by the anchor of another line, and those named in `spread`.

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const cases = new URL('../test/cases/', import.meta.url).pathname
const packs = join(cases, 'advice-packs')

const entry = z.object({ id: z.string(), source: z.string(), anchor: z.string() })
const provision = entry.extend({
  section: z.string(), verdict: z.enum(['specific', 'partly', 'vague']), missing: z.array(z.string()),
  whoDelivers: z.string().nullable(),
})
const smart = z.object({
  specific: z.boolean(), measurable: z.boolean(), achievable: z.boolean(), relevant: z.boolean(), timeBound: z.boolean(),
})
const outcome = entry.extend({ smart, flags: z.array(z.string()) })
const expected = z.object({ provision: z.array(provision), outcomes: z.array(outcome) })

/**
 * Lines that lean on words elsewhere in the report: who in a heading or a sentence that belongs to another line ("By the QTVI"
 * after a list), what in the paragraph before. Each was read by hand; the rest stand alone.
 */
const spread = new Set([
  'pack-01-P4', 'pack-01-P5', 'pack-02-P31', // "by the therapist" stands in the heading
  'pack-02-P64', // the team is the author of the report
  'pack-02-P67', 'pack-03-P26', // a paragraph of reasons, of which the line is a part
  'pack-03-P52', // the worker and the hours stand in the item before
  'pack-02-O9', 'pack-02-O10', 'pack-02-O11', 'pack-03-O2', // the date stands in the heading
])

const parts = ['who', 'what', 'howMuch', 'howOften', 'howLong', 'ratio', 'reviewer', 'training', 'setting']
const isRow = (line: string): boolean => line.trimStart().startsWith('|')
const marker = /^\s*(?:#{1,6} |[-*] |\d+\.\s|[A-Z]\.\s)+/

const lineAround = (text: string, anchor: string): string => {
  const at = text.indexOf(anchor)
  const start = text.lastIndexOf('\n', at) + 1
  const end = text.indexOf('\n', at + anchor.length)
  return text.slice(start, end < 0 ? text.length : end)
}

const bare = (line: string): string => line.replace(marker, '').replaceAll(/\*+/g, '').replace(/^\d+\.\d+ /, '')
  .replace(/^[a-z]\. /, '').trim()

const sentenceAround = (line: string, anchor: string): string => {
  const sentences = line.split(/(?<=[.?!])\s+(?=[A-Z"])/)
  return sentences.find((sentence) => sentence.includes(anchor.replaceAll(/\*+/g, '').slice(0, 30))) ?? line
}

const provisions: string[] = []
const outcomes: string[] = []
for (const pack of (await readdir(packs)).toSorted()) {
  const labels = expected.parse(JSON.parse(await readFile(join(packs, pack, 'expected.json'), 'utf8')))
  const texts = new Map<string, string>()
  const textOf = async (source: string): Promise<string> => {
    const text = texts.get(source) ?? await readFile(join(packs, pack, source), 'utf8')
    texts.set(source, text)
    return text
  }
  const all = [...labels.provision, ...labels.outcomes]
  for (const one of all) {
    const line = lineAround(await textOf(one.source), one.anchor)
    const id = `${pack.slice(0, 7)}-${one.id}`
    if (isRow(line) || spread.has(id)) continue
    const shared = all.filter((other) => other.source === one.source && line.includes(other.anchor)).length > 1
    const text = shared ? sentenceAround(bare(line), one.anchor) : bare(line)
    if ('verdict' in one) {
      const missing = one.missing.filter((part) => parts.includes(part))
      provisions.push(JSON.stringify({ id, text, verdict: one.verdict, missing, phrases: [], section: one.section, source: one.source }))
    } else {
      const isProvisionInDisguise = one.flags.includes('provision-in-disguise')
      outcomes.push(JSON.stringify({ id, text, smart: one.smart, isProvisionInDisguise, source: one.source }))
    }
  }
}
await writeFile(join(cases, 'pack-wording.jsonl'), `${provisions.join('\n')}\n`)
await writeFile(join(cases, 'pack-outcomes.jsonl'), `${outcomes.join('\n')}\n`)
