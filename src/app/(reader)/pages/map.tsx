import type { Answer } from '../ask.ts'
import { pathTo } from '../addresses.ts'
import { mapLangs, type MapLangs } from '../map-languages.ts'
import { planOf } from '../map-plan.ts'
import type { Context, Page } from '../page-model.ts'
import { MapDrawing, type Focus } from '../parts/map-drawing.tsx'
import { MapLegend, MapLines } from '../parts/map-legend.tsx'
import { MapOutline } from '../parts/map-outline.tsx'
import { MapOnPaper } from '../parts/map-paper.tsx'
import {
  MapOfNoticeDocument,
  MapPageDocument,
  type MapOfNoticeQuery,
  type MapPageQuery,
  type WholeMapFragment,
} from '../questions/generated.ts'

type Notice = MapOfNoticeQuery['notice']

/** A letter whose stops were asked for, as it was typed and as it is known. */
interface Asked {
  code: string
  notice: Notice
}

/** The whole map, as a drawing and in words, brought to the stop, line or notice that the address names. */
export async function mapPage(context: Context): Promise<Answer<Page>> {
  const { language, parameters } = context
  const translated = language !== 'en'
  const code = parameters.get('notice')?.trim().slice(0, 100)
  if (!code) {
    const answer = await context.ask(MapPageDocument, { locale: language, translated })
    return { ...answer, data: shown(context, answer.data) }
  }
  const answer = await context.ask(MapOfNoticeDocument, { locale: language, code, translated })
  return { ...answer, data: shown(context, answer.data, { code, notice: answer.data.notice }) }
}

function shown(context: Context, { inMainLanguage, roadmap }: MapPageQuery, asked?: Asked): Page {
  const { language, words } = context
  const langs = mapLangs(roadmap, inMainLanguage)
  const focus = focusOf(context, roadmap, asked?.notice)
  const plan = planOf(roadmap)
  const chosen = roadmap.stations.find(({ slug }) => slug === focus.at)
  return {
    status: 200,
    title: words.map.title,
    description: words.map.lead,
    path: pathTo(language, 'map'),
    trail: [],
    scripts: ['map.js'],
    main: (
      <div className="grid-container sm-page sm-page--wide">
        <h1>{words.map.title}</h1>
        <p className="usa-intro">{words.map.lead}</p>
        <MapLines context={context} phases={roadmap.phases} langs={langs} only={focus.line} />
        <LetterFilter context={context} code={asked?.code} />
        {asked ? (
          <LitStops context={context} roadmap={roadmap} langs={langs} focus={focus} asked={asked} />
        ) : null}
        <ChosenStop context={context} chosen={chosen} langs={langs} />
        <div className="sm-map-frame" id="map">
          <p className="usa-hint sm-map__how" id="map-how">
            {words.map.how}
          </p>
          <MapDrawing
            context={context}
            roadmap={roadmap}
            plan={plan}
            focus={focus}
            langs={langs}
            describedBy="map-how"
          />
          <MapLegend context={context} />
        </div>
        <MapOnPaper plan={plan} only={focus.line} />
        <section className="sm-section" aria-labelledby="outline">
          <h2 id="outline">{words.map.outline}</h2>
          <p>{words.map.outlineLead}</p>
          <MapOutline
            context={context}
            roadmap={roadmap}
            langs={langs}
            only={focus.line}
            lit={focus.lit}
            code={asked?.notice?.code ?? undefined}
          />
        </section>
      </div>
    ),
  }
}

function focusOf(
  { parameters }: Context,
  roadmap: WholeMapFragment,
  notice: Notice | undefined,
): Focus {
  const line = parameters.get('line') ?? undefined
  const at = parameters.get('at') ?? undefined
  const stops = new Set(notice?.stations.map(({ id }) => id))
  return {
    at: roadmap.stations.find(({ slug }) => slug === at)?.slug,
    line: roadmap.phases.find(({ slug }) => slug === line)?.slug,
    lit: stops.size > 0 ? stops : undefined,
  }
}

/** Asks for a letter, to light up its stops. */
function LetterFilter({
  context: { language, words },
  code,
}: {
  context: Context
  code: string | undefined
}) {
  return (
    <form className="sm-filter" action={`${pathTo(language, 'map')}#map`}>
      <div>
        <label className="usa-label" htmlFor="notice">
          {words.map.filterCode}
        </label>
        <input
          className="usa-input"
          id="notice"
          name="notice"
          type="text"
          defaultValue={code}
          maxLength={100}
          placeholder={words.map.filterCodeHint}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <button className="usa-button" type="submit">
        {words.map.show}
      </button>
    </form>
  )
}

/** Where one may get the letter that was asked for: each stop leads to its place on the map. */
function LitStops({
  context: { language, words },
  roadmap,
  langs,
  focus,
  asked: { code, notice },
}: {
  context: Context
  roadmap: WholeMapFragment
  langs: MapLangs
  focus: Focus
  asked: Asked
}) {
  const name = notice?.code ?? code.toUpperCase()
  const stops = roadmap.stations.filter(({ id }) => focus.lit?.has(id))
  const letters = pathTo(language, 'notices')
  const page = notice?.code
    ? pathTo(language, 'notices', notice.searchKey ?? notice.code)
    : `${letters}?code=${encodeURIComponent(code)}`
  return (
    <div className="sm-lit">
      <p role="status">
        {stops.length > 0 ? words.map.ofNotice(name) : words.map.noStops(name)}{' '}
        <a href={page}>{words.map.aboutNotice(name)}</a>
      </p>
      {stops.length > 0 ? (
        <ul className="usa-list">
          {stops.map(({ id, slug, title }) => (
            <li key={id}>
              <a
                href={`${pathTo(language, 'map')}?notice=${encodeURIComponent(name)}&at=${encodeURIComponent(slug)}#map`}
                aria-current={slug === focus.at ? 'true' : undefined}
                lang={langs.get(id)?.title}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** Says which stop the map opens at, or why at none. */
function ChosenStop({
  context: { language, parameters, words },
  chosen,
  langs,
}: {
  context: Context
  chosen: WholeMapFragment['stations'][number] | undefined
  langs: MapLangs
}) {
  const asked = parameters.get('at')?.trim().slice(0, 100)
  if (!asked) return null
  return chosen ? (
    <p role="status">
      {words.map.chosen}:{' '}
      <a href={`#${chosen.slug}`} lang={langs.get(chosen.id)?.title}>
        {chosen.title}
      </a>
    </p>
  ) : (
    <p role="status">
      {words.map.notOnMap} <a href={pathTo(language, 'stations', asked)}>{words.map.whatBecame}</a>
    </p>
  )
}
