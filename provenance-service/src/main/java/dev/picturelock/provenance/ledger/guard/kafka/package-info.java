/// The checkpoint topic, read back.
@NullMarked
package dev.picturelock.provenance.ledger.guard.kafka;

import org.jspecify.annotations.NullMarked;
