import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { arabicFont, fontOrder, mainFont, packageFolder, type FontFamily } from './pdf-fonts.ts'
import { pdfThread } from './pdf-thread.ts'
import type { PrintedDocument } from './printed-document.ts'
import { typstInput } from './typst-input.ts'
import { typstTemplate } from './typst-template.ts'

export type PdfMaker =
  | {
    readonly available: true
    /** The fonts that letters are drawn with, in the order in which they are tried. */
    readonly families: readonly string[]
    /** A4, PDF/UA-1, the same bytes for the same document. Throws PdfFault. */
    make(document: PrintedDocument): Promise<Uint8Array>
    /** Ends the thread; documents that still wait fail. The next `make` starts a new one. */
    stop(): Promise<void>
  }
  | { readonly available: false, readonly why: string }

/** The compiler refused the document, or the thread failed. Where the compiler spoke, the message is its own. */
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

export type PdfMakerOptions = {
  /** After this long a document is given up and the thread ended, so that one document cannot hold up all others. */
  readonly secondsForOneDocument?: number
  /** For letters of the Arabic script, in place of the package's. */
  readonly arabic?: FontFamily
  readonly binaryPackages?: readonly string[]
}

const typstPackages = [
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
]

/** Makes PDF files in a thread of its own. Asking for a maker never fails and starts nothing. */
export const pdfMaker = (options: PdfMakerOptions = {}): PdfMaker => {
  const binary = (options.binaryPackages ?? typstPackages).find((name) => packageFolder(name) !== undefined)
  if (binary === undefined) return notAvailable(`there is no Typst for ${process.platform} ${process.arch}`)
  const worker = workerFile()
  if (worker === undefined) return notAvailable('its pdf-worker file is missing')
  const main = mainFont()
  if (main === undefined) return notAvailable('the font Atkinson Hyperlegible is missing')

  const arabic = options.arabic ?? arabicFont()
  const fonts = fontOrder(main, arabic)
  const startWorker = () => new Worker(worker, {
    execArgv: [], // the parent's --import tsx and the like are of no use to a plain file
    workerData: {
      binary: createRequire(import.meta.url).resolve(binary),
      template: typstTemplate,
      fontFolders: [...main.folders, ...arabic?.folders ?? []],
      workspace: dirname(worker),
    },
  })
  const thread = pdfThread(startWorker, (options.secondsForOneDocument ?? 60) * 1000)
  return {
    available: true,
    families: fonts.families,
    make: async (document) => {
      const answer = await thread.ask(JSON.stringify(typstInput(document, fonts))).catch((error: unknown) => {
        throw new PdfFault(error instanceof Error ? error.message : String(error), { cause: error })
      })
      if ('failure' in answer) throw faultFor(answer.failure)
      return answer.bytes
    },
    stop: thread.stop,
  }
}

const notAvailable = (because: string): PdfMaker =>
  ({
    available: false,
    why: `PDF files cannot be made on this machine (${because}). The web page and the Word file have the same words.`,
  })

/** Beside this module in src; in dist the build's own entry `pdf-worker`, beside the bundle or above a chunk of it. */
const workerFile = (): string | undefined => ['./pdf-worker.mjs', './pdf-worker.js', '../pdf-worker.js']
  .map((path) => fileURLToPath(new URL(path, import.meta.url))).find(existsSync)

const faultFor = (message: string): PdfFault => {
  const undrawn = message.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu)
  const letters = [...undrawn].flatMap((match) => [...match[1] ?? ''])
  return letters.length > 0 ? new UnprintableLetters([...new Set(letters)].toSorted()) : new PdfFault(message)
}
