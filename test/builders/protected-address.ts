// What a protected address leaves in the rows that pages read: marks of its words, and none of them.

import { tellingWords } from '../../src/domain/family/address-words.ts'
import { demoAreaId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'

export const marksFor = (hub: Hub, lines: readonly string[], postcode: string): string[] =>
  tellingWords({ lines, postcode }).map((words) => hub.house.sealer.mark(words, { purpose: 'address', of: demoAreaId('wendmere') }))
