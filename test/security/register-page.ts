// The register as a page: docs/security/asvs-register.md, from the tables and from how the linked tests came out.

import type { Chapter, Ground, Requirement } from './requirements.ts'
import type { Standing } from './results.ts'
import { linkOf } from './results.ts'

export type Status = 'held' | 'failed' | 'by the operator' | 'not applicable' | 'open'

/** Open as soon as anything is; failed when a test is; held only when something of this repository holds it. */
export function statusOf({ grounds }: Requirement, standings: ReadonlyMap<string, Standing>): Status {
  const kinds = new Set(grounds.map(({ kind }) => kind))
  const isBroken = grounds.some((ground) => ground.kind === 'test' && standings.get(linkOf(ground))?.said !== 'passed')
  if (isBroken) return 'failed'
  if (kinds.has('open')) return 'open'
  if (kinds.has('operator')) return 'by the operator'
  return kinds.has('n/a') ? 'not applicable' : 'held'
}

const statuses: readonly Status[] = ['held', 'by the operator', 'not applicable', 'open', 'failed']

const linkTo = (file: string): string => `[${file.split('/').at(-1) ?? file}](../../${file})`
// Names of tests are anything: a bar would end the cell, and a bracket could open a tag.
const safe = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;').replaceAll('*', String.raw`\*`)

function groundWords(ground: Ground, standings: ReadonlyMap<string, Standing>): string {
  switch (ground.kind) {
    case 'test': {
      const { said, tests } = standings.get(linkOf(ground)) ?? { said: 'not found', tests: 0 }
      return `${said}${tests > 1 ? ` (${tests})` : ''}: ${linkTo(ground.file)} “${safe(ground.name)}”`
    }
    case 'rule':
      return `${ground.of === 'lint' ? `linter: \`${ground.name}\` ([.oxlintrc.json](../../.oxlintrc.json))` : `compiler: \`${ground.name}\` ([tsconfig.json](../../tsconfig.json))`}`
    case 'written':
      return `written: ${linkTo(ground.file)}, “${safe(ground.words)}”`
    case 'operator':
      return `operator: ${linkTo(ground.file)}, “${safe(ground.words)}”`
    case 'n/a':
      return `not applicable: ${safe(ground.words)}`
    case 'open':
      return `**open**: ${safe(ground.words)}`
    case 'note':
      return safe(ground.words)
  }
}

const requirementsOf = ({ sections }: Chapter): Requirement[] => sections.flatMap(({ requirements }) => [...requirements])

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

export function registerPage(chapters: readonly Chapter[], standings: ReadonlyMap<string, Standing>): string {
  const status = (requirement: Requirement): Status => statusOf(requirement, standings)
  const countsOf = (some: readonly Requirement[]): number[] => statuses.map((one) => some.filter((requirement) => status(requirement) === one).length)
  const all = chapters.flatMap(requirementsOf)
  const open = all.filter((requirement) => ['open', 'failed'].includes(status(requirement)))
  const tests = [...standings.values()].reduce((sum, one) => sum + one.tests, 0)
  return `# OWASP ASVS 5.0, level 2

Made by \`npm run docs:asvs\` from the [tables](../../test/security/asvs) and from how the tests that they name came out; a test compares
([decision 23](../decisions/0023-a-register-that-tests-fill.md)). ${standings.size} links to tests, ${tests} tests behind them. The words are ours: what each
number asks for in full stands in the [standard](https://github.com/OWASP/ASVS/tree/v5.0.0). What must be written down is in
[security rules](security-rules.md), what whoever runs the hub must see to in [run it safely](../how-to/run-it-safely.md). This is a register kept by those who
build the hub, and no assessment by anybody else.

| Chapter | Requirements | ${statuses.join(' | ')} |
|---|---${statuses.map(() => '|---').join('')}|
${chapters.map((chapter) => row([`${chapter.number}. ${chapter.name}`, requirementsOf(chapter).length, ...countsOf(requirementsOf(chapter))])).join('\n')}
${row(['All', all.length, ...countsOf(all)])}

## Open

${open.length === 0 ? 'Nothing.' : open.map(({ number, words, grounds }) => `- **${number}** ${words}: ${grounds.filter(({ kind }) => kind === 'open').map((ground) => ('words' in ground ? safe(ground.words) : '')).join(' ')}`).join('\n')}
${chapters.map((chapter) => `
## ${chapter.number}. ${chapter.name}
${chapter.sections.map((section) => `
### ${section.number} ${section.name}

| No. | Level | What | Status | By what |
|---|---|---|---|---|
${section.requirements.map((requirement) => row([
    requirement.number, requirement.level, safe(requirement.words), status(requirement), requirement.grounds.map((ground) => groundWords(ground, standings)).join('<br>'),
  ])).join('\n')}
`).join('')}`).join('')}`
}
