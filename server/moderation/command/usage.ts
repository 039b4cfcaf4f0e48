/** What `npm run comments -- --help` says. */
export const USAGE = `Usage: npm run comments -- COMMAND

  list                 comments, the newest first; what waits with the oldest first
      --status STATUS    waiting, approved, hidden or deleted (all)
      --text WORDS       only those with these words in text, name or article
      --thread THREAD    only those on an article: teams/fixes/clear-cache
      --limit N          at most N (50)
  show ID              one comment, and what was done to it
  approve ID…          publish
  hide ID…             take away; can be undone
  delete ID…           overwrite text and name for good
  pin ID…, unpin ID…   put at the top of its thread, or no longer
  ban ID…, unban ID…   take nothing more from the writer of a comment for 30 days, or again
  answer ID TEXT       publish an answer of the staff, pinned; approves the comment
      --file FILE        the text, instead of TEXT; - is standard input
      --as NAME          the name beside the badge (Staff)
  undo ENTRY           take back an entry of the log
  log                  what moderators did, the newest first
      --comment ID       only to this comment
      --limit N          at most N (50)
  export               every comment, vote, ban and log entry as JSON lines
      --outcomes         readers' outcomes too
  import FILE          what export wrote; - is standard input
  backup FILE          copy the SQLite database into a new file, while the server runs

  --json               print JSON (list, show, log and every action)
  --help               print this

The store is the server's: DATABASE_URL, or the folder DATA_FOLDER (data). A server that runs shows every
change within a second. The log names "command line".

Exit status: 0 done; 1 nothing found, or refused; 2 the command has a mistake.`
