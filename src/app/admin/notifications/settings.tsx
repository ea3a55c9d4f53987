'use client'
import { useConfig, useStepNav, useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useState, type FormEvent } from 'react'
import type { SettingsAnswer } from '../../../http/notification-endpoints.ts'
import { choices, type Choice, type Kind } from '../../../notifications/kinds.ts'
import { notificationWordsFor } from '../../../notifications/words.ts'
import { notificationRequests } from './requests.ts'
import { screenWordsFor } from './words.ts'

/** Where somebody chooses what they are told of, and how. */
export function NotificationSettings() {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const words = screenWordsFor(i18n.language)
  const said = notificationWordsFor(i18n.language)
  const { admin, api } = config.routes
  const requests = useMemo(() => notificationRequests(api, i18n.language), [api, i18n.language])
  const [settings, setSettings] = useState<SettingsAnswer | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [told, setTold] = useState('')
  const { setStepNav } = useStepNav()
  useEffect(
    () =>
      setStepNav([
        { label: words.notifications, url: `${admin}/notifications` },
        { label: words.settings },
      ]),
    [admin, setStepNav, words],
  )
  useEffect(() => {
    void requests.settings().then((answer) => {
      setSettings(answer)
      setFailed(answer === null)
    })
  }, [requests])

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTold('')
    const chosen = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    void requests
      .changeSettings({ choices: chosen })
      .then((answer) => setTold(answer ? words.saved : words.notSaved))
  }
  return (
    <main className="notifications">
      <h1>{words.settings}</h1>
      {hasFailed ? <p role="alert">{words.failed}</p> : null}
      {!settings && !hasFailed ? <p>{words.loading}</p> : null}
      {settings ? (
        <form onSubmit={save}>
          <p>{words.own}</p>
          <p>{words.mailsGoTo(settings.mailsGoTo)}</p>
          <p>{words.digestAt(settings.digestHour)}</p>
          {settings.mailsAreSent ? null : <p className="notifications__note">{words.noServer}</p>}
          <div className="notifications__choices">
            {settings.choices.map(({ choice, kind, usually }) => (
              <div key={kind}>
                <label htmlFor={`told-of-${kind}`}>{said.kinds[kind as Kind]}</label>
                <select defaultValue={choice} id={`told-of-${kind}`} name={kind}>
                  {choices.map((one) => (
                    <option key={one} value={one}>
                      {one === usually
                        ? words.usual(said.choices[one])
                        : said.choices[one as Choice]}
                    </option>
                  ))}
                </select>
              </div>
            ))}
          </div>
          <button type="submit">{words.save}</button>
          <p className="notifications__told" role="status">
            {told}
          </p>
        </form>
      ) : null}
    </main>
  )
}
