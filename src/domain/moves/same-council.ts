// Whether a council named by hand in a package is this one. People write "Tarn Valley", "Tarn Valley Council" or "The Tarn Valley Borough
// Council" for one and the same; what a council is (a borough, a county) says nothing of which.

const kinds = new Set(['council', 'borough', 'county', 'city', 'district', 'metropolitan', 'london', 'royal', 'unitary', 'authority', 'local', 'the', 'of', 'and'])

const bare = (name: string): string => name.toLowerCase().normalize('NFKD').replaceAll(/[\p{M}'’]/gu, '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !kinds.has(word)).join(' ')

/** Whether two names can be of one council. A name of nothing but such words ("The Council") is nobody's. */
export const isSameCouncil = (one: string, other: string): boolean => bare(one) !== '' && bare(one) === bare(other)
