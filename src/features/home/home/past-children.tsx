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
