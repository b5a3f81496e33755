import type { Worker } from 'node:worker_threads'

/** What the thread answers to one document: see pdf-worker.mjs. */
export type PdfAnswer = { readonly id: number, readonly bytes: Uint8Array } | { readonly id: number, readonly failure: string }

type Waiting = { readonly id: number, readonly document: string, settle(answer: PdfAnswer): void, fail(error: Error): void }

/**
 * One thread, one document at a time, in the order asked. A thread that dies or takes too long takes only its own document
 * with it: the next document gets a new thread. An idle thread does not keep the process alive.
 */
export const pdfThread = (start: () => Worker, millisecondsForOne: number) => {
  let thread: Worker | undefined
  let asked = 0
  let timer: NodeJS.Timeout | undefined
  const waiting: Waiting[] = []

  const sendFirst = () => {
    clearTimeout(timer)
    const first = waiting[0]
    if (first === undefined) return thread?.unref()
    thread ??= watched(start())
    thread.ref()
    thread.postMessage({ id: first.id, document: first.document })
    timer = setTimeout(() => drop(new Error('the document took too long to set')), millisecondsForOne)
  }
  const watched = (fresh: Worker) => fresh
    .on('message', (answer: PdfAnswer) => {
      if (waiting[0]?.id !== answer.id) return
      waiting.shift()?.settle(answer)
      sendFirst()
    })
    .on('error', (error) => { if (thread === fresh) drop(error) })
    .on('exit', () => { if (thread === fresh) drop(new Error('the PDF thread ended')) })
  const drop = (error: Error) => {
    const dead = thread
    thread = undefined
    void dead?.terminate()
    waiting.shift()?.fail(error)
    sendFirst()
  }
  return {
    ask: (document: string) => new Promise<PdfAnswer>((settle, fail) => {
      asked += 1
      waiting.push({ id: asked, document, settle, fail })
      if (waiting.length === 1) sendFirst()
    }),
    stop: async () => {
      clearTimeout(timer)
      const last = thread
      thread = undefined
      for (const left of waiting.splice(0)) left.fail(new Error('the PDF maker was stopped'))
      await last?.terminate()
    },
  }
}
