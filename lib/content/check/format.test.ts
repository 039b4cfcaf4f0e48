import { describe, expect, it } from 'vitest'
import { formatProblems } from './format'
import type { Problem } from './problem'

const problem = (file: string, line: number, severity: Problem['severity'] = 'error'): Problem => ({
  file,
  line,
  column: 3,
  severity,
  rule: 'off-scale',
  message: 'The estimate for vpn is not on the scale.',
  found: 'often',
  mend: 'vpn: usually\nor leave it out',
})

describe('formatProblems', () => {
  it('says nothing about nothing', () => {
    expect(formatProblems([])).toBe('')
  })

  it('groups by file and sorts by line', () => {
    expect(
      formatProblems([problem('b.mdx', 12), problem('a.mdx', 100, 'warning'), problem('b.mdx', 2)]),
    ).toMatchInlineSnapshot(`
      "a.mdx
        100:3  warning  The estimate for vpn is not on the scale.  (off-scale)
                        found     often
                        mend      vpn: usually
                                  or leave it out

      b.mdx
          2:3  error    The estimate for vpn is not on the scale.  (off-scale)
                        found     often
                        mend      vpn: usually
                                  or leave it out
         12:3  error    The estimate for vpn is not on the scale.  (off-scale)
                        found     often
                        mend      vpn: usually
                                  or leave it out

      2 errors and 1 warning in 2 files."
    `)
  })

  it('counts what it does not show, and shows errors first', () => {
    const problems = [
      problem('a.mdx', 1, 'warning'),
      problem('b.mdx', 1),
      problem('c.mdx', 1),
      problem('c.mdx', 2),
      problem('d.mdx', 1),
    ]
    expect(formatProblems(problems, { cap: 2 })).toMatchInlineSnapshot(`
      "b.mdx
        1:3  error    The estimate for vpn is not on the scale.  (off-scale)
                      found     often
                      mend      vpn: usually
                                or leave it out

      c.mdx
        1:3  error    The estimate for vpn is not on the scale.  (off-scale)
                      found     often
                      mend      vpn: usually
                                or leave it out

      … and 3 more in 3 files

      4 errors and 1 warning in 4 files."
    `)
  })

  it('colours for terminals', () => {
    expect(formatProblems([problem('a.mdx', 1)], { color: true })).toContain('\u001b[31merror')
  })
})
