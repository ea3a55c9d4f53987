import { distance } from 'fastest-levenshtein'
import { searchKey } from '../../content/search-key.ts'

/** Most names that are offered. */
const mostOffered = 4

/** Most letters and digits in which a name may differ to come near. */
const furthest = 2

/** Signs with which a name has to begin like what was typed, where none comes near otherwise. */
const likeBeginning = 3

/**
 * The names that come nearest to what was typed, the nearest first: those that are off by two signs at most, or
 * where there are none, those of about its length that begin like it.
 */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const key = searchKey(typed.slice(0, 40))
  const known = names.map((name) => ({ name, off: distance(key, searchKey(name)) }))
  const near = known.filter(({ off }) => off <= furthest)
  const alike = known.filter(({ name }) => beginsLike(key, searchKey(name)))
  return (near.length > 0 ? near : alike)
    .sort((one, other) => one.off - other.off || one.name.localeCompare(other.name))
    .slice(0, mostOffered)
    .map(({ name }) => name)
}

function beginsLike(typed: string, name: string): boolean {
  const isAsLong = Math.abs(typed.length - name.length) <= furthest
  return isAsLong && typed.length >= likeBeginning && name.startsWith(typed.slice(0, likeBeginning))
}

/** Share of the letters of an address in which another may differ to come near. */
const nearEnough = 0.34

/** The pages whose addresses end most like one that leads nowhere, the nearest first. */
export function nearestPages<Page extends { path: string }>(
  pathname: string,
  pages: readonly Page[],
): Page[] {
  const wanted = lastPart(pathname)
  if (wanted.length < 3) return []
  return pages
    .map((page) => {
      const last = lastPart(page.path)
      const holds = last.includes(wanted) || wanted.includes(last)
      return { page, off: holds ? 0.1 : distance(wanted, last) / Math.max(wanted.length, 1) }
    })
    .filter(({ off }) => off <= nearEnough)
    .sort((one, other) => one.off - other.off || one.page.path.localeCompare(other.page.path))
    .slice(0, mostOffered)
    .map(({ page }) => page)
}

/** The last part of an address in small letters, as it is written, without the ending of a file. */
function lastPart(pathname: string): string {
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  return last
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .slice(0, 80)
}
