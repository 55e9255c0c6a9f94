/// The full audit of a log: every entry hashed again, every tile rebuilt and compared, the root
/// held against the signed checkpoint.
///
/// Streams: it holds one entry bundle and the unfinished tile of each level, whatever the log's
/// size.
@NullMarked
package dev.picturelock.tlog.audit;

import org.jspecify.annotations.NullMarked;
