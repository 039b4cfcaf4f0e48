import type { MetadataRoute } from 'next'
import { graph } from '@/lib/content/source'
import { sitemapPages } from '@/lib/publish/pages'
import { site } from '@/site.config'

export const dynamic = 'force-static'

export default function sitemap(): MetadataRoute.Sitemap {
  return sitemapPages(graph).map(({ path, reviewed }) => ({
    url: site.url + path,
    ...(reviewed ? { lastModified: reviewed } : {}),
  }))
}
