'use client'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import { mapEditorWordsFor } from '../map/words.ts'
import { deskWordsFor } from './words.ts'

/** In the navigation: the way to the desk, the calendar and the map. */
export function NavLinks() {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { admin } = config.routes
  const words = deskWordsFor(i18n.language)
  return (
    <>
      <Link className="nav__link" href={admin}>
        <span className="nav__link-label">{words.desk}</span>
      </Link>
      <Link className="nav__link" href={`${admin}/calendar`}>
        <span className="nav__link-label">{words.calendar}</span>
      </Link>
      <Link className="nav__link" href={`${admin}/map`}>
        <span className="nav__link-label">{mapEditorWordsFor(i18n.language).title}</span>
      </Link>
    </>
  )
}
