import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import config from '@payload-config'
import '@payloadcms/next/css'
import { refuseOtherFunctions, withoutStaleCheck } from '../panel-functions.ts'
import { importMap } from './admin/importMap.js'

const serverFunction: ServerFunctionClient = async ({ args, name }) => {
  'use server'
  refuseOtherFunctions(name)
  return handleServerFunctions({
    args: withoutStaleCheck(name, args),
    name,
    config,
    importMap,
  })
}

/** The frame of the admin panel. */
export default function PanelLayout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
