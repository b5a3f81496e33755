import type { Route } from '../../casebook/ask.ts'

export const routes = [
] satisfies Route[]
