/** Nothing in place of Payload's menu item that unpublishes: only withdrawing says why, and where to go. */
export function NoUnpublishButton() {
  return null
}
