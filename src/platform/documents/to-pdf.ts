import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PrintedDocument } from './printed-document.ts'
import { typstInput, type Fonts } from './typst-input.ts'
import { typstTemplate } from './typst-template.ts'

export type PdfMaker =
  | { readonly available: true, make(document: PrintedDocument): Promise<Uint8Array>, stop(): Promise<void> }
  | { readonly available: false, readonly why: string }

/** The compiler refused the document. The message is the compiler's own. */
export class PdfFault extends Error {
  override readonly name: string = 'PdfFault'
}

/**
 * Letters that none of the fonts here can draw. No PDF is made: an empty box in a person's name is worse than no PDF. The
 * web page and the Word file of the same document show the letters with the reader's own fonts.
 */
export class UnprintableLetters extends PdfFault {
  override readonly name = 'UnprintableLetters'
  readonly letters: readonly string[]
  constructor(letters: readonly string[]) {
    super(`The fonts here cannot draw: ${letters.join(' ')}`)
    this.letters = letters
  }
}

const needed = createRequire(import.meta.url)

const binaryPackages = [
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
]

// Families in the order in which they are tried for each letter. Typst leaves out text without a word when it knows none of
// the families, so a package's family is named only if its folder is there. The last two live inside the compiler: Libertinus
// for Greek, Cyrillic, Hebrew and Vietnamese; DejaVu for signs such as ticks, and plain Arabic and Persian.
const fontPackages = [
  { name: '@expo-google-fonts/atkinson-hyperlegible', family: 'Atkinson Hyperlegible', optional: false },
  // Sorani and Urdu letters, which the compiler's own fonts lack; used as soon as it is installed. Vazirmatn has a drawing for
  // each whole letter. Noto's Arabic fonts and Plex build letters from parts, so text copied from such a PDF comes out wrong.
  { name: '@expo-google-fonts/vazirmatn', family: 'Vazirmatn', optional: true },
]
const facesOf = (folder: string): readonly string[] =>
  ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((face) => join(folder, face)).filter(existsSync)
const familiesInsideTheCompiler = ['Libertinus Serif', 'DejaVu Sans Mono']

const folderOf = (packageName: string): string | undefined => {
  try {
    return dirname(needed.resolve(`${packageName}/package.json`))
  } catch {
    return undefined
  }
}

/** Beside this module in src; beside the bundle, or one folder above a chunk of it, in dist (scripts/build.mjs copies it). */
const workerFile = (): string | undefined => ['./pdf-worker.mjs', '../pdf-worker.mjs']
  .map((path) => fileURLToPath(new URL(path, import.meta.url))).find(existsSync)

const notAvailable = (because: string): PdfMaker =>
  ({ available: false, why: `PDF files cannot be made on this machine (${because}). The web page and the Word file say the same.` })

export type PdfMakerOptions = {
  /** After this long a document is given up and the thread ended, so that one document cannot hold up all others. */
  readonly secondsForOneDocument?: number
  /** Extra fonts: a folder with TTF files and the name of its family. */
  readonly moreFonts?: readonly { readonly folder: string, readonly family: string }[]
}

/** Makes PDF/UA-1 files in a thread of its own. Asking for a maker never fails and starts nothing. */
export const pdfMaker = (options: PdfMakerOptions = {}): PdfMaker => {
  const binary = binaryPackages.find((name) => folderOf(name) !== undefined)
  if (binary === undefined) return notAvailable(`there is no Typst for ${process.platform} ${process.arch}`)
  const file = workerFile()
  if (file === undefined) return notAvailable('pdf-worker.mjs is missing from the installation')
  const fonts = [
    ...fontPackages.flatMap(({ name, family, optional }) => {
      const folder = folderOf(name)
      return folder === undefined ? [] : [{ folders: facesOf(folder), family, optional }]
    }),
    ...(options.moreFonts ?? []).map(({ folder, family }) => ({ folders: [folder], family, optional: true })),
  ]
  if (!fonts.some((font) => !font.optional)) return notAvailable('the font Atkinson Hyperlegible is missing')

  const [first, ...others] = fonts.map((font) => font.family)
  if (first === undefined) return notAvailable('there are no fonts')
  const families: Fonts = {
    families: [first, ...others, ...familiesInsideTheCompiler],
    forRightToLeft: [...others, ...familiesInsideTheCompiler],
  }
  const startThread = () => new Worker(file, {
    // The parent's --import tsx and the like are of no use to a plain file.
    execArgv: [],
    workerData: {
      binary: needed.resolve(binary), template: typstTemplate, fontFolders: fonts.flatMap((font) => font.folders),
      workspace: dirname(file),
    },
  })
  const queue = threadQueue(startThread, (options.secondsForOneDocument ?? 60) * 1000)
  return {
    available: true,
    make: async (document) => {
      const answer = await queue.ask(JSON.stringify(typstInput(document, families)))
      if ('failure' in answer) throw faultFor(answer.failure)
      return answer.bytes
    },
    stop: queue.stop,
  }
}

const faultFor = (message: string): PdfFault => {
  const letters = [...message.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu)].map((match) => match[1] ?? '')
  return letters.length > 0 ? new UnprintableLetters([...new Set(letters)]) : new PdfFault(message)
}

type Answer = { readonly id: number, readonly bytes: Uint8Array } | { readonly id: number, readonly failure: string }
type Waiting = { readonly id: number, readonly document: string, settle(answer: Answer): void, fail(error: Error): void }

/** One thread, one document at a time. A thread that dies takes only its own document with it. */
const threadQueue = (start: () => Worker, millisecondsForOne: number) => {
  let thread: Worker | undefined
  let asked = 0
  let timer: NodeJS.Timeout | undefined
  const waiting: Waiting[] = []

  const sendFirst = () => {
    clearTimeout(timer)
    const first = waiting[0]
    if (first === undefined) return thread?.unref() // an idle thread must not keep the process alive
    thread ??= watched(start())
    thread.ref()
    thread.postMessage({ id: first.id, document: first.document })
    timer = setTimeout(() => dropThread(new PdfFault('the document took too long to set')), millisecondsForOne)
    timer.unref()
  }
  const watched = (fresh: Worker) => fresh
    .on('message', (answer: Answer) => {
      if (waiting[0]?.id !== answer.id) return
      waiting.shift()?.settle(answer)
      sendFirst()
    })
    .on('error', (error) => { if (thread === fresh) dropThread(new PdfFault(error.message, { cause: error })) })
    .on('exit', () => { if (thread === fresh) dropThread(new PdfFault('the PDF thread ended')) })
  const dropThread = (error: PdfFault) => {
    const dead = thread
    thread = undefined
    void dead?.terminate()
    waiting.shift()?.fail(error)
    sendFirst()
  }
  return {
    ask: (document: string) => new Promise<Answer>((settle, fail) => {
      asked += 1
      waiting.push({ id: asked, document, settle, fail })
      if (waiting.length === 1) sendFirst()
    }),
    stop: async () => {
      clearTimeout(timer)
      const last = thread
      thread = undefined
      for (const left of waiting.splice(0)) left.fail(new PdfFault('the PDF maker was stopped'))
      await last?.terminate()
    },
  }
}
