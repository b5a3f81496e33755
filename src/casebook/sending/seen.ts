// The predicate of the recall window: a row that one of the staff's acts made visible is not seen before it leaves, nor after it was
// taken back (casebook/sending/hold.ts says which rows).

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { Instant } from '../../domain/calendar/plain-date.ts'

/** True for rows (their area and id under these names) that are not held at this moment. */
export const notHeld = (now: Instant, area: string, thing: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`not exists (select 1 from sent_thing seen join sending held on held.local_area_id = seen.local_area_id and held.id = seen.sending_id
    where seen.local_area_id = ${sql.ref(area)} and seen.thing_id = ${sql.ref(thing)} and (held.taken_back_at is not null or held.held_until > ${now}))`
