/// Tests of the rollback guard and the scrubber.
@NullMarked
package dev.picturelock.provenance.ledger.guard;

import org.jspecify.annotations.NullMarked;
