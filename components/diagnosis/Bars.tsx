/** A bar from 0 to 1; decoration beside a number in text. */
export function Bar({ share, marked }: { share: number; marked?: boolean }) {
  return (
    <svg className={marked ? 'bar marked' : 'bar'} aria-hidden="true" preserveAspectRatio="none">
      <rect width="100%" height="100%" />
      <rect width={`${Math.max(0.5, Math.round(share * 1000) / 10)}%`} height="100%" />
    </svg>
  )
}
