import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { lettersOf } from './font-letters.ts'
import type { Fonts } from './typst-input.ts'

export type FontFamily = { readonly family: string, readonly folders: readonly string[] }

const needed = createRequire(import.meta.url)

/** The folder of an installed package; undefined if it is not installed. */
export const packageFolder = (name: string): string | undefined => {
  try {
    return dirname(needed.resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
const familyIn = (packageName: string, family: string): FontFamily | undefined => {
  const folder = packageFolder(packageName)
  const folders = folder === undefined ? [] : faces.map((face) => join(folder, face)).filter(existsSync)
  return folders.length === 0 ? undefined : { family, folders }
}

/** The main font: made by the Braille Institute for readers with low vision. Latin letters only. */
export const mainFont = (): FontFamily | undefined => familyIn('@expo-google-fonts/atkinson-hyperlegible', 'Atkinson Hyperlegible')

/**
 * Sorani and Urdu letters, which the compiler's own fonts lack; used as soon as it is installed. Vazirmatn has a drawing for
 * each whole letter. Noto's Arabic fonts and Plex build letters from parts, and words copied from such a PDF come out wrong.
 */
export const arabicFont = (): FontFamily | undefined => familyIn('@expo-google-fonts/vazirmatn', 'Vazirmatn')

/**
 * Families in the order in which they are tried. Typst leaves out text without a word when it knows none of the families it
 * is given, so only what is there may be named. Libertinus and DejaVu live inside the compiler: Libertinus has Greek,
 * Cyrillic, Hebrew and all Latin letters, DejaVu has signs such as ticks, and plain Arabic and Persian.
 */
export const fontOrder = (main: FontFamily, arabic: FontFamily | undefined): Fonts => {
  const others = ['Libertinus Serif', 'DejaVu Sans Mono']
  const forArabic = arabic === undefined ? [] : [arabic.family]
  const has = lettersOf(readFileSync(join(main.folders[0] ?? '', regularFile(main))))
  return {
    families: [main.family, ...forArabic, ...others],
    // The first of each has the script's spaces too, so that words of one name are never torn over two fonts.
    byScript: { arabic: [...forArabic, 'DejaVu Sans Mono'], hebrew: ['Libertinus Serif'], other: [...others, ...forArabic] },
    firstFamilyHas: has,
  }
}

const regularFile = (main: FontFamily) => `${main.family.replaceAll(' ', '')}_400Regular.ttf`
