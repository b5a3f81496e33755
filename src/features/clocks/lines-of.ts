// The lines of a stream, one at a time: no more of it is held than the line that is being read.

export interface Line {
  readonly text: string
  /** From 1. */
  readonly number: number
}

/** Reads UTF-8; throws a TypeError for bytes that are none. A byte order mark at the start is left out. */
export async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let number = 0
  let begun: string[] = []
  for await (const chunk of input) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n')
    const last = pieces.pop() ?? ''
    for (const piece of pieces) {
      number += 1
      yield { text: [...begun, piece].join(''), number }
      begun = []
    }
    if (last !== '') begun.push(last)
  }
  const rest = [...begun, decoder.decode()].join('')
  if (rest !== '') yield { text: rest, number: number + 1 }
}
