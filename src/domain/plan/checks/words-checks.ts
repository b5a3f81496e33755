// PC-06: nothing of another child, nothing that was to stay out, nothing copied.

import { holdsTerm } from '../holds-term.ts'
import type { PlanLine } from '../line.ts'
import { linesInOrder } from '../plan-order.ts'
import { alwaysBlocks, alwaysWarns, inLine, type Found, type PlanCheck } from './plan-check.ts'

/** All the words that a reader of the plan would see in a line. */
const wordsOf = (line: PlanLine): string =>
  [line.text, ...Object.values(line.fields).filter((value) => typeof value === 'string')].join('\n')

const asCompared = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** He or she at the start of a sentence: mostly the child, in lines about needs, outcomes and provision. */
const opensWith = (text: string, pronoun: 'He' | 'She'): boolean =>
  new RegExp(String.raw`(?:^|[.!?]\s+)${pronoun}\b`, 'u').test(text)

function otherPronoun(lines: readonly PlanLine[]): Found[] {
  const own = lines.filter((line) => ['need', 'outcome', 'provision'].includes(line.kind))
  const he = own.filter((line) => opensWith(line.text, 'He'))
  const she = own.filter((line) => opensWith(line.text, 'She'))
  if (he.length === 0 || she.length === 0) return []
  const [rarer, word] = he.length < she.length ? [he, 'he'] : [she, 'she']
  return rarer.map((line) =>
    inLine(
      line, `This line says “${word}” where others do not. Check that it was not copied from another child’s plan.`,
    )
  )
}

export const wordsChecks: readonly PlanCheck[] = [
  {
    // Printing another child's name is a disclosure; the term may also be an ordinary word here, so a person may release it.
    id: 'PC-06.keep-out',
    asks: 'Is the plan free of names and words that must stay out?',
    citation: 'UK GDPR art 5(1)(c) and (f); SEND Regulations 2014, reg 17',
    severity: alwaysBlocks,
    release: 'named-manager',
    find: ({ content, keepOut }) => {
      const terms = [...new Map(keepOut.map((each) => [asCompared(each.term), each])).values()]
      return linesInOrder(content.lines).flatMap((line) =>
        terms.filter(({ term }) => holdsTerm(wordsOf(line), term)).map(({ term, why, isSecret }) => (isSecret === true
          ? inLine(line, `Words of this line must not be in the plan: ${why}`, 'protected address')
          : inLine(line, `“${term.trim()}” must not be in the plan: ${why}`, `term ${asCompared(term)}`))))
    },
  },
  {
    id: 'PC-06.twice',
    asks: 'Does no line stand twice?',
    citation: 'SEND Code of Practice 9.61',
    severity: alwaysWarns,
    release: 'never',
    find: ({ content }) => {
      const seen = new Set<string>()
      const worded = content.lines.filter((line) => line.kind !== 'none-identified' && line.text.trim() !== '')
      return linesInOrder(worded).flatMap((line) => {
        const text = asCompared(line.text)
        const isAgain = seen.has(text)
        seen.add(text)
        return isAgain ? [inLine(line, 'The same words stand in an earlier line.')] : []
      })
    },
  },
  {
    id: 'PC-06.pronoun',
    asks: 'Is the plan about one child throughout?',
    citation: 'UK GDPR art 5(1)(d)',
    severity: alwaysWarns,
    release: 'never',
    find: ({ content }) => otherPronoun(linesInOrder(content.lines)),
  },
]
