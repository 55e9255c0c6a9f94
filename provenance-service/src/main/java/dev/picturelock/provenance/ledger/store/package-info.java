/// The logs in PostgreSQL.
@NullMarked
package dev.picturelock.provenance.ledger.store;

import org.jspecify.annotations.NullMarked;
