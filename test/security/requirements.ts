// The register of OWASP ASVS 5.0 as it is written by hand in test/security/asvs: one table for each chapter. A requirement is its number, its level
// and our own words for it (OWASP's text is CC BY-SA and stays with OWASP), and what it rests on.

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../kinds.ts'

/** What a requirement rests on, or what is in its way. */
export type Ground =
  /** `name` is the whole path of a test in its file, or of a suite, whose tests then all count: "the log › knows only declared codes". */
  | { readonly kind: 'test'; readonly file: string; readonly name: string }
  /** A rule of the linter or an option of the compiler, which no code passes without. */
  | { readonly kind: 'rule'; readonly of: 'lint' | 'types'; readonly name: string }
  /** What the standard wants written down: words that stand in a file. */
  | { readonly kind: 'written'; readonly file: string; readonly words: string }
  /** Whoever runs the hub must see to it; the heading that tells them. */
  | { readonly kind: 'operator'; readonly file: string; readonly words: string }
  | { readonly kind: 'n/a' | 'open' | 'note'; readonly words: string }

export interface Requirement {
  /** "6.2.1" */
  readonly number: string
  readonly level: 1 | 2
  readonly words: string
  readonly grounds: readonly Ground[]
}

export interface Section { readonly number: string; readonly name: string; readonly requirements: readonly Requirement[] }
export interface Chapter { readonly number: string; readonly name: string; readonly sections: readonly Section[] }

export const tablesDir = path.join(projectRoot, 'test', 'security', 'asvs')
const tables = (): string[] => readdirSync(tablesDir).filter((name) => /^\d\d-/.test(name)).toSorted()

export const readRegister = (): Chapter[] => tables().map((name) => readTable(readFileSync(path.join(tablesDir, name), 'utf8'), name))

/** "1.2.4" to its level, as the standard lists them. */
export function readNumbers(): Map<string, 1 | 2> {
  const lines = readFileSync(path.join(tablesDir, 'numbers.txt'), 'utf8').split('\n').filter((line) => /^\d/.test(line))
  return new Map(lines.flatMap((line) => {
    const [section = '', ...numbers] = line.split(/\s+/)
    return numbers.map((number): [string, 1 | 2] => [`${section}.${number.split(':')[0]}`, number.endsWith(':1') ? 1 : 2])
  }))
}

/** Reads one chapter. Throws, with the line, for what is no line of a table. */
export function readTable(text: string, file: string): Chapter {
  const lines = text.split('\n').map((line, index) => ({ line, at: `${file}:${index + 1}` })).filter(({ line }) => line.trim() !== '')
  const [first, ...rest] = lines
  const [, number, name] = /^# (\d+) (.+)$/.exec(first?.line ?? '') ?? []
  if (number === undefined || name === undefined) throw new Error(`${file} does not begin with its chapter: # 6 Authentication`)
  const sections: { number: string; name: string; requirements: { number: string; level: 1 | 2; words: string; grounds: Ground[] }[] }[] = []
  for (const { line, at } of rest) {
    const [, sectionNumber, sectionName] = /^## (\d+\.\d+) (.+)$/.exec(line) ?? []
    if (sectionNumber !== undefined && sectionName !== undefined) {
      sections.push({ number: sectionNumber, name: sectionName, requirements: [] })
      continue
    }
    const section = sections.at(-1)
    const [, own, level, words] = /^(\d+\.\d+\.\d+) L([12]) (.+)$/.exec(line) ?? []
    if (own !== undefined && words !== undefined && section !== undefined) {
      section.requirements.push({ number: own, level: level === '1' ? 1 : 2, words, grounds: [] })
      continue
    }
    const ground = line.startsWith('  ') ? readGround(line.trim()) : undefined
    const requirement = section?.requirements.at(-1)
    if (ground === undefined || requirement === undefined) throw new Error(`${at} is no line of a table: ${line}`)
    requirement.grounds.push(ground)
  }
  return { number, name, sections }
}

function readGround(line: string): Ground | undefined {
  const [, kind, rest] = /^(test|lint|types|written|operator|n\/a|open|note): (.+)$/.exec(line) ?? []
  if (rest === undefined) return undefined
  switch (kind) {
    case 'test': {
      const [file, name] = parted(rest, ' › ')
      return name === undefined ? undefined : { kind, file, name }
    }
    case 'lint': case 'types':
      return { kind: 'rule', of: kind, name: rest }
    case 'written': case 'operator': {
      const [file, words] = parted(rest, ' › ')
      return words === undefined ? undefined : { kind, file, words }
    }
    case 'n/a': case 'open': case 'note':
      return { kind, words: rest }
    default:
      return undefined
  }
}

function parted(text: string, by: string): [string, string | undefined] {
  const at = text.indexOf(by)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + by.length)]
}
