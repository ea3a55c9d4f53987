'use client'
import { Link, toast, useConfig, useStepNav, useTranslation } from '@payloadcms/ui'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { inLocale } from '../../../delivery/roadmap/graph.ts'
import { KeysDialog } from '../keys/keys-dialog.tsx'
import { SelectedDialog } from '../workflow/selected-dialog.tsx'
import { MapCanvas, type MapFlow } from './canvas.tsx'
import type { Way } from './drawn.ts'
import type { DraftToSave } from './drafts-to-save.ts'
import { findingsOn } from './findings.ts'
import { LeaveDialog, SaveDialog } from './map-dialogs.tsx'
import { NotSaved } from './not-saved.tsx'
import { Gathered, Legend, Missing, reviewOf, Unsaved } from './overview.tsx'
import { ProposalBar } from './proposal-bar.tsx'
import { mapRequests } from './requests.ts'
import type { SaveResult } from './save-drafts.ts'
import { namesOf, sayStopChanges } from './say-change.ts'
import { StationChoice } from './station-choice.tsx'
import { StopDetails, StopsDetails } from './stop-details.tsx'
import { canConnect } from './stops.ts'
import { Toolbar } from './toolbar.tsx'
import { useLeaving } from './use-leaving.ts'
import { useMap, type MapActs, type OpenMap } from './use-map.ts'
import { useMapKeys } from './use-map-keys.ts'
import { useProposal } from './use-proposal.ts'
import { useSelection } from './use-selection.ts'
import { languageFor, mapEditorWordsFor, type MapEditorWords } from './words.ts'

/** The map of the newest drafts, with everything one can change about it. */
export function MapEditor({ station }: { station: string | undefined }) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const words = mapEditorWordsFor(i18n.language)
  const requests = useMemo(
    () => mapRequests(config.routes.api, i18n.language),
    [config.routes.api, i18n.language],
  )
  const { acts, hasFailed, load, map } = useMap(requests)
  const { setStepNav } = useStepNav()
  useEffect(() => setStepNav([{ label: words.title }]), [setStepNav, words.title])
  return (
    <main className="map-editor">
      <h1>{words.title}</h1>
      {hasFailed && !map ? (
        <div role="alert">
          <p>{words.failed}</p>
          <button className="map-button" onClick={load} type="button">
            {words.tryAgain}
          </button>
        </div>
      ) : null}
      {!map && !hasFailed ? <p role="status">{words.loading}</p> : null}
      {map ? (
        <Editor acts={acts} map={map} requests={requests} station={station} words={words} />
      ) : null}
    </main>
  )
}

function Editor({
  acts,
  map,
  requests,
  station,
  words,
}: {
  acts: MapActs
  map: OpenMap
  requests: ReturnType<typeof mapRequests>
  station: string | undefined
  words: MapEditorWords
}) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const language = languageFor(i18n.language)
  const { phases, stops } = map
  const [flow, setFlow] = useState<MapFlow | null>(null)
  const [opened, setOpened] = useState<'save' | 'keys' | 'send' | null>(null)
  const [results, setResults] = useState<readonly SaveResult[]>([])
  const [told, setTold] = useState('')
  const [sent, setSent] = useState<readonly string[]>([])
  const side = useRef<HTMLDivElement>(null)
  const connectField = useRef<HTMLInputElement>(null)
  const proposal = useProposal(map, { acts, requests })
  const selection = useSelection({ flow, map, side, station })
  const { selected, show, way } = selection
  const leaving = useLeaving(map.unsaved.length > 0)

  const names = useMemo(
    () => namesOf({ language, phases, stations: stops.values(), words }),
    [language, phases, stops, words],
  )
  const choices = useMemo(
    () =>
      [...stops.values()].map(({ id, phase, slug, title }) => ({
        id,
        name: inLocale(title, language) || slug || id,
        line: names.line(phase),
      })),
    [language, names, stops],
  )
  // Looking for what is missing takes long on a large map, and must not hold up a stop that is dragged.
  const looked = useDeferredValue(map)
  const findings = useMemo(
    () =>
      findingsOn({
        language,
        phases: looked.phases,
        placeOf: looked.placeOf,
        sayOverlap: (one, other) => words.overlap(names.station(one), names.station(other)),
        stops: looked.stops,
      }),
    [language, looked, names, words],
  )
  const say = ({ changes }: DraftToSave) => sayStopChanges(changes, { names, words })
  const connect = (made: Way) => {
    if (!canConnect(stops, made)) {
      toast.error(words.cannotConnect(names.station(made.from), names.station(made.to)))
      return
    }
    acts.edit({ kind: 'connect', ...made })
    selection.selectWay(made)
  }
  const save = async (onProgress: (done: number) => void) => {
    const done = await acts.save(onProgress)
    setResults(done)
    setSent([])
    setTold(words.saved(done.filter(({ as }) => as === 'saved').length))
    setOpened(null)
  }
  const putOnNewest = async () => {
    const gone = await acts.putOnNewest()
    if (gone === null) return setTold(words.offline)
    setResults([])
    const lost = gone.length > 0 ? ` ${words.gone(gone.map(names.station).join(', '))}` : ''
    setTold(words.putDone + lost)
  }
  const openSave = () => {
    if (map.mayWrite && map.unsaved.length > 0) setOpened('save')
  }
  useMapKeys({
    undo: acts.undo,
    redo: acts.redo,
    save: openSave,
    keys: () => setOpened('keys'),
    details: () => {
      selection.selectFocused()
      selection.toDetails()
    },
    connect: () => {
      selection.selectFocused()
      connectField.current?.focus()
    },
    toMap: selection.toMap,
    clear: selection.clear,
  })
  const shared = { map, names, onShow: show, words }
  const details = {
    ...shared,
    acts,
    choices,
    connectField,
    findings,
    onConnect: connect,
    onGiveBack: proposal.giveBack,
    onTakeProposed: proposal.take,
    proposal: new Set(proposal.places?.keys()),
    way,
  }
  const [only] = selected.size === 1 ? selected : []
  const stop = only === undefined ? undefined : stops.get(only)
  return (
    <>
      <p className="map-hint">{map.mayWrite ? words.intro : words.readOnly}</p>
      <Toolbar
        acts={acts}
        isProposing={proposal.state === 'asking'}
        map={map}
        onKeys={() => setOpened('keys')}
        onPropose={proposal.ask}
        onSave={openSave}
        words={words}
      />
      <p className="map-told" role="status">
        {told}{' '}
        {sent.length > 0 ? (
          <Link href={reviewOf(config.routes.admin, sent)} prefetch={false}>
            {words.toReview}
          </Link>
        ) : null}
      </p>
      {results.some(({ as }) => as === 'refused') && !map.mayWrite ? (
        <p className="map-note map-note--error">{words.lostRight}</p>
      ) : null}
      <NotSaved
        names={names}
        onPutOnNewest={() => void putOnNewest()}
        results={results}
        words={words}
      />
      <ProposalBar proposal={proposal} selected={[...selected]} words={words} />
      <div className="map-columns">
        <MapCanvas
          acts={acts}
          drawing={{
            findings,
            language,
            map,
            names,
            proposal: proposal.places,
            selected,
            way,
            words,
          }}
          onFlow={setFlow}
          onRefused={connect}
          onSelect={selection.select}
          onWay={selection.selectWay}
        />
        <div aria-label={words.details} className="map-side" ref={side} role="region">
          <StationChoice choices={choices} label={words.find} onChoose={show} words={words} />
          <Gathered {...shared} onForget={acts.forgetGathered} onSend={() => setOpened('send')} />
          {stop ? <StopDetails key={stop.id} stop={stop} {...details} /> : null}
          {selected.size > 1 ? (
            <StopsDetails ids={[...selected]} onClear={selection.clear} {...details} />
          ) : null}
          {selected.size === 0 ? <p>{words.nothingSelected}</p> : null}
          {map.mayWrite ? <Unsaved {...shared} say={say} /> : null}
          <Missing {...shared} findings={findings} />
          <Legend words={words} />
        </div>
      </div>
      {opened === 'save' ? (
        <SaveDialog
          drafts={map.unsaved}
          onClose={() => setOpened(null)}
          onSave={save}
          say={(draft) => `${names.station(draft.stop.id)}: ${say(draft)}`}
          words={words}
        />
      ) : null}
      {opened === 'keys' ? <KeysDialog onClose={() => setOpened(null)} words={words} /> : null}
      {opened === 'send' ? (
        <SelectedDialog
          action="submit"
          onClose={() => setOpened(null)}
          onDone={() => {
            setSent(map.gathered)
            setTold(words.sent)
            setOpened(null)
            void acts.readAgain()
          }}
          places={map.gathered.map((id) => ({ collection: 'stations', id }))}
        />
      ) : null}
      {leaving.isAsked ? (
        <LeaveDialog
          count={map.unsaved.length}
          onLeave={leaving.leave}
          onStay={leaving.stay}
          words={words}
        />
      ) : null}
    </>
  )
}
