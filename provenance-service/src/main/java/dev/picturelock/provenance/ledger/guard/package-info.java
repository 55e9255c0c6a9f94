/// Nothing is signed that contradicts what was released before: what left the process is kept
/// outside the database, and the database is compared with it and audited all the time.
@NullMarked
package dev.picturelock.provenance.ledger.guard;

import org.jspecify.annotations.NullMarked;
