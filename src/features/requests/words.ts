// How channels and requesters are called in a sentence.

import type { Channel, Requester } from '../../domain/case-file/facts.ts'

export const channelWords: Record<Channel, string> = {
  hub: 'online', email: 'by email', phone: 'by phone', letter: 'by letter', 'in-person': 'in person', interpreter: 'through an interpreter',
}

export const requesterWords: Record<Requester, string> = {
  parent: 'a parent or carer', 'young-person': 'a young person', school: 'a school', 'post-16': 'a college', 'early-years': 'an early years setting',
  health: 'a health professional', 'social-care': 'a social worker or early help worker', other: 'somebody else',
}
