import { words } from '../../src/locales.ts'

/** How sure the team can be of a fact, the surest first. */
export const certainties = [
  { value: 'page', label: words('The cited page was read', 'Se leyó la página citada') },
  { value: 'stated', label: words('Stated by the cited source', 'Lo dice la fuente citada') },
  {
    value: 'statedByThirdParty',
    label: words('Stated by a third party', 'Lo dice un tercero'),
  },
  {
    value: 'thirdPartyRecord',
    label: words('Only a third party’s record was read', 'Solo se leyó el registro de un tercero'),
  },
  {
    value: 'citedInSource',
    label: words('Number cited in a source', 'Número citado en una fuente'),
  },
  { value: 'listed', label: words('Listed in a source', 'Aparece en una fuente') },
  { value: 'implied', label: words('Implied by a source', 'Lo da a entender una fuente') },
  { value: 'inferred', label: words('Inferred by us', 'Deducido por nosotros') },
  {
    value: 'generalKnowledge',
    label: words('General knowledge, unchecked', 'Conocimiento general, sin verificar'),
  },
  { value: 'unverified', label: words('Unverified', 'Sin verificar') },
]

/** How the panel calls one of them; what is none of them stands for itself. */
export function certaintyLabel(value: string, language: 'en' | 'es'): string {
  return certainties.find((one) => one.value === value)?.label[language] ?? value
}

/** Those for which no source says so: somebody has to find one. */
export const withoutSource: readonly string[] = ['inferred', 'generalKnowledge', 'unverified']
