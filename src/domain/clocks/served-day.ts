// CONV-SERVICE for events that say when and how something was sent.

import { servedOn, type ServiceChannel } from '../timeline/served-on.ts'
import type { PlainDate } from '../calendar/plain-date.ts'

/** The day on which what was sent counts as served. */
export const servedDay = ({ on, channel }: { readonly on: PlainDate; readonly channel: ServiceChannel }): PlainDate =>
  servedOn({ channel, sentOn: on })
