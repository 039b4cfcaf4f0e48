/** Articles by title, each with a line on what it is. */
export function ArticleList({ items }: { items: readonly { title: string; href: string; note: string }[] }) {
  return (
    <ul className="ladder">
      {items.map(({ title, href, note }) => (
        <li key={href}>
          <a href={href}>{title}</a>
          <p>{note}</p>
        </li>
      ))}
    </ul>
  )
}
