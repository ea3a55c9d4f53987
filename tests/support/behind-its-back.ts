import { expect } from 'vitest'
import type { TestApp } from './app.ts'

/**
 * Gives a station another title, past the operations that everything else goes through.
 *
 * @default slug “Balance Paid”
 */
export async function changeBehindItsBack(
  { payload }: TestApp,
  slug = 'balance-paid',
): Promise<void> {
  const { db } = payload
  const named = { slug: { equals: slug } }
  const { docs } = await db.find<{ id: string }>({ collection: 'stations', where: named })
  const data = { title: { en: 'Behind Its Back', es: 'A sus espaldas' } }
  const id = docs[0]!.id
  expect(await db.updateOne({ collection: 'stations', data, id })).toMatchObject(data)
}
