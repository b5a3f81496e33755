// Names that a report itself introduces: "mum's new partner, Dean Harker", "Dean, his stepfather", "Mrs Ashby from next door".

const relations = [
  'partner', 'ex-partner', 'ex partner', 'husband', 'ex-husband', 'wife', 'ex-wife', 'boyfriend', 'girlfriend', 'fiancé', 'fiancée', 'mother', 'mum', 'mummy', 'mam', 'father',
  'dad', 'daddy', 'stepfather', 'step-father', 'stepdad', 'step-dad', 'stepmother', 'step-mother', 'stepmum', 'step-mum', 'brother', 'sister', 'half-brother', 'half-sister',
  'stepbrother', 'step-brother', 'stepsister', 'step-sister', 'sibling', 'twin', 'son', 'daughter', 'baby', 'grandmother', 'grandfather', 'grandma', 'grandad', 'granddad', 'gran', 'nan',
  'nana', 'aunt', 'auntie', 'aunty', 'uncle', 'cousin', 'nephew', 'niece', 'neighbour', 'lodger', 'carer', 'foster carer', 'friend', 'best friend', 'classmate', 'pupil', 'child called', 'boy called', 'girl called', 'man called', 'woman called',
].toSorted((a, b) => b.length - a.length).join('|')

// A name: one to three words that begin with a capital. Words that begin sentences are taken out below.
const word = String.raw`\p{Lu}[\p{L}'’-]*\p{L}`
const name = `${word}(?:\\s+${word}){0,2}`
const after = new RegExp(`(?<![\\p{L}-])(?:${relations})(?:\\s*\\([^)]{1,20}\\))?,?\\s+(?:is\\s+|was\\s+|called\\s+|named\\s+|known\\s+as\\s+)?(?:Mr|Mrs|Ms|Miss|Mx)?\\.?\\s*(${name})`, 'giu')
const before = new RegExp(`(${name})\\s*[,(]\\s*(?:who\\s+is\\s+|is\\s+)?(?:(?:his|her|their|the|a|an|my|mum['’]s|dad['’]s|mother['’]s|father['’]s|${word}['’]s)\\s+)?(?:\\p{Ll}+\\s+){0,2}(?:${relations})(?![\\p{L}])`, 'gu')
const titled = new RegExp(`(?<!\\p{L})(?:Mr|Mrs|Ms|Miss|Mx)\\.?\\s+(${name})`, 'gu')

/** Capitals that are no names: how sentences begin, and who is written with one. */
const ordinary = new Set(('a an the i he she they it we you his her their this that these those when where while if in on at by for from with and but or as is was has had will would there then than after before during since because although however both each '
  + 'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mum dad mummy daddy nan gran grandma grandad school nursery college year key stage send senco ehc ehcp plan section nhs camhs english maths also not no yes so at who report advice').split(' '))

export const namesByRelation = (text: string): string[] => unique([...namesIn(text, after, true), ...namesIn(text, before, false)])
export const titledNames = (text: string): string[] => unique(namesIn(text, titled, true))

function namesIn(text: string, pattern: RegExp, fromStart: boolean): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found = '']) => {
    // "i" in the pattern lets relations begin a sentence; the name itself must have its capitals.
    const words = found.split(/\s+/)
    const isName = (one: string): boolean => /^\p{Lu}/u.test(one) && !/^\p{Lu}{1,3}$/u.test(one) && !ordinary.has(one.toLowerCase().replace(/['’]s$/u, ''))
    const kept: string[] = []
    for (const one of fromStart ? words : words.toReversed()) {
      if (!isName(one)) break
      kept.push(one.replace(/['’]s$/u, ''))
    }
    return kept.length === 0 ? [] : [(fromStart ? kept : kept.toReversed()).join(' ')]
  })
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]
