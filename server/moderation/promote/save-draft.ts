import { randomBytes } from 'node:crypto'
import { link, mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What became of a draft. `no-place`: there is no such content folder, or it cannot be written to. */
export type Saved = 'saved' | 'exists' | 'no-place'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? ''

/**
 * Writes a draft into the content folder: whole or not at all, and never over a file that is there. The folder
 * of the product must exist; that of its FAQ is made.
 */
export async function saveDraft(folder: string, file: string, text: string): Promise<Saved> {
  const target = join(folder, file)
  // Hidden, so that nobody who reads the articles meanwhile takes it for one.
  const part = join(dirname(target), `.${randomBytes(8).toString('hex')}.part`)
  try {
    await stat(dirname(dirname(target)))
    await mkdir(dirname(target), { recursive: true })
    const handle = await open(part, 'wx', 0o644)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    return await link(part, target).then(
      (): Saved => 'saved',
      // Unlike a rename, a link fails where a file of that name is.
      (error: unknown): Saved => {
        if (codeOf(error) === 'EEXIST') return 'exists'
        throw error
      },
    )
  } catch (error) {
    if (
      ['EACCES', 'EEXIST', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'ENOSPC', 'EDQUOT'].includes(codeOf(error))
    )
      return 'no-place'
    throw error
  } finally {
    await rm(part, { force: true }).catch(() => {})
  }
}
