import { log, readLog } from './audit'
import { addComment, deleteOwn, editComment, readComment, readOwn } from './comments'
import type { Database } from './database'
import { exportLines } from './export'
import { importLines } from './import'
import { moderate } from './moderation'
import { addOutcome, countOutcomes, exportOutcomes } from './outcomes'
import { countByStatus, findComments } from './search'
import { endSession, isSessionEnded } from './sessions'
import type { Store } from './store'
import { countComments, latestComments, placeInThread, readThread } from './threads'
import { undo } from './undo'
import { vote } from './votes'
import { forgetWriters, isBanned, isKnownWriter } from './writers'

async function readVersion({ read }: Database): Promise<number> {
  const row = await read
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'version')
    .executeTakeFirstOrThrow()
  return row.value
}

/** The store, over a database of either kind. */
export function createSqlStore(database: Database): Store {
  /** Each function of the store's files takes the database first. */
  const on =
    <A extends unknown[], R>(work: (database: Database, ...args: A) => R) =>
    (...args: A): R =>
      work(database, ...args)
  return {
    check: async () => {
      await readVersion(database)
    },
    version: on(readVersion),
    close: database.close,
    addComment: on(addComment),
    comment: on(readComment),
    readThread: on(readThread),
    placeInThread: on(placeInThread),
    countComments: on(countComments),
    latestComments: on(latestComments),
    editComment: on(editComment),
    deleteOwn: on(deleteOwn),
    vote: on(vote),
    isKnownWriter: on(isKnownWriter),
    isBanned: on(isBanned),
    ownComment: on(readOwn),
    findComments: on(findComments),
    countByStatus: on(countByStatus),
    moderate: on(moderate),
    undo: on(undo),
    log: on(log),
    endSession: on(endSession),
    isSessionEnded: on(isSessionEnded),
    auditLog: on(readLog),
    forgetWriters: on(forgetWriters),
    addOutcome: on(addOutcome),
    countOutcomes: on(countOutcomes),
    exportOutcomes: on(exportOutcomes),
    exportComments: on(exportLines),
    importComments: on(importLines),
    backup: database.backup,
  }
}
