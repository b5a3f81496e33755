// The plan editor's script: saves while somebody types, and says who else is here. Without it, Save does the same work.

type Answer =
  | { readonly kind: 'saved'; readonly base: number; readonly words: string }
  | { readonly kind: 'clash'; readonly href: string; readonly words: string; readonly link: string }
  | { readonly kind: 'wrong'; readonly words: string }

const presenceEvery = 15_000
const retryAfter = 5_000

export function planEditor(): void {
  const presence = document.querySelector<HTMLElement>('[data-hub-presence]')
  if (presence) tellPresence(presence)
  const editor = document.querySelector<HTMLElement>('[data-hub-autosave]')
  const form = editor?.closest('form')
  if (editor && form) autosave(editor, form)
}

/** Says "still here" while the page is looked at, and shows the answer when it differs. */
function tellPresence(element: HTMLElement): void {
  const tell = async (): Promise<void> => {
    if (document.visibilityState === 'hidden') return
    const body = new URLSearchParams({ _csrf: element.dataset['hubForm'] ?? '', line: element.dataset['hubLine'] ?? '' })
    const answer = await post(element.dataset['hubPresence'] ?? '', body)
    const words = (answer as { words?: string } | undefined)?.words
    // Only a change is written, so that a screen reader is not told the same again.
    if (words && words !== element.textContent?.trim()) element.textContent = words
  }
  window.setInterval(() => void tell(), presenceEvery)
}

/** The answer, or undefined when none came: no connection, or signed out meanwhile. */
async function post(url: string, body: URLSearchParams, keepalive = false): Promise<unknown> {
  try {
    const response = await fetch(url, { method: 'POST', body, keepalive, redirect: 'error', headers: { accept: 'application/json' } })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}

function autosave(editor: HTMLElement, form: HTMLFormElement): void {
  const url = editor.dataset['hubAutosave'] ?? ''
  const wait = Number(editor.dataset['hubWait'])
  const longestWait = Number(editor.dataset['hubLongestWait'])
  const status = editor.querySelector<HTMLElement>('[data-hub-saved]')
  const base = form.querySelector<HTMLInputElement>('input[name="base"]')
  let timer: number | undefined
  let waitingSince: number | undefined
  let isSaving = false
  let isLeaving = false
  let thenSubmit: (() => void) | undefined

  const fields = (): URLSearchParams => {
    const body = new URLSearchParams()
    // Each save is a save of its own: the mark by which a form is taken only once is for the button.
    for (const [name, value] of new FormData(form)) if (name !== '_once' && typeof value === 'string') body.append(name, value)
    return body
  }
  const wordsNow = (): string => {
    const body = fields()
    body.delete('base')
    return body.toString()
  }
  let saved = wordsNow()

  const say = (words: string, link?: { href: string; text: string }): void => {
    if (!status) return
    status.textContent = words
    if (!link) return
    const anchor = document.createElement('a')
    anchor.href = link.href
    anchor.className = 'govuk-link'
    anchor.textContent = link.text
    status.append(' ', anchor)
  }

  const save = async (): Promise<void> => {
    window.clearTimeout(timer)
    timer = undefined
    // Answers come in turn, so that each save names the revision that the one before it made.
    if (isSaving) return plan()
    const words = wordsNow()
    if (words === saved) {
      waitingSince = undefined
      return
    }
    isSaving = true
    waitingSince = undefined
    const answer = (await post(url, fields())) as Answer | undefined
    isSaving = false
    if (answer?.kind === 'saved') {
      saved = words
      if (base) base.value = String(answer.base)
    }
    if (thenSubmit) return thenSubmit()
    if (!answer) {
      say('Not saved yet: no answer from the hub. Your words are still here, and saving is tried again.')
      return plan(retryAfter)
    }
    if (answer.kind === 'wrong') return say(answer.words)
    if (answer.kind === 'clash') {
      saved = words
      return say(answer.words, { href: answer.href, text: answer.link })
    }
    say(answer.words)
  }

  /** Soon after the last key; while somebody goes on typing, no later than the longest wait. */
  function plan(after = wait): void {
    const now = Date.now()
    waitingSince ??= now
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void save(), Math.max(0, Math.min(after, waitingSince + longestWait - now)))
  }

  form.addEventListener('input', () => plan())
  form.addEventListener('change', () => plan())
  form.addEventListener('submit', (event) => {
    // A save under way makes a revision: the button waits for its number, or the two would clash with each other.
    if (isSaving) {
      event.preventDefault()
      const { submitter } = event
      thenSubmit = () => {
        thenSubmit = undefined
        form.requestSubmit(submitter)
      }
      return
    }
    isLeaving = true
    window.clearTimeout(timer)
  })
  // Closing the page or turning away from it: what is not saved goes along without waiting for an answer.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !isLeaving && !isSaving && wordsNow() !== saved) void save()
  })
  window.addEventListener('pagehide', () => {
    if (!isLeaving && wordsNow() !== saved) navigator.sendBeacon(url, fields())
  })
}
