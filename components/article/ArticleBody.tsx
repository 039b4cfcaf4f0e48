import type { Located } from '@/lib/content/documents'
import { renderBody } from '@/lib/content/mdx'
import { type ArticleSetting, articleComponents } from './article-components'

/** The text of an article, or another piece of its Markdown. */
export async function ArticleBody({
  article,
  text,
  setting,
}: {
  article: Located
  text?: string
  setting: ArticleSetting
}) {
  const Body = await renderBody(article, text)
  return <Body components={articleComponents(setting)} />
}
