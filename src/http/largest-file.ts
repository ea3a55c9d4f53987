/** The largest file that is taken, in bytes, over every door. */
export const largestFile = 20 * 1024 * 1024
