// How hard a text is to read. A rough instrument: it finds long sentences and long words, not good ones.

/** Sentences as a reader meets them; a line of a list is one. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.?!:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence))

/** Vowel groups, less a silent e: right for most English words, wrong by one for some. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '').replace(/(?:[^laeiouy]es|[^aeioudt]ed|[^laeiouy]e)$/, '')
  return Math.max(1, letters.match(/[aeiouy]+/g)?.length ?? 1)
}

/** Flesch-Kincaid grade level; grade 4 is read at about nine years of age. Numbers and addresses are left out. */
export function readingGrade(text: string): number {
  const sentences = sentencesOf(text)
  const words = sentences.flatMap((sentence) => sentence.split(/\s+/)).filter((word) => /^[("“]?\p{L}[\p{L}’'-]*[)",.:?!”]*$/u.test(word))
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}
