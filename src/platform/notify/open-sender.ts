import { localSender } from './local-sender.ts'
import { notifySender } from './notify-sender.ts'
import { smtpSender } from './smtp-sender.ts'
import type { Sender } from './sender.ts'

/** How mail leaves, as the settings say. */
export type MailSettings =
  | { readonly kind: 'local'; readonly outboxDir: string }
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  | { readonly kind: 'notify'; readonly apiKey: string; readonly emailTemplateId: string; readonly smsTemplateId: string | undefined; readonly server?: string | undefined }

export function openSender(settings: MailSettings): Sender {
  switch (settings.kind) {
    case 'local': return localSender(settings)
    case 'smtp': return smtpSender(settings)
    case 'notify': return notifySender(settings)
  }
}
