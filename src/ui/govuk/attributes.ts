// What every component shares: the types of its props, and the joining of class names and ids.
import type { ComponentChildren } from 'preact'

/** Anything that may stand between two tags. Text is escaped; there is no road for ready-made HTML. */
export type Content = ComponentChildren

/** Props that may be left out or passed as undefined. */
export type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** Further attributes of an element, by their HTML names: `{ 'data-count': 3 }`. */
export type Attributes = { readonly [name: string]: string | number | boolean | undefined }

/** An entry of a list that may be left out on a condition: `mayEdit && { … }`. */
export type Entry<T> = T | false | null | undefined | ''

export type Extra = Optional<{ class: string; attributes: Attributes }>

/** Words of a component's script in another language: `{ 'show-password': 'Dangos' }`, plurals as a record. */
export type Translations = { readonly [key: string]: string | { readonly [plural: string]: string } }

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** Ids for `aria-describedby`; undefined when there is none, so that the attribute is left out. */
export function idList(...ids: (string | false | undefined)[]): string | undefined {
  return classes(...ids) || undefined
}

/** Whether there is something to show. */
export function hasContent(content: Content): boolean {
  return content !== undefined && content !== null && content !== '' && typeof content !== 'boolean'
}

export function translationAttributes(translations: Translations = {}): Attributes {
  return Object.fromEntries(
    Object.entries(translations).flatMap(([key, words]) =>
      typeof words === 'string'
        ? [[`data-i18n.${key}`, words]]
        : Object.entries(words).map(([plural, form]) => [`data-i18n.${key}.${plural}`, form]),
    ),
  )
}
