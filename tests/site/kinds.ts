/** A page of one kind, in one language. */
export interface KindOfPage {
  kind: string
  path: string
  /** @default 200 */
  status?: number
}

/** A page of every kind, in both languages, of the site at an origin. */
export async function everyKind(origin: string): Promise<KindOfPage[]> {
  const step = await stepOf(origin, 'balance-paid')
  return [
    ...pagesBelow('', { step, word: 'levy' }),
    ...pagesBelow('/es', { step, word: 'embargo' }),
  ]
}

function pagesBelow(prefix: string, { step, word }: { step: string; word: string }): KindOfPage[] {
  return [
    { kind: 'home', path: prefix || '/' },
    { kind: 'a station', path: `${prefix}/stations/balance-paid` },
    { kind: 'a notice', path: `${prefix}/notices/cp14` },
    { kind: 'a step', path: `${prefix}/steps/${step}` },
    { kind: 'a form', path: `${prefix}/forms/form433a` },
    { kind: 'an organization', path: `${prefix}/help/taxpayer-advocate-service` },
    { kind: 'a search', path: `${prefix}/search?q=${word}` },
    { kind: 'a search that finds nothing', path: `${prefix}/search?q=zzqxv` },
    { kind: 'the map', path: `${prefix}/map` },
    { kind: 'the map at a station', path: `${prefix}/map?at=balance-paid` },
    { kind: 'a list', path: `${prefix}/notices` },
    { kind: 'a page that is not there', path: `${prefix}/nothing/here`, status: 404 },
  ]
}

/** The first step of a station. */
async function stepOf(origin: string, slug: string): Promise<string> {
  const address = `${origin}/api/stations?depth=0&where[slug][equals]=${slug}`
  const { docs } = (await (await fetch(address)).json()) as { docs: { steps: string[] }[] }
  return docs[0]!.steps[0]!
}
