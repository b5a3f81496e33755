// Who gets a draft or proposed changes, by which channel, and from which day their time runs. Each parent has an own right and an own copy.

import type { Addressee } from './letters.ts'
import { goesByPost } from './letters.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { NoticeChannel } from '../../domain/case-file/facts.ts'
import type { DraftWindow } from '../../domain/timeline/draft-window.ts'
import { bindingWindow, draftWindow } from '../../domain/timeline/draft-window.ts'
import type { ServiceChannel } from '../../domain/timeline/served-on.ts'
import { servedOn } from '../../domain/timeline/served-on.ts'

export interface Service {
  readonly to: Addressee
  readonly channel: Exclude<ServiceChannel, 'by-hand'>
  readonly servedOn: PlainDate
  /** This person's own fifteen days. */
  readonly window: DraftWindow
}

export interface Unreached {
  readonly to: Addressee
  readonly why: 'no-safe-way' | 'no-address'
}

export interface ServicePlan {
  readonly services: readonly Service[]
  /** Nothing may be sent to them from here: it is said, and a person sees to it. */
  readonly unreached: readonly Unreached[]
  /** The latest of the windows: until then nobody's time has run out. Undefined when nobody can be reached. */
  readonly binding?: DraftWindow
}

/** `windowFrom`: the window that begins with a day of service; a draft's where it is left out. Both are fifteen days. */
export function servicePlan(family: readonly Addressee[], today: PlainDate, windowFrom: (servedOn: PlainDate) => DraftWindow = draftWindow): ServicePlan {
  const services: Service[] = []
  const unreached: Unreached[] = []
  for (const to of family.filter(({ copyOf }) => copyOf === undefined)) {
    const channel = channelFor(to)
    if (channel === 'no-safe-way' || channel === 'no-address') unreached.push({ to, why: channel })
    else {
      const day = servedOn({ channel, sentOn: today })
      services.push({ to, channel, servedOn: day, window: windowFrom(day) })
    }
  }
  const binding = bindingWindow(services.map(({ window }) => window))
  return { services, unreached, ...(binding === undefined ? {} : { binding }) }
}

/** The channel by which `sendLetter` will send, or why it may not. */
export function channelFor(to: Addressee): Service['channel'] | Unreached['why'] {
  if (to.safeContact === 'none') return 'no-safe-way'
  if (goesByPost(to)) return to.postal === undefined ? 'no-address' : 'post'
  return to.email !== undefined && ['any', 'email'].includes(to.safeContact) ? 'email' : 'online'
}

/** What this person's letter says: their time begins when they were served, and lasts until the last of the family's time ends. */
export const windowFor = (service: Service, binding: DraftWindow): DraftWindow => ({ ...binding, firstDay: service.window.firstDay })

export const factChannel: Record<Service['channel'], NoticeChannel> = { online: 'hub', email: 'email', post: 'letter' }
