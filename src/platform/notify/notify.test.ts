import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer as createWebServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { localSender } from './local-sender.ts'
import type { NotifyPort } from './notify-sender.ts'
import { notifyClient, notifySender } from './notify-sender.ts'
import { openSender } from './open-sender.ts'
import type { Message } from './sender.ts'
import { SendingFailed } from './sender.ts'
import { smtpSender } from './smtp-sender.ts'

const message: Message = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057', to: 'shno@example.org', subject: 'Something is waiting for you', body: 'Sign in to see it.\n\nDyma’r ddolen', channel: 'email',
}
const text: Message = { ...message, to: '01632 960200', channel: 'text' }
const failedAs = (code: string) => (error: unknown): boolean => error instanceof SendingFailed && error.code === code && !/shno|waiting|key-/.test(`${error.message}${error.stack}`)

describe('the local outbox', () => {
  let folder: string
  before(async () => { folder = await mkdtemp(path.join(os.tmpdir(), 'outbox-')) })
  after(() => rm(folder, { recursive: true }))

  it('writes an e-mail that mail programs open, and a text', async () => {
    const { reference } = await localSender({ outboxDir: folder }).send(message)
    const written = await readFile(path.join(folder, reference), 'utf8')
    assert.equal(reference, `${message.id}.eml`)
    assert.match(written, /^To: shno@example\.org\r?$/m)
    assert.match(written, /^Subject: Something is waiting for you\r?$/m)
    assert.match(written, /Sign in to see it\./)
    const sent = await localSender({ outboxDir: folder }).send(text)
    assert.match(await readFile(path.join(folder, sent.reference), 'utf8'), /^To: 01632 960200\n\nSign in/)
  })

  it('writes a message once, also when it is sent again at the same moment', async () => {
    const mine = path.join(folder, 'once')
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => localSender({ outboxDir: mine }).send({ ...message, body: `try ${index}` })))
    assert.equal(new Set(answers.map(({ reference }) => reference)).size, 1)
    assert.deepEqual(await readdir(mine), [`${message.id}.eml`])
    const first = await readFile(path.join(mine, `${message.id}.eml`), 'utf8')
    await localSender({ outboxDir: mine }).send({ ...message, body: 'later' })
    assert.equal(await readFile(path.join(mine, `${message.id}.eml`), 'utf8'), first)
  })

  it('takes no path for an id, and no second header line from an address', async () => {
    await assert.rejects(localSender({ outboxDir: folder }).send({ ...message, id: '../up' }))
    const { reference } = await localSender({ outboxDir: folder }).send({ ...message, id: 'inject', to: 'a@example.org\r\nBcc: b@example.org', subject: 'x\r\nBcc: b@example.org' })
    assert.doesNotMatch(await readFile(path.join(folder, reference), 'utf8'), /^Bcc:/m)
  })
})

/** A mail server with just enough manners: says what it was told to, keeps what it was sent. */
async function aMailServer(answerToRecipient: string, host = '127.0.0.1'): Promise<{ url: string; mails: string[]; close: () => void }> {
  const mails: string[] = []
  const server = createServer((socket) => {
    let mail: string | undefined
    let rest = ''
    socket.write('220 mail.example.org ready\r\n')
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      rest += chunk.toString()
      const lines = rest.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (mail !== undefined && line === '.') { mails.push(mail); mail = undefined; socket.write('250 kept\r\n') }
        else if (mail !== undefined) mail += `${line}\n`
        else if (line.startsWith('EHLO')) socket.write('250 mail.example.org\r\n')
        else if (line.startsWith('RCPT')) socket.write(`${answerToRecipient}\r\n`)
        else if (line === 'DATA') { mail = ''; socket.write('354 go on\r\n') }
        else if (line === 'QUIT') socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  }).listen(0, host)
  await once(server, 'listening')
  return { url: `smtp://${host}:${(server.address() as AddressInfo).port}`, mails, close: () => { server.close() } }
}

describe('a mail server', () => {
  const from = 'Wendmere Council <hub@wendmere.example.org>'

  it('is given the message, under the same Message-ID each time', async () => {
    const server = await aMailServer('250 ok')
    const sender = openSender({ kind: 'smtp', url: server.url, from })
    const first = await sender.send(message)
    const second = await sender.send(message)
    server.close()
    assert.equal(first.reference, `<${message.id}@wendmere.example.org>`)
    assert.equal(second.reference, first.reference)
    assert.equal(server.mails.length, 2)
    for (const mail of server.mails) {
      assert.ok(mail.includes(`Message-ID: ${first.reference}`), mail)
      assert.match(mail, /^To: shno@example\.org$/m)
      assert.match(mail, /^Auto-Submitted: auto-generated$/m)
    }
  })

  it('that will not take an address ends the matter; one that is busy does not', async () => {
    for (const [answer, code] of [['550 no such person', 'refused'], ['451 busy', 'try-later']] as const) {
      const server = await aMailServer(answer)
      await assert.rejects(smtpSender({ url: server.url, from }).send(message), failedAs(code))
      server.close()
    }
  })

  it('on another machine is spoken to under TLS or not at all', async () => {
    // All of 127/8 is this machine, and only 127.0.0.1 is called so: this one stands for another, and offers no STARTTLS.
    const server = await aMailServer('250 ok', '127.0.0.2')
    await assert.rejects(smtpSender({ url: server.url, from }).send(message), failedAs('try-later'))
    server.close()
    assert.deepEqual(server.mails, [])
  })

  it('that is not there is worth another try, and none sends texts', async () => {
    await assert.rejects(smtpSender({ url: 'smtp://127.0.0.1:1', from }).send(message), failedAs('try-later'))
    await assert.rejects(smtpSender({ url: 'smtp://127.0.0.1:1', from }).send(text), failedAs('channel-not-set-up'))
  })
})

/** Notify as its documentation says that it answers. */
function aNotify(): NotifyPort & { sent: { id: string; reference: string; status: string; to: string; templateId: string; personalisation: object }[]; fail?: unknown } {
  const notify: ReturnType<typeof aNotify> = {
    sent: [],
    sendEmail: (templateId, to, { personalisation, reference }) => {
      if (notify.fail !== undefined) return Promise.reject(notify.fail)
      const id = `notify-${notify.sent.length + 1}`
      notify.sent.push({ id, reference, status: 'created', to, templateId, personalisation })
      return Promise.resolve({ data: { id, reference } })
    },
    sendSms: (...args) => notify.sendEmail(...args),
    getNotifications: (_type, _status, reference) => Promise.resolve({ data: { notifications: notify.sent.filter((one) => one.reference === reference), links: {} } }),
  }
  return notify
}

describe('GOV.UK Notify', () => {
  const settings = { apiKey: 'key-x', emailTemplateId: 'email-template', smsTemplateId: undefined }

  it('is given subject and body for the template, and our id as its reference', async () => {
    const notify = aNotify()
    const answer = await notifySender(settings, notify).send(message)
    assert.deepEqual(answer, { reference: 'notify-1' })
    assert.deepEqual(notify.sent, [{
      id: 'notify-1', reference: message.id, status: 'created', to: message.to, templateId: 'email-template', personalisation: { subject: message.subject, body: message.body },
    }])
  })

  it('is asked first, so that a message sent again goes out once', async () => {
    const notify = aNotify()
    const sender = notifySender(settings, notify)
    const first = await sender.send(message)
    assert.deepEqual(await sender.send(message), first)
    assert.equal(notify.sent.length, 1)
  })

  it('gets a message again that it lost for a passing reason', async () => {
    const notify = aNotify()
    const sender = notifySender(settings, notify)
    await sender.send(message)
    for (const one of notify.sent) one.status = 'temporary-failure'
    assert.deepEqual(await sender.send(message), { reference: 'notify-2' })
    assert.deepEqual(await sender.send(message), { reference: 'notify-2' })
  })

  it('tells what it refuses from what may work later, without the words or the key', async () => {
    const notify = aNotify()
    const answers: readonly [unknown, string][] = [
      [{ response: { status: 400, data: { errors: [{ error: 'ValidationError', message: 'email_address shno@example.org' }] } }, config: { headers: 'key-x' } }, 'refused'],
      [{ response: { status: 403, data: { errors: [{ error: 'AuthError', message: 'key-x' }] } } }, 'refused'],
      [{ response: { status: 429, data: { errors: [{ error: 'RateLimitError' }] } } }, 'try-later'],
      [{ response: { status: 503, data: 'down' } }, 'try-later'],
      [new Error('getaddrinfo ENOTFOUND shno@example.org'), 'try-later'],
    ]
    for (const [fail, code] of answers) {
      notify.fail = fail
      await assert.rejects(notifySender(settings, notify).send(message), failedAs(code))
    }
  })

  it('is followed nowhere else', async () => {
    const asked: string[] = []
    const elsewhere = createWebServer((request, response) => { asked.push(request.url ?? ''); response.end('{"notifications":[]}') }).listen(0, '127.0.0.1')
    await once(elsewhere, 'listening')
    const moved = createWebServer((_request, response) => { response.writeHead(307, { location: `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/` }).end() }).listen(0, '127.0.0.1')
    await once(moved, 'listening')
    const client = notifyClient(`key-${message.id}-${message.id}`, `http://127.0.0.1:${(moved.address() as AddressInfo).port}`)
    await assert.rejects(notifySender(settings, client).send(message), failedAs('try-later'))
    assert.deepEqual(asked, [])
    moved.close()
    elsewhere.close()
  })

  it('that takes a connection and never answers is given up, and asked again later', async () => {
    const silent = createWebServer(() => undefined).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const client = notifyClient(`key-${message.id}-${message.id}`, `http://127.0.0.1:${(silent.address() as AddressInfo).port}`, 20)
    await assert.rejects(notifySender(settings, client).send(message), failedAs('try-later'))
    silent.closeAllConnections()
    silent.close()
  })

  it('sends texts only with a template for them', async () => {
    const notify = aNotify()
    await assert.rejects(notifySender(settings, notify).send(text), failedAs('channel-not-set-up'))
    await notifySender({ ...settings, smsTemplateId: 'text-template' }, notify).send(text)
    assert.equal(notify.sent[0]?.templateId, 'text-template')
  })

  it('is reached by its own client', () => {
    assert.ok(openSender({ kind: 'notify', ...settings, apiKey: `name-${'a'.repeat(36)}-${'b'.repeat(36)}` }))
  })
})
