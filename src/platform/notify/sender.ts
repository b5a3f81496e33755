// Sending e-mails and texts. Whoever sends gives each message an id of its own and may send it again under that id: after a
// crash nobody knows whether the first time worked, and a family must not be told twice.

export interface Message {
  /** Stays the same when the message is sent again. Letters, digits and hyphens. */
  readonly id: string
  /** An e-mail address, or a telephone number. */
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly channel: 'email' | 'text'
}

export interface Sender {
  /** Whether texts can leave this way at all. */
  readonly sendsTexts: boolean
  /** Gives the name under which the carrier knows the message. Throws SendingFailed, and whatever the network throws. */
  readonly send: (message: Message) => Promise<{ readonly reference: string }>
}

export type SendingFailedCode =
  /** No way of sending texts is set up. */
  | 'channel-not-set-up'
  /** The carrier says that this will not work, now or later: a wrong address, a wrong key or template. */
  | 'refused'
  /** Busy or out of order: worth another try. */
  | 'try-later'

/** The carrier did not take it. For whoever looks after the outbox: no address, name or words of a message are in it. */
export class SendingFailed extends Error {
  readonly code: SendingFailedCode
  override readonly name = 'SendingFailed'

  constructor(why: string, code: SendingFailedCode = 'try-later') {
    super(why)
    this.code = code
  }
}
