'use client'
import { Button, useConfig, useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'
import { merge, type Choice, type Conflict } from '../../../merge/merge.ts'
import type { Meanwhile } from '../../../saves/meanwhile.ts'
import { Dialog } from '../workflow/dialog.tsx'
import { momentIn } from '../workflow/moments.ts'
import { ChooseOne } from './choose-one.tsx'
import { fieldAt } from './fields-of.ts'
import { OnlyOne } from './only-one.tsx'
import { titleAt } from './title-at.ts'
import { useTwoTexts, type TwoTexts } from './two-texts.ts'
import { useTitles } from './use-titles.ts'
import { savesWords } from './words.ts'
import '../workflow/workflow.css'
import './saves.css'

/**
 * Shows what two people have made of a document, field by field. What only one of them changed stays as it is; for
 * the rest, whoever is here chooses. Closing it leaves the form as it was.
 */
export function BothSaved({
  meanwhile,
  onClose,
  onMerged,
}: {
  meanwhile: Meanwhile
  onClose: () => void
  /** The form holds both now, on the newest version. */
  onMerged: () => void
}) {
  const { i18n } = useTranslation()
  const words = savesWords(i18n.language)
  const { read, write } = useTwoTexts()
  const [texts, setTexts] = useState<TwoTexts | 'failed' | null>(null)
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const names = namesOf(meanwhile, words)
  const when = momentIn(i18n.language, meanwhile.savedAt)

  const load = () => {
    setTexts(null)
    void read(meanwhile).then(setTexts, () => setTexts('failed'))
  }
  // What is compared is what was in the form when it was refused; nobody can type behind a dialog.
  useEffect(load, [])

  const isLoaded = texts !== null && texts !== 'failed'
  const merged = useMemo(() => (isLoaded ? merge(texts.sides, choices) : null), [texts, choices])
  const open = merged?.conflicts.filter(({ path }) => !choices.has(path)) ?? []

  const save = async () => {
    setTried(true)
    if (!isLoaded || !merged || isBusy || open.length > 0) return
    setBusy(true)
    try {
      const { newest } = texts
      await write(merged.values, { newest, versionId: meanwhile.versionId })
    } catch {
      setBusy(false)
      setTexts('failed')
      return
    }
    onMerged()
  }

  return (
    <Dialog
      footer={
        <>
          <Button disabled={!merged || isBusy} margin={false} type="submit">
            {isBusy ? words.saving : words.save}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {words.backToForm}
          </Button>
        </>
      }
      isWide
      onClose={onClose}
      onSubmit={() => void save()}
      title={words.title(names)}
    >
      <p>{words.explained(names, when)}</p>
      <div role="status">
        {texts === null && <p>{words.loading}</p>}
        {texts === 'failed' && (
          <div className="workflow-note workflow-note--error">
            <p>{words.failed}</p>
            <button className="workflow-small-button" onClick={load} type="button">
              {words.tryAgain}
            </button>
          </div>
        )}
      </div>
      {isLoaded && merged && (
        <Compared
          choices={choices}
          isTried={isTried}
          meanwhile={meanwhile}
          merged={merged}
          names={names}
          setChoices={setChoices}
          texts={texts}
        />
      )}
    </Dialog>
  )
}

function Compared({
  choices,
  isTried,
  meanwhile,
  merged: { conflicts, kept, taken },
  names,
  setChoices,
  texts: { sides },
}: {
  choices: ReadonlyMap<string, Choice>
  isTried: boolean
  meanwhile: Meanwhile
  merged: ReturnType<typeof merge>
  names: string
  setChoices: (choices: ReadonlyMap<string, Choice>) => void
  texts: TwoTexts
}) {
  const { i18n } = useTranslation()
  const { collectionSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { code: locale } = useLocale()
  const words = savesWords(i18n.language)
  const { fields } = getEntityConfig({ collectionSlug: collectionSlug! })
  const counted = [sides.mine, sides.theirs, sides.base]
  const find = (path: string) => fieldAt(path, fields, counted)
  const shown = conflicts.flatMap((conflict) => {
    const found = find(conflict.path)
    return found ? [{ conflict, found }] : []
  })
  const titles = useTitles(
    shown.flatMap(({ conflict, found }) =>
      [conflict.base, conflict.mine, conflict.theirs].map((value) => ({
        value,
        field: found.field,
        isRow: found.isRow,
      })),
    ),
  )
  const chooseAll = (side: Choice) =>
    setChoices(new Map(conflicts.map(({ path }) => [path, side] as const)))
  const titlesOf = (paths: readonly string[]) => [
    ...new Set(
      paths.flatMap((path) => {
        const found = find(path)
        return found ? [titleAt(found, i18n, words)] : []
      }),
    ),
  ]
  const elsewhere = (meanwhile.changes ?? []).filter(
    ({ change }) => change.locale !== null && change.locale !== locale,
  ).length
  const choose = (conflict: Conflict, side: Choice) =>
    setChoices(new Map([...choices, [conflict.path, side]]))
  return (
    <>
      {shown.length === 0 ? (
        <p className="workflow-note">{words.noneBoth}</p>
      ) : (
        <section className="saves-part">
          <h3>{words.both}</h3>
          <p>{words.bothExplained}</p>
          {shown.length > 1 && (
            <div className="saves-all">
              {(['mine', 'theirs'] as const).map((side) => (
                <button
                  className="workflow-small-button"
                  key={side}
                  onClick={() => chooseAll(side)}
                  type="button"
                >
                  {side === 'mine' ? words.allMine : words.allTheirs}
                </button>
              ))}
            </div>
          )}
          {shown.map(({ conflict, found }) => (
            <ChooseOne
              choice={choices.get(conflict.path)}
              conflict={conflict}
              found={found}
              isTried={isTried}
              key={conflict.path}
              names={names}
              onChoose={(side) => choose(conflict, side)}
              title={titleAt(found, i18n, words)}
              titles={titles}
              words={words}
            />
          ))}
        </section>
      )}
      <OnlyOne title={words.onlyThey(names)} what={titlesOf(taken)}>
        {elsewhere > 0 && <p>{words.otherLanguages(elsewhere)}</p>}
      </OnlyOne>
      <OnlyOne title={words.onlyYou} what={titlesOf(kept)} />
    </>
  )
}

function namesOf({ saves, savedBy }: Meanwhile, words: ReturnType<typeof savesWords>): string {
  const known = [savedBy, ...saves.map((save) => save.savedBy)].filter((one) => one !== null)
  const names = [...new Map(known.map(({ id, name }) => [id, name])).values()]
  const last = names.at(-1) ?? words.somebody
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${words.and} ${last}`
}
