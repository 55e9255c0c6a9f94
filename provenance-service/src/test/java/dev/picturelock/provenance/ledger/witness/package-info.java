/// Tests of witnessing that start no service.
@NullMarked
package dev.picturelock.provenance.ledger.witness;

import org.jspecify.annotations.NullMarked;
