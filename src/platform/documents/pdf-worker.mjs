// The Typst thread. Plain JavaScript with no imports of ours, so that it runs from src as it stands, whether or not the program
// runs under tsx, and as an entry of its own from dist. It is told everything in workerData; each message is one document, answered in order.
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

// The binary package's main file is a .node, which only require can load.
const { NodeCompiler } = createRequire(import.meta.url)(workerData.binary)
const compiler = NodeCompiler.create({ workspace: workerData.workspace, fontArgs: [{ fontPaths: workerData.fontFolders }] })

parentPort.on('message', ({ id, document }) => {
  try {
    const bytes = Uint8Array.from(compiler.pdf(
      { mainFileContent: workerData.template, inputs: { document } },
      { pdfStandard: 'ua-1' },
    ))
    parentPort.postMessage({ id, bytes }, [bytes.buffer])
  } catch (error) {
    // A refusal of the standard speaks in the message, one of the language in the code, with an empty message.
    parentPort.postMessage({ id, failure: error.message || error.code || String(error) })
  } finally {
    // Without this the compiler keeps every document it has set: half a gigabyte after sixty (measured).
    compiler.evictCache(0)
  }
})
