/// The tables of the ledger, row by row.
@NullMarked
package dev.picturelock.provenance.ledger.guard.store;

import org.jspecify.annotations.NullMarked;
