/// The offline proof that an entry is in a log (c2sp.org/tlog-proof).
@NullMarked
package dev.picturelock.tlog.receipt;

import org.jspecify.annotations.NullMarked;
