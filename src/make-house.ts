// From the settings to the tools: the one place that chooses what carries mail, keeps files and tells the time.

import type { House } from './casebook/house.ts'
import { reactsTo } from './casebook/feature.ts'
import type { Config, MailConfig } from './config.ts'
import { features } from './features/index.ts'
import { newId } from './platform/clock/new-id.ts'
import { systemClock } from './platform/clock/system-clock.ts'
import { openDatabase } from './platform/db/database.ts'
import { folderStore } from './platform/files/folder-store.ts'
import { localSender } from './platform/notify/local-sender.ts'
import { notifySender } from './platform/notify/notify-sender.ts'
import type { Sender } from './platform/notify/sender.ts'
import { smtpSender } from './platform/notify/smtp-sender.ts'

/** Nothing is connected until it is used. Close with `house.database.destroy()`. */
export function makeHouse(config: Config): House {
  return {
    database: openDatabase(config.databaseUrl),
    clock: systemClock,
    newId,
    files: folderStore(config.filesDir),
    sender: senderFor(config.mail),
    reactsTo: reactsTo(features),
    baseUrl: config.baseUrl,
    isDemo: config.signIn === 'demo',
  }
}

function senderFor(mail: MailConfig): Sender {
  switch (mail.kind) {
    case 'local': return localSender({ outboxDir: mail.outboxDir, from: 'Golden Thread <hub@example.org>' })
    case 'smtp': return smtpSender(mail)
    case 'notify': return notifySender(mail)
  }
}
