// What a page answers. Pages return replies; only the server touches the response.

import type { VNode } from 'preact'

export type Reply =
  | {
    readonly kind: 'page'
    readonly status: number
    readonly document: VNode
    /** The document as text, when somebody has made it already. */
    readonly html?: string
    readonly cookies?: readonly Cookie[]
    readonly clearSiteData?: boolean
    /** Seconds before it is worth asking again. */
    readonly retryAfter?: number
  }
  | { readonly kind: 'redirect'; readonly to: string; readonly cookies?: readonly Cookie[]; readonly clearSiteData?: boolean }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly contentType: string; readonly fileName: string; readonly inline?: boolean }
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }

export interface Cookie {
  readonly name: string
  readonly value: string
  /** Seconds; the cookie ends with the browser when absent, at once when 0. */
  readonly maxAge?: number
}

/** A page; a form that came back wrong is 422, so that its address is not taken for a success. */
export const page = (document: VNode, status = 200): Reply => ({ kind: 'page', status, document })
export const wrongForm = (document: VNode): Reply => page(document, 422)
/** After a post: "see other", so that reloading repeats nothing. */
export const redirect = (to: string): Reply => ({ kind: 'redirect', to })
export const file = (bytes: Uint8Array, contentType: string, fileName: string, { inline = false } = {}): Reply =>
  ({ kind: 'file', bytes, contentType, fileName, inline })
export const json = (body: unknown, status = 200): Reply => ({ kind: 'json', status, body })
