/** Most characters of a comment. */
export const longestText = 5_000

/** Most characters of a passage that a comment is pinned to. */
export const longestPassage = 1_000

/** Most threads of one document, resolved ones among them. */
export const mostThreads = 500

/** Most replies in one thread, removed ones among them. */
export const mostReplies = 100

/** How many times one thread is reopened at most. */
export const mostReopened = 100

/** Most people that one comment mentions. */
export const mostMentions = 20

/** Most threads in one answer. */
export const mostThreadsListed = 100

/** Most documents whose open threads are counted in one answer. */
export const mostCounted = 100

/** Most people offered to be mentioned. */
export const mostPeopleListed = 20

/** Most comments that go with one return of one document, and most characters of all of them. */
export const mostWithReturn = 50
export const longestWithReturn = 50_000
