/** Sittings on one page of the access officer's list of a case. */
export const sittingsPerPage = 50
