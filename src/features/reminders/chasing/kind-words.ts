import type { ChaseKind } from '../../../domain/reminders/chasing.ts'

export const kindWords: Record<ChaseKind, string> = {
  advice: 'Late advice of professionals', views: 'Late views of the family', consultation: 'Late answers of settings to a consultation', plan: 'Final plans that nobody opened',
}
