/// Copies of logs as plain files: made, followed and checked.
///
/// A copy is a static log of c2sp.org/tlog-tiles; whatever serves files can serve it, and any tool
/// for such logs verifies it with everything else switched off.
@NullMarked
package dev.picturelock.cli.log;

import org.jspecify.annotations.NullMarked;
