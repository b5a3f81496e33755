// What a limit is called on the council's pages: by an everyday name where most cases have it, else as its record calls it.

import { clockOn } from './regimes.ts'

const everyday: Readonly<Record<string, string>> = {
  'ASMT-02': 'Decide whether to assess', 'ASMT-06': 'Say if there will be no plan', 'ASMT-07': 'Write and send the draft plan', 'ASMT-10': 'Send the final plan',
  'REV-01': 'First review of the plan', 'REV-02': 'Review of the plan', 'REV-08': 'Decide after the review', 'REV-09': 'Send the amendment notice',
  'REV-11': 'Send the amended final plan', 'REV-12': 'Send the amended final plan',
}

/** By the clock's id, with its step where the id has several limits. */
export const limitName = (clock: string): string => everyday[clock] ?? clockOn(clock).title
