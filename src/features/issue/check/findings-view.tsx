import type { CheckedPlan } from '../../../casebook/plan/plan-checking.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { partWords } from '../../../domain/access/parts.ts'
import { isForParts } from '../../../domain/access/policy.ts'
import type { ActName } from '../../../domain/case-file/open-acts.ts'
import { actRow } from '../../../domain/case-file/open-acts.ts'
import type { Finding } from '../../../domain/plan/checks/plan-check.ts'
import { lineNumbers } from '../../../domain/plan/line-numbers.ts'
import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/govuk/details.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { plural } from '../../../ui/words.ts'
import { whereMended } from './where-mended.ts'

interface Props {
  readonly caseFile: Pick<CaseFile, 'key' | 'parts'>
  readonly checked: CheckedPlan
  /** For those who may release: what the link to the release page carries. */
  readonly release?: Readonly<Record<string, string>> | undefined
}

/** " (for the SEND manager who decides)": whose it is, for a reader whom the page would refuse. */
function forWhom(act: ActName): string {
  const { who } = actRow(act)
  const first = who === 'anyone' ? undefined : who[0]
  return first === undefined ? '' : ` (for the ${partWords[first]})`
}

/** What the check found: what holds the plan first, each with its law and the way to where it is mended. */
export function Findings({ caseFile: { key: caseKey, parts }, checked: { plan, verdict }, release }: Props) {
  const numbers = lineNumbers(plan.content)
  const isReleasable = ({ severity, release: by }: Finding): boolean => severity === 'blocks' && by === 'named-manager'
  /** What is the same of many lines is said once, with the way to each; what a manager may release stays by itself. */
  const alike = (findings: readonly Finding[]): Finding[][] => {
    const groups = new Map<string, Finding[]>()
    for (const finding of findings) {
      const same = isReleasable(finding) ? finding.about : ''
      const group = [finding.checkId, finding.words, same].join('\n')
      groups.set(group, [...groups.get(group) ?? [], finding])
    }
    return [...groups.values()]
  }
  const item = (findings: readonly Finding[]) => {
    const [finding] = findings
    if (finding === undefined) return null
    const places = findings.map((one) => whereMended(one, caseKey, plan.content.lines, numbers))
    return (
      <li class="hub-finding">
        <p class="govuk-body govuk-!-margin-bottom-1">{finding.words}</p>
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          {places.map(({ href, text, act }, index) => (
            <>{index > 0 && ', '}{act === undefined || isForParts(act, parts) ? <a class="govuk-link" href={href}>{text}</a> : `${text}${forWhom(act)}`}</>
          ))}
          {isReleasable(finding) && release !== undefined && (
            <>
              {' '}or <a class="govuk-link" href={paths.releaseCheck({ ...caseKey, checkId: finding.checkId }, { ...release, about: finding.about })}>
                release it with a reason<span class="govuk-visually-hidden">: {places[0]?.text}, {finding.words}</span>
              </a>
            </>
          )}
        </p>
        <p class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{finding.citation}</p>
      </li>
    )
  }
  const group = (id: string, title: string, findings: readonly Finding[], about: string) => findings.length > 0 && (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>{title}</h2>
      <p class="govuk-body">{about}</p>
      <ul class="govuk-list hub-findings">{alike(findings).map(item)}</ul>
    </section>
  )
  return (
    <>
      {group('held', `${plural(verdict.held.length, 'fault')} that ${verdict.held.length === 1 ? 'holds' : 'hold'} the plan`, verdict.held, 'The law asks for these. The plan cannot go out before they are mended, or released where a manager may.')}
      {verdict.released.length > 0 && (
        <section aria-labelledby="released">
          <h2 class="govuk-heading-m" id="released">Released by a manager</h2>
          <ul class="govuk-list hub-findings">
            {verdict.released.map(({ finding, release: { manager, reason } }) => (
              <li class="hub-finding">
                <p class="govuk-body govuk-!-margin-bottom-1">{finding.words}</p>
                <p class="govuk-body-s govuk-!-margin-bottom-0"><Tag colour="purple">Released</Tag> by {manager}: {reason}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {group('warned', `${plural(verdict.warned.length, 'warning')}`, verdict.warned, 'A person should look at these. They do not hold the plan.')}
      {verdict.said.length > 0 && (
        <Details summary={`${plural(verdict.said.length, 'note')}: worth knowing`}>
          <ul class="govuk-list hub-findings">{alike(verdict.said).map(item)}</ul>
        </Details>
      )}
    </>
  )
}
