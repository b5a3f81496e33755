import type { LineFinding } from '../../domain/advice/line-findings.ts'

/** What is missing in a line, as its author is told: no number is ever suggested. */
export function Findings({ findings }: { findings: readonly LineFinding[] }) {
  if (findings.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet hub-findings">
      {findings.map(({ words, isEssential }) => <li>{isEssential ? <strong>{words}</strong> : <>{words} <span class="govuk-hint hub-findings__less">(worth adding)</span></>}</li>)}
    </ul>
  )
}
