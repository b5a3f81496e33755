import type { CaseKey } from '../../../casebook/open-case-file.ts'
import type { ActName } from '../../../domain/case-file/open-acts.ts'
import type { Finding } from '../../../domain/plan/checks/plan-check.ts'
import type { PlanLine } from '../../../domain/plan/line.ts'
import { paths } from '../../../paths.ts'

export interface Link {
  readonly href: string
  readonly text: string
  /** Where only those who may do this can go: others read the words without a link that would refuse them. */
  readonly act?: ActName
}

/** The page on which a finding can be put right, and what the link to it says. */
export function whereMended({ checkId, where }: Finding, key: CaseKey, lines: readonly PlanLine[], numbers: ReadonlyMap<string, string>): Link {
  if (checkId.startsWith('PC-04')) return { href: paths.healthAgreement(key), text: 'Record the agreement', act: 'record-agreement' }
  if (checkId.startsWith('I.') && checkId !== 'I.draft' && checkId !== 'I.elsewhere') return { href: paths.issueFinal(key), text: 'Section I', act: 'issue-final-plan' }
  if (checkId === 'N.draft') return { href: paths.shareDraft(key), text: 'The notice to the family' }
  if (checkId === 'N.window') return { href: paths.sharedDraft(key), text: 'The draft with the family' }
  if (checkId === 'PC-07') return { href: paths.proposals(key), text: 'What the family said' }
  if (checkId === 'PC-08') return { href: paths.wishes(key), text: 'What the family asked for', act: 'answer-wish' }
  if (where.adviceItem !== undefined) {
    return checkId === 'PC-05' ? { href: paths.planAssemble(key), text: 'Recommendations' } : { href: paths.adviceList(key), text: 'The advice' }
  }
  const line = lines.find(({ id }) => id === where.lineId)
  if (line !== undefined) return { href: paths.planLine({ ...key, lineId: line.id }), text: `Line ${numbers.get(line.id) ?? line.section}` }
  if (where.section !== undefined) return { href: paths.planSection({ ...key, section: where.section }), text: `Section ${where.section}` }
  return { href: paths.plan(key), text: 'The plan' }
}
