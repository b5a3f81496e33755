// Warns some minutes before a session ends, and lets one stay. The server is asked how long is left, because other open pages make it
// longer. When the time is over, what was typed is kept on the server and the page leaves the screen.

interface Left {
  readonly isSignedOut: boolean
  readonly secondsLeft?: number
}

/** Before the very end, while the session can still take what was typed. */
const keepSeconds = 15
const longestWait = 24 * 60 * 60

export function sessionEnd(): void {
  const place = document.querySelector<HTMLElement>('[data-session-end]')
  const dialog = place?.querySelector('dialog')
  if (place !== null && dialog) watch(place, dialog)
}

function watch(place: HTMLElement, dialog: HTMLDialogElement): void {
  const { ask = '', keep = '', signIn = '', typed = '' } = place.dataset
  const warnSeconds = Number(place.dataset['warnSeconds'])
  const time = dialog.querySelector('[data-time-left]')
  const form = dialog.querySelector('form')
  const begun = rememberForms()
  let endsAt = Date.now() + Number(place.dataset['secondsLeft']) * 1000
  let timer = 0

  const secondsLeft = (): number => Math.round((endsAt - Date.now()) / 1000)
  const wait = (seconds: number): void => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void look(), Math.min(Math.max(seconds, 1), longestWait) * 1000)
  }
  const warn = (): void => {
    if (!dialog.open) dialog.showModal()
    const words = timeWords(secondsLeft())
    if (time !== null && time.textContent !== words) time.textContent = words
  }

  async function look(): Promise<void> {
    if (secondsLeft() > warnSeconds) return wait(secondsLeft() - warnSeconds)
    const left = await askHowLong(ask)
    if (left?.isSignedOut === true) return leave('ended-idle')
    if (left?.secondsLeft !== undefined) endsAt = Date.now() + left.secondsLeft * 1000
    if (secondsLeft() > warnSeconds) {
      dialog.close()
      return wait(secondsLeft() - warnSeconds)
    }
    if (secondsLeft() <= keepSeconds) return leave(await keepForms(begun, keep) ? 'ended-kept' : 'ended-idle')
    warn()
    wait(secondsLeft() > 60 + keepSeconds ? 20 : Math.min(10, secondsLeft() - keepSeconds))
  }

  function leave(done: string): void {
    const here = window.location.pathname + window.location.search
    // Nothing of this page stays in the way back.
    window.location.replace(`${signIn}?done=${done}&next=${encodeURIComponent(done === 'ended-kept' ? typed : here)}`)
  }

  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    dialog.close()
    void stay(form).then((left) => {
      if (left?.secondsLeft === undefined) return look()
      endsAt = Date.now() + left.secondsLeft * 1000
      return wait(left.secondsLeft - warnSeconds)
    })
  })
  // Escape closes the dialog: whoever presses it is there.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    form?.requestSubmit()
  })
  // A laptop that was asleep did not count.
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') void look() })
  wait(secondsLeft() - warnSeconds)
}

const timeWords = (seconds: number): string => {
  if (seconds < 60) return 'less than a minute'
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

async function askHowLong(url: string): Promise<Left | undefined> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' } })
    return await response.json() as Left
  } catch {
    // No line just now: asked again soon.
    return undefined
  }
}

async function stay(form: HTMLFormElement): Promise<Left | undefined> {
  try {
    const fields = fieldsOf(form)
    fields.set('as', 'json')
    return await (await fetch(form.action, { method: 'POST', body: fields })).json() as Left
  } catch {
    return undefined
  }
}

const fieldsOf = (form: HTMLFormElement): URLSearchParams =>
  new URLSearchParams([...new FormData(form)].flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : [])))

/** The forms that people write in, as they came. What is saved while one writes needs no keeping. */
function rememberForms(): ReadonlyMap<HTMLFormElement, string> {
  const forms = [...document.querySelectorAll<HTMLFormElement>('main form[method=post]')].filter((form) => form.querySelector('[data-autosave]') === null)
  return new Map(forms.map((form) => [form, fieldsOf(form).toString()]))
}

/** Sends what was changed in each form to be kept. Whether anything was. */
async function keepForms(begun: ReadonlyMap<HTMLFormElement, string>, url: string): Promise<boolean> {
  const changed = [...begun].filter(([form, before]) => fieldsOf(form).toString() !== before)
  const kept = await Promise.all(changed.map(async ([form]) => {
    const fields = fieldsOf(form)
    fields.set('_to', new URL(form.action).pathname)
    try {
      return (await (await fetch(url, { method: 'POST', body: fields })).json() as { isKept: boolean }).isKept
    } catch {
      return false
    }
  }))
  return kept.some(Boolean)
}
