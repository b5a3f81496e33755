// The things of one case that facts are about (requests, reviews, notices…), while it is folded: which is the newest of its
// kind, whether it is open, and by what names the facts know it.

import { scopes } from './compile.ts'

interface Things {
  /** The newest, if there was one. */
  key: string | undefined
  isOpen: boolean
  isDone: boolean
  count: number
  /** Names that facts use, and beside each the key of the thing. */
  names: string[] | undefined
}

// A second request while one is open is a duplicate, and so is a second "plan made": they join what is there.
const joining = new Set(['request', 'plan', 'person'].map((scope) => scopes.findIndex((one) => one === scope)))
const numbered = scopes.map((scope) => Array.from({ length: 12 }, (_, index) => `${scope} ${index + 1}`))

export class CaseThings {
  readonly #things: (Things | undefined)[] = []

  #of(scope: number): Things {
    const known = this.#things[scope]
    if (known !== undefined) return known
    return (this.#things[scope] = { key: undefined, isOpen: false, isDone: false, count: 0, names: undefined })
  }

  /** The key of the thing of that name, if the facts have named it before. */
  named(scope: number, name: string): string | undefined {
    const names = this.#things[scope]?.names
    const at = names === undefined ? -1 : names.indexOf(name)
    // Names stand at even places, keys after them.
    return names === undefined || at === -1 ? undefined : at % 2 === 0 ? names[at + 1] : name
  }

  current(scope: number): string | undefined { return this.#things[scope]?.key }
  isOpen(scope: number): boolean { return this.#things[scope]?.isOpen === true }

  begin(scope: number, name: string | undefined): string {
    const things = this.#of(scope)
    things.count += 1
    const key = name ?? numbered[scope]?.[things.count - 1] ?? `${scopes[scope] ?? ''} ${things.count}`
    things.key = key
    things.isOpen = true
    things.isDone = false
    if (name !== undefined) (things.names ??= []).push(name, key)
    return key
  }

  /** The thing that an event begins or joins, by the way in which its kind begins things. */
  opened(scope: number, opens: 'always' | 'if-none' | 'if-done', name: string | undefined): string {
    const things = this.#of(scope)
    if (name !== undefined) {
      const known = this.named(scope, name)
      if (known !== undefined) return known
      if (opens === 'if-none' && things.isOpen && things.key !== undefined && joining.has(scope)) {
        ;(things.names ??= []).push(name, things.key)
        return things.key
      }
      return this.begin(scope, name)
    }
    if (things.key !== undefined && things.isOpen && (opens === 'if-none' || (opens === 'if-done' && !things.isDone))) return things.key
    return this.begin(scope, undefined)
  }

  mark(scope: number, key: string): void {
    const things = this.#of(scope)
    if (things.key === key) things.isDone = true
  }

  /** Ends the newest thing, unless a name says that another is meant. */
  close(scope: number, name: string | undefined): void {
    const things = this.#things[scope]
    if (things === undefined) return
    const key = name === undefined ? things.key : this.named(scope, name) ?? things.key
    if (key === things.key) things.isOpen = false
  }
}
