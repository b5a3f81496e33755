// How a message leaves: through GOV.UK Notify, a mail server, or, on one's own machine, into a folder. Which one is chosen
// once from the settings; nobody else knows.

export interface Message {
  /** The outbox row's id: named to the carrier, so that the same message given twice can be told. */
  readonly id: string
  readonly channel: 'email' | 'text'
  readonly to: string
  readonly subject: string
  readonly body: string
}

export interface Sender {
  /** Hands the message over, or throws SendingFailed. `reference` is what the carrier calls it. */
  readonly send: (message: Message) => Promise<{ readonly reference: string }>
}

/** The carrier did not take it; the words are for the person who looks at the outbox, with no address in them. */
export class SendingFailed extends Error {
  override readonly name = 'SendingFailed'
}
