// What somebody can do about a date, in plain words: by who owes it and whether it has passed.

import type { ClockReading } from '../../../domain/clocks/reading.ts'

const complain = 'You can complain, and then go to the Local Government and Social Care Ombudsman. Your local advice service (SENDIASS) can help for free.'

export function whatYouCanDo(reading: ClockReading): string {
  const { clock, owedBy, state } = reading
  const isPast = state === 'breached'
  if (clock.nature === 'floor') return isPast || state === 'running' ? 'Use this time to say what you think, to ask for a school or college, and to ask for a meeting.' : 'This time is over.'
  if (owedBy === 'family') return isPast || state === 'overtaken' ? 'Ask for advice straight away. A late appeal or request is sometimes let in.' : 'Do it some days before the last day, and keep a note of when you sent it.'
  if (owedBy === 'tribunal') return 'Ask the Tribunal if you hear nothing.'
  if (owedBy === 'data-controller') return isPast ? 'Ask why. Then you can complain to the Information Commissioner.' : 'Wait until the last day. Then ask why.'
  if (clock.standing === 'guidance') return 'It is not law, but it should be kept. Ask why if it is not.'
  if (clock.standing === 'planning') return 'You do not need to do anything. It shows early if the legal date is in danger.'
  if (isPast) return `If it was not done, ask in writing why, and when it will be. ${complain}`
  return 'You do not need to do anything. If the last day passes and it was not done, ask in writing why.'
}
