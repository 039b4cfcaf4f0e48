/** The most pages that the questionnaire of one guide may have; each answer and each failed fix is one. */
export const MAX_PAGES = 1500
