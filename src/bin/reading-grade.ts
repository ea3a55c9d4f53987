/* Says how hard the pages of the seed are to read, the hardest first, and ends with 1 when one is too hard:
 *
 *   npm run reading-grade
 */
import { highestGrade, readingsOf } from '../../seed/reading-grade.ts'
import { readRoadmap } from '../../seed/roadmap.ts'

const readings = readingsOf(readRoadmap())
for (const { grade, locale, page, sentences, words } of readings)
  console.log(
    `${grade.toFixed(1).padStart(5)}  ${locale}  ${page} (${words} words, ${sentences} sentences)`,
  )
for (const locale of ['en', 'es'] as const) {
  const grades = readings.filter((one) => one.locale === locale).map(({ grade }) => grade)
  const mean = grades.reduce((sum, grade) => sum + grade, 0) / grades.length
  console.log(
    `${locale}: ${grades.length} pages, grade ${mean.toFixed(1)} on average, ${Math.max(...grades).toFixed(1)} at most`,
  )
}
if (readings[0]!.grade > highestGrade) {
  console.error(`A page may need grade ${highestGrade} at most.`)
  process.exit(1)
}
