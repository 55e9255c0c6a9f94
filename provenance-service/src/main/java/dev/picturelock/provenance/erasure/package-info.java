/// Erases values behind events for good, and says in the ledger that it did.
@NullMarked
package dev.picturelock.provenance.erasure;

import org.jspecify.annotations.NullMarked;
