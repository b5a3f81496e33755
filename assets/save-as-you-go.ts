// Saves a long form while somebody writes in it: at most every ten seconds, and only what changed. The page works without:
// then one presses "Save". A save that came too late changes nothing, and the page says so.

const everyMilliseconds = 10_000

interface Answer {
  readonly kind: 'saved' | 'kept-aside' | 'refused'
  readonly version?: number
}

export function saveAsYouGo(): void {
  for (const status of document.querySelectorAll<HTMLElement>('[data-autosave]')) {
    const form = status.closest('form')
    const url = status.dataset['autosave']
    if (form !== null && url !== undefined) keepSaving(form, url, status)
  }
}

function keepSaving(form: HTMLFormElement, url: string, status: HTMLElement): void {
  let isChanged = false
  let isStopped = false
  form.addEventListener('input', () => { isChanged = true })
  form.addEventListener('submit', () => { isStopped = true })
  setInterval(() => {
    if (!isChanged || isStopped) return
    isChanged = false
    void attempt()
  }, everyMilliseconds)

  async function attempt(): Promise<void> {
    try {
      isStopped = !await save(form, url, status) || isStopped
    } catch {
      // No line just now: what was typed is still on the page, and is tried again.
      isChanged = true
      status.textContent = 'Not saved yet: there is no connection. Your words are still here.'
    }
  }
}

/** Whether to go on saving. */
async function save(form: HTMLFormElement, url: string, status: HTMLElement): Promise<boolean> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== '_once') fields.append(name, value)
  const response = await fetch(url, { method: 'POST', body: fields, headers: { accept: 'application/json' } })
  const answer = await response.json() as Answer
  if (answer.kind === 'saved' && answer.version !== undefined) {
    const version = form.querySelector<HTMLInputElement>('input[name="version"]')
    if (version !== null) version.value = String(answer.version)
    status.textContent = `Saved at ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
    return true
  }
  status.textContent = answer.kind === 'kept-aside'
    ? 'Somebody saved this on another page. Nothing was overwritten, and your words are kept. Press Save to see both.'
    : 'This cannot be saved any more. Your words are still on this page: copy them before you leave it.'
  return false
}
