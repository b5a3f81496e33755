// Passkeys, on the few pages that ask for one. A form with `data-passkey` holds what the browser is to be asked; its answer goes
// into the form, which is then sent like any other. Where the browser knows no passkeys the form stays hidden, and the page
// says how to go on without.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'

async function answerFor(form: HTMLFormElement): Promise<unknown> {
  const asked: unknown = JSON.parse(form.dataset['options'] ?? '{}')
  return form.dataset['passkey'] === 'make'
    ? startRegistration({ optionsJSON: asked as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: asked as PublicKeyCredentialRequestOptionsJSON })
}

function prepare(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>('input[name="answer"]')
  const said = form.querySelector<HTMLElement>('[data-passkey-said]')
  if (box === null) return
  form.hidden = false
  for (const other of document.querySelectorAll<HTMLElement>('[data-without-passkeys]')) other.hidden = true
  let isAsking = false
  form.addEventListener('submit', (event) => {
    if (box.value !== '') return
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    if (said) said.textContent = ''
    answerFor(form).then((answer) => {
      box.value = JSON.stringify(answer)
      form.submit()
      return undefined
    }).catch(() => {
      isAsking = false
      if (said) said.textContent = 'Your device did not finish. Try again, or use the other way on this page.'
    })
  })
}

if (browserSupportsWebAuthn()) document.querySelectorAll<HTMLFormElement>('form[data-passkey]').forEach(prepare)
