/** Nothing about contributors between two texts: they are no part of what is approved. */
export function ContributorsDiff() {
  return null
}
