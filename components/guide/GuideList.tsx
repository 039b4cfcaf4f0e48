import type { Guide } from '@/lib/content/documents'
import { nameOf } from '@/lib/content/graph'
import { links } from '@/lib/links'

/** Guides by their code, set large: it is what people recognise. */
export function GuideList({ guides }: { guides: readonly Guide[] }) {
  return (
    <ul>
      {guides.map((guide) => (
        <li key={guide.file} className="mb-4">
          <a href={links.guide(guide)} className="code-large">
            {nameOf(guide)}
          </a>
          <p className="mt-2">{guide.summary}</p>
        </li>
      ))}
    </ul>
  )
}
