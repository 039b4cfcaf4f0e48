import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { bundleElements } from '@/lib/publish/bundle'
import { site } from '@/site.config'
import './globals.css'

export const metadata: Metadata = {
  metadataBase: new URL(site.url),
  title: { default: `${site.name}: ${site.tagline}`, template: `%s · ${site.name}` },
  description: site.tagline,
  icons: { icon: '/favicon.svg' },
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={site.language}>
      <head>
        <script type="module" src={`/assets/${bundleElements().elements.name}`} />
      </head>
      <body>{children}</body>
    </html>
  )
}
