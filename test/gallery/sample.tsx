// Invented people and places for the sample pages.
import type { Help } from '../../src/ui/help-block.tsx'
import type { Site } from '../../src/ui/layout.tsx'

export const site = (assets: Site['assets']): Site => ({
  organisation: { name: 'Northmere Council', url: '/' },
  service: { name: 'Golden Thread', url: '/' },
  assets,
  footer: { accessibility: '/accessibility', privacy: '/privacy', cookies: '/cookies' },
  demoNotice: 'This is a demonstration. Nobody in it is real.',
})

export const help: Help = {
  officer: { name: 'Priya Shah', role: 'your SEND officer', phone: '01632 960 111', email: 'priya.shah@example.org' },
  team: { name: 'Northmere SEND team', phone: '01632 960 100', hours: 'Monday to Friday, 9am to 5pm' },
  supportService: { name: 'Northmere SENDIASS', phone: '01632 960 222', url: 'https://example.org/sendiass' },
}

export const tokens = { csrf: 'token', once: 'once' }

export const seen = ['you', 'Priya Shah, your SEND officer', 'the people who write your child’s plan']
