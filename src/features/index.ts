// Every feature of the product. Each is a folder that can be deleted with its line here.

import type { Feature } from '../casebook/feature.ts'

export const features: readonly Feature[] = []
