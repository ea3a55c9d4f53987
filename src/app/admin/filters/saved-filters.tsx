'use client'
import { Button, useConfig, useListQuery, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useState } from 'react'
import { Dialog } from '../workflow/dialog.tsx'
import { ListChoices } from '../workflow/list-choice.tsx'
import {
  filterOf,
  isSame,
  longestName,
  readFilters,
  withFilter,
  type Filter,
  type SavedFilter,
} from './filters.ts'
import { filterWordsFor, type FilterWords } from './words.ts'
import './filters.css'

/** Above the list of a content type: the filters that this person saved for it. */
export function SavedFilters({ collectionSlug }: { collectionSlug: string }) {
  const { query, refineListData } = useListQuery()
  const { i18n } = useTranslation()
  const words = filterWordsFor(i18n.language)
  const { filters, keep } = useSavedFilters(collectionSlug)
  const [isNaming, setNaming] = useState(false)
  const [told, setTold] = useState('')
  const id = useId()
  const present = filterOf({ ...query })
  const chosen = filters.find((one) => isSame(one, present))

  const choose = (name: string) => {
    const filter = filters.find((one) => one.name === name)
    if (!filter) return
    const { search = '', sort, where = {} } = filter
    void refineListData?.({ search, where, ...(sort ? { sort } : {}), page: 1 }, false)
  }
  const remove = async ({ name }: SavedFilter) => {
    const isKept = await keep(filters.filter((one) => one.name !== name))
    setTold(isKept ? words.deleted(name) : words.failed)
  }
  return (
    <ListChoices>
      {filters.length > 0 && (
        <div>
          <label htmlFor={id}>{words.savedFilters}</label>
          <select
            id={id}
            onChange={({ target }) => choose(target.value)}
            value={chosen?.name ?? ''}
          >
            <option value="">{words.choose}</option>
            {filters.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {chosen ? (
        <button className="filters-button" onClick={() => void remove(chosen)} type="button">
          {words.remove(chosen.name)}
        </button>
      ) : (
        (present.where ?? present.search) && (
          <button className="filters-button" onClick={() => setNaming(true)} type="button">
            {words.save}
          </button>
        )
      )}
      <span role="status">{told}</span>
      {isNaming && (
        <NameDialog
          filters={filters}
          keep={keep}
          onClose={() => setNaming(false)}
          onSaved={(name) => {
            setNaming(false)
            setTold(words.saved(name))
          }}
          present={present}
          words={words}
        />
      )}
    </ListChoices>
  )
}

function NameDialog({
  filters,
  keep,
  onClose,
  onSaved,
  present,
  words,
}: {
  filters: readonly SavedFilter[]
  keep: (filters: SavedFilter[]) => Promise<boolean>
  onClose: () => void
  onSaved: (name: string) => void
  present: Filter
  words: FilterWords
}) {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()
  const save = async () => {
    const all = withFilter(filters, { name, ...present })
    if (all === 'no name') return setProblem(words.noName)
    if (all === 'too many') return setProblem(words.tooMany)
    if (all === 'too long') return setProblem(words.tooLong)
    if (await keep(all)) onSaved(name.trim())
    else setProblem(words.failed)
  }
  return (
    <Dialog
      footer={
        <>
          <Button margin={false} type="submit">
            {words.ok}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {words.cancel}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => void save()}
      title={words.saveTitle}
    >
      <p>{words.explained}</p>
      <div className="workflow-field">
        <label htmlFor={id}>{words.name}</label>
        <input
          aria-describedby={problem ? `${id}-problem` : undefined}
          aria-invalid={problem !== null}
          autoComplete="off"
          id={id}
          maxLength={longestName}
          onChange={({ target }) => setName(target.value)}
          type="text"
          value={name}
        />
        {problem && (
          <p id={`${id}-problem`} role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}

/** The saved filters of whoever is signed in, in the preferences that Payload keeps for each account. */
function useSavedFilters(collection: string) {
  const { config } = useConfig()
  const [filters, setFilters] = useState<SavedFilter[]>([])
  const address = `${config.routes.api}/payload-preferences/saved-filters-${collection}`

  useEffect(() => {
    let isWanted = true
    void load(address).then((found) => isWanted && setFilters(found))
    return () => {
      isWanted = false
    }
  }, [address])
  const keep = useCallback(
    async (changed: SavedFilter[]) => {
      const isKept = await store(address, changed)
      if (isKept) setFilters(changed)
      return isKept
    },
    [address],
  )
  return { filters, keep }
}

async function load(address: string): Promise<SavedFilter[]> {
  try {
    const response = await fetch(address, { cache: 'no-store', credentials: 'include' })
    if (!response.ok) return []
    return readFilters(((await response.json()) as { value?: unknown } | null)?.value)
  } catch {
    return []
  }
}

async function store(address: string, value: SavedFilter[]): Promise<boolean> {
  try {
    const response = await fetch(address, {
      body: JSON.stringify({ value }),
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    return response.ok
  } catch {
    return false
  }
}
