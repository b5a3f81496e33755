import type { Channel } from '../../domain/case-file/facts.ts'

export const channelWords: Record<Channel, string> = {
  hub: 'In the hub', email: 'By e-mail', phone: 'By phone', letter: 'By letter', 'in-person': 'In person', interpreter: 'Through an interpreter',
}
