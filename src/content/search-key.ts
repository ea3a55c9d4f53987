/**
 * Brings the spelling of a notice code or form number to the form it is looked up by:
 * lower case, no spaces or punctuation, one spelling of "letter", none of "notice".
 *
 * `CP14`, `cp-14`, `CP 14` and `Notice CP14` give `cp14`; `Letter 1058`, `LTR1058`, `L-1058` and
 * `Carta 1058` give `ltr1058`; `LT11` stays `lt11`, which is a different code.
 *
 * @returns '' when the text has no letter or digit
 */
export function searchKey(text: string): string {
  const bare = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return bare
    .replace(/^(irs|notice|aviso)+(?=[a-z0-9])/, '')
    .replace(/^(letter|carta|ltr|l)(?=\d)/, 'ltr')
    .replace(/^(publication|publicacion|pub|p)(?=\d)/, 'publication')
    .replace(/^(form|formulario|f)(?=\d)/, 'form')
}
