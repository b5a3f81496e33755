// Every feature of the product. Each is a folder that can be deleted with its line here.

import type { Feature } from '../casebook/feature.ts'
import { decisions } from './decisions/index.ts'
import { drafting } from './drafting/index.ts'
import { messages } from './messages/index.ts'
import { signIn } from './sign-in/index.ts'

export const features: readonly Feature[] = [signIn, messages, decisions, drafting]
