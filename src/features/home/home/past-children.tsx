import { paths } from '../../../paths.ts'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { FamilyCase } from '../home-store.ts'

/** Children who decide for themselves now. */
export function PastChildren({ cases }: { cases: readonly FamilyCase[] }) {
  return (
    <TwoThirds>
      {cases.map(({ row }) => {
        const first = row.name.split(' ')[0] ?? row.name
        return (
          <SummaryList
            card={{ title: row.name, actions: [{ href: paths.caseRights(row.key), text: 'What you can see' }, { href: paths.caseMessages(row.key), text: 'Messages' }] }}
            rows={[{ key: 'Now', value: `${first} decides about the plan now. You keep what you had before.` }]}
          />
        )
      })}
    </TwoThirds>
  )
}

/** Children for whose family member the viewer acts: no dates here, what they may see is said in the case. */
export function Helping({ cases }: { cases: readonly FamilyCase[] }) {
  if (cases.length === 0) return null
  return (
    <TwoThirds>
      <h2 class="govuk-heading-m">Families you help</h2>
      {cases.map(({ row }) => (
        <SummaryList card={{ title: row.name, actions: [{ href: paths.helping(row.key), text: 'What you can do' }] }} rows={[{ key: 'You', value: 'act for a family member, by their consent' }]} />
      ))}
    </TwoThirds>
  )
}
