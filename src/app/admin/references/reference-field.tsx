'use client'
import {
  RelationshipInput,
  useField,
  useLocale,
  useTranslation,
  withCondition,
} from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type {
  RelationshipFieldClientProps,
  SingleRelationshipFieldClient,
  ValueWithRelation,
} from 'payload'
import { useMemo, useRef, type ComponentProps } from 'react'
import { useNames } from '../names/use-names.ts'
import { chosenAfter } from './chosen.ts'
import { foundLabel, listedLabel } from './option-label.tsx'
import { useTypedIn } from './typed-in.ts'
import './references.css'

type Groups = Parameters<
  NonNullable<ComponentProps<typeof RelationshipInput>['formatDisplayedOptions']>
>[0]
type Option = Groups[number]['options'][number]

/**
 * A field of Payload's that refers to one document or to several, with options found as lists find documents: by title,
 * code or address in any language, and by the words of the text. What is chosen, sorted, opened and created in it is
 * Payload's. Without an answer the field looks by itself, by the one field that is the title.
 */
export const ReferenceField = withCondition(function ReferenceField({
  field,
  path: givenPath,
  readOnly,
}: RelationshipFieldClientProps) {
  const {
    admin = {},
    hasMany,
    label,
    localized,
    relationTo,
    required,
  } = field as SingleRelationshipFieldClient
  const {
    customComponents: { AfterInput, BeforeInput, Description, Error, Label } = {},
    disabled,
    filterOptions,
    initialValue,
    path,
    setValue,
    showError,
    value,
  } = useField<Reference>({ potentiallyStalePath: givenPath })
  const { i18n } = useTranslation()
  const { code: locale } = useLocale()
  const inside = useRef<HTMLSpanElement>(null)
  const known = useRef<ReadonlySet<string>>(new Set())
  const typed = useTypedIn(inside)
  const found = useNames(typed, { collection: relationTo, locale })
  const styles = useMemo(() => mergeFieldStyles(field), [field])
  // The field forgets which option is in focus when options are others than before.
  const offered = useMemo(
    () =>
      found.docs.map((document): Option => ({
        allowEdit: true,
        label: foundLabel(document, typed, i18n.language),
        relationTo,
        value: document.id,
      })),
    [found.docs, i18n.language, relationTo, typed],
  )
  const listed = useMemo(() => new WeakMap<object, Option>(), [locale])
  const relations = useMemo(() => [relationTo], [relationTo])
  const values = useMemo(() => withType(value, relationTo), [relationTo, value])
  const initialValues = useMemo(
    () => withType(initialValue, relationTo),
    [initialValue, relationTo],
  )

  const options = (groups: Groups): Option[] => {
    const own = groups.flatMap((group) => group.options)
    known.current = new Set(own.map((option) => String(option.value)))
    // Until the answer is there, the field itself looks among those it knows.
    if (found.state === 'found' && found.typed === typed) return offered
    return own.map((option) => {
      const shown = listed.get(option) ?? {
        ...option,
        label: listedLabel(option.label, `${relationTo}/${option.value}`, locale),
      }
      listed.set(option, shown)
      return shown
    })
  }
  const chooseSeveral = (chosen: (ValueWithRelation | undefined)[] | null) => {
    const before = Array.isArray(value) ? value : []
    const handedOn = (chosen ?? []).flatMap((one) => (one ? [String(one.value)] : []))
    const after = chosenAfter(before, handedOn, known.current)
    setValue(after, after.join() === before.join())
  }
  const chooseOne = (chosen: ValueWithRelation | null) => {
    const after = chosen ? String(chosen.value) : null
    setValue(after, after === value)
  }

  return (
    <RelationshipInput
      AfterInput={
        <>
          {AfterInput}
          <span hidden ref={inside} />
        </>
      }
      BeforeInput={BeforeInput}
      Description={Description}
      Error={Error}
      Label={Label}
      allowCreate={admin.allowCreate ?? true}
      allowEdit={admin.allowEdit ?? true}
      className={['reference-field', admin.className].filter(Boolean).join(' ')}
      description={admin.description}
      filterOptions={filterOptions}
      formatDisplayedOptions={options}
      isSortable={admin.isSortable ?? true}
      label={label}
      localized={localized}
      path={path}
      placeholder={admin.placeholder}
      readOnly={readOnly || disabled}
      relationTo={relations}
      required={required}
      showError={showError}
      style={styles}
      {...(hasMany
        ? {
            hasMany: true,
            initialValue: initialValues as ValueWithRelation[],
            onChange: chooseSeveral,
            value: values as ValueWithRelation[],
          }
        : {
            hasMany: false,
            initialValue: initialValues as ValueWithRelation,
            onChange: chooseOne,
            value: values as ValueWithRelation,
          })}
    />
  )
})

/** What the form keeps: ids alone. */
type Reference = string | string[] | null | undefined

/** As Payload's field takes it: each id with the type of its document. */
function withType(value: Reference, relationTo: string) {
  if (Array.isArray(value)) return value.map((id) => ({ relationTo, value: id }))
  return value ? { relationTo, value } : value
}
