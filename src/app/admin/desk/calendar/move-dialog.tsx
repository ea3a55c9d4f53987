'use client'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'
import type { SectionPage } from '../../../../desk/answer.ts'
import type { DeskRow } from '../../../../desk/row.ts'
import { answerOf } from '../../review/use-review.ts'
import { Dialog } from '../../workflow/dialog.tsx'
import { chosenAt, InstantField, type Chosen } from '../../workflow/instant-field.tsx'
import { exactMomentIn } from '../../workflow/moments.ts'
import { Refusal } from '../../workflow/refusal.tsx'
import { workflowRequests, type Answer } from '../../workflow/requests.ts'
import { wordsFor } from '../../workflow/words.ts'
import type { DeskWords } from '../words.ts'

/** Asks when exactly a document becomes public instead, with everything that was scheduled together with it. */
export function MoveDialog({
  onClose,
  onDone,
  row,
  to,
  words,
  zone,
}: {
  onClose: () => void
  onDone: (sentence: string) => void
  row: DeskRow
  /** What a wall clock is to show at first, such as `2027-03-01T09:00`. */
  to: string
  words: DeskWords
  zone: string
}) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { language } = i18n
  const { api } = config.routes
  const panelWords = wordsFor(language)
  const requests = useMemo(() => workflowRequests(api, language), [api, language])
  const together = useTogether(row, api, language)
  const [chosen, setChosen] = useState<Chosen>(() => chosenAt(to, { words: panelWords, zone }))
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Answer<unknown> | null>(null)
  const others = together?.filter(({ id }) => id !== row.id) ?? []
  const submit = async () => {
    setTried(true)
    if (!('instant' in chosen) || isBusy || !together) return
    setBusy(true)
    const answer = await requests.reschedule({
      documents: together.map(({ collection, contentHash, id }) => ({
        collection,
        id,
        contentHash,
      })),
      publishAt: chosen.instant,
    })
    setBusy(false)
    if ('ok' in answer) onDone(words.moved(row.title, exactMomentIn(language, chosen.instant)))
    else setRefusal(answer)
  }
  return (
    <Dialog
      footer={
        <>
          <Button disabled={isBusy || !together} margin={false} type="submit">
            {isBusy ? words.working : words.moveDo}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {words.cancel}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => void submit()}
      title={words.moveTitle(row.title)}
    >
      <p>{words.moveNow(exactMomentIn(language, row.publishAt!))}</p>
      {others.length > 0 && <p>{words.moveWith(others.map(({ title }) => title).join(', '))}</p>}
      <p>{words.moveExplained}</p>
      <InstantField
        initial={to}
        language={language}
        onChange={setChosen}
        problem={(isTried || to !== '') && 'problem' in chosen ? chosen.problem : undefined}
        words={panelWords}
      />
      <Refusal answer={refusal} collection={row.collection} words={panelWords} />
    </Dialog>
  )
}

/** The documents that were scheduled together with one, itself among them; null while they are looked up. */
function useTogether(row: DeskRow, api: string, language: string): DeskRow[] | null {
  const [together, setTogether] = useState<DeskRow[] | null>(row.scheduledWith ? null : [row])
  useEffect(() => {
    if (!row.scheduledWith) return
    const query = new URLSearchParams({
      section: 'scheduled',
      limit: '200',
      from: row.publishAt!,
      to: new Date(new Date(row.publishAt!).getTime() + 1).toISOString(),
    })
    void answerOf<SectionPage>(`${api}/desk?${query}`, language).then((answer) =>
      // Where it cannot be looked up, the platform refuses to move one without the others.
      setTogether(
        answer?.rows.filter(({ scheduledWith }) => scheduledWith === row.scheduledWith) ?? [row],
      ),
    )
  }, [api, language, row])
  return together
}
