import type { PrintedDocument } from '../../platform/documents/printed-document.ts'
import { documentView } from '../../platform/documents/to-html.tsx'

/** The document inside another page, where its title is not the page's own. */
export function toBlocksView(document: PrintedDocument) {
  return <div class="hub-document-preview">{documentView(document, { inside: true })}</div>
}
