import type { Feature } from '../../casebook/feature.ts'
import { sendListsOfTerm } from './lists-sent/send-lists.ts'
import { routes } from './routes.ts'

export const reviewLists: Feature = { name: 'review-lists', routes, jobs: [sendListsOfTerm] }
