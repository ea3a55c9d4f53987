/** Most hours for which drafts are shown: thirty days. */
export const longestPreview = 720

/** Most documents in one preview. */
export const mostPreviewed = 50

/** Most previews of one person that have not ended. */
export const mostActive = 200

/** Most previews in one list. */
export const mostListed = 200
