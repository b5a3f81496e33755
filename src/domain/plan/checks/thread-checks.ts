// PC-02, the golden thread: needs, provision and outcomes are joined, and what is said has a source. A manager may
// release a broken thread, since the alternative would be a link or a line that nobody's advice supports.

import { threadGaps, type ThreadGapKind } from '../thread.ts'
import { alwaysWarns, blocksFinal, inLine, type Found, type PlanCheck } from './plan-check.ts'
import type { PlanUnderCheck } from './plan-under-check.ts'
import type { Section } from '../sections.ts'

const gapsIn = (plan: PlanUnderCheck, kind: ThreadGapKind, sections: readonly Section[], words: string): Found[] => {
  const byId = new Map(plan.content.lines.map((line) => [line.id, line]))
  return threadGaps(plan.content).flatMap((gap) => {
    const line = 'lineId' in gap ? byId.get(gap.lineId) : undefined
    return line !== undefined && gap.kind === kind && sections.includes(gap.section) ? [inLine(line, words)] : []
  })
}

/** Two links astray on one line are one finding. */
const onceEach = (found: readonly Found[]): Found[] => [...new Map(found.map((each) => [each.about, each])).values()]

const reg = 'SEND Regulations 2014, reg 12(1)'

export const threadChecks: readonly PlanCheck[] = [
  {
    id: 'PC-02.need',
    asks: 'Does every special educational need have provision?',
    citation: `${reg}(b) and (f); CFA 2014 s.37(2)`,
    severity: blocksFinal,
    release: 'named-manager',
    find: (plan) => gapsIn(plan, 'need-without-provision', ['B'], 'No provision meets this need. Link the provision, or ask for advice on it.'),
  },
  {
    id: 'PC-02.provision',
    asks: 'Does every line of section F meet a need in section B?',
    citation: `${reg}(b) and (f)`,
    severity: blocksFinal,
    release: 'named-manager',
    find: (plan) => gapsIn(plan, 'provision-without-need', ['F'], 'This provision is not linked to any need. Say which need it meets.'),
  },
  {
    id: 'PC-02.outcome',
    asks: 'Does every line of provision serve an outcome?',
    citation: `${reg}(e) to (h)`,
    severity: blocksFinal,
    release: 'named-manager',
    find: (plan) =>
      gapsIn(plan, 'provision-without-outcome', ['F', 'G', 'H1', 'H2'], 'This provision is not linked to any outcome. Say which outcome it serves.'),
  },
  {
    id: 'PC-02.source',
    asks: 'Does every need in B and provision in F have a source?',
    citation: `${reg}(k)`,
    severity: blocksFinal,
    release: 'never',
    find: (plan) => gapsIn(plan, 'line-without-source', ['B', 'F'], 'Nothing says where this line comes from. Name the advice, or who said it and when.'),
  },
  {
    id: 'PC-02.advice',
    asks: 'Does every need in B and provision in F rest on advice?',
    citation: `${reg}(k)`,
    severity: alwaysWarns,
    release: 'never',
    find: ({ content }) =>
      content.lines
        .filter((line) => (line.section === 'B' || line.section === 'F') && line.sources.length > 0)
        .filter((line) => line.sources.every((source) => source.kind === 'said'))
        .map((line) => inLine(line, 'This line rests on what somebody said, and on no advice in section K.')),
  },
  {
    id: 'PC-02.need-outcome',
    asks: 'Does every need lead to an outcome?',
    citation: 'SEND Code of Practice 9.64 to 9.69',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) => gapsIn(plan, 'need-without-outcome', ['B', 'C', 'D'], 'No outcome is linked to this need.'),
  },
  {
    id: 'PC-02.health-care-need',
    asks: 'Do health and social care needs have provision?',
    citation: `${reg}(g) and (h)`,
    severity: alwaysWarns,
    release: 'never',
    find: (plan) => gapsIn(plan, 'need-without-provision', ['C', 'D'], 'No provision meets this need.'),
  },
  {
    id: 'PC-02.served',
    asks: 'Is every outcome worked towards?',
    citation: 'SEND Code of Practice 9.64 to 9.69',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) => gapsIn(plan, 'outcome-without-provision', ['E'], 'No provision is linked to this outcome.'),
  },
  {
    id: 'PC-02.unsourced',
    asks: 'Do the other lines have a source?',
    citation: `${reg}(k)`,
    severity: alwaysWarns,
    release: 'never',
    find: (plan) => gapsIn(plan, 'line-without-source', ['A', 'C', 'D', 'E', 'G', 'H1', 'H2'], 'Nothing says where this line comes from.'),
  },
  {
    id: 'PC-02.astray',
    asks: 'Does every link join two lines that it can join?',
    citation: 'SEND Code of Practice 9.61 to 9.69',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      onceEach(gapsIn(plan, 'link-astray', ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J'], 'A link from this line leads to a line that is gone or of the wrong kind.')),
  },
]
