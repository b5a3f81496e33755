/** By which way something came or went, inside a sentence. */
export const channelWords = {
  hub: 'through the hub', email: 'by email', phone: 'by phone', letter: 'by letter', 'in-person': 'in person', interpreter: 'through an interpreter',
} as const
