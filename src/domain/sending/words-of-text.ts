// A text as words with their places, and the short runs of words that could be names. Accents, apostrophes and case are how people
// type, not who is meant: they are set aside.

export interface Word {
  /** Small letters, without accents; a hyphened name is two words. */
  readonly bare: string
  readonly at: number
  readonly end: number
  readonly isCapital: boolean
}

/** "Núñez’s" and "nunez" are one. */
export const bareOf = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().replace(/'s$/u, '').replaceAll("'", '')

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}'’]*/gu)].map((match) => ({
    bare: bareOf(match[0]), at: match.index, end: match.index + match[0].length, isCapital: /^\p{Lu}/u.test(match[0]),
  }))
}

/** The words of a name as the rule compares them: "Garroway-Pike" is two. */
export const bareWords = (name: string): string[] => wordsOf(name).map(({ bare }) => bare)

/**
 * Every run of one to `longest` words that begins with a capital letter somewhere in it, as a name would be kept: in small letters,
 * joined by spaces and by hyphens, with and without accents and apostrophes. For looking names up, so each once.
 */
export function namesPossible(text: string, longest = 3): string[] {
  const raw = [...text.normalize('NFC').matchAll(/\p{L}[\p{L}'’]*/gu)]
  const found = new Set<string>()
  for (let from = 0; from < raw.length; from++) {
    for (let count = 1; count <= longest && from + count <= raw.length; count++) {
      const run = raw.slice(from, from + count)
      const last = run.at(-1)
      const first = run[0]
      if (last === undefined || first === undefined || last.index - first.index > 60) break
      const words = run.map(([word]) => word.toLowerCase().replaceAll('’', "'").replace(/'s$/u, ''))
      for (const joined of [words.join(' '), words.join('-')]) {
        found.add(joined)
        found.add(joined.normalize('NFD').replaceAll(/\p{M}/gu, ''))
        found.add(joined.replaceAll("'", ''))
      }
    }
  }
  return [...found]
}
