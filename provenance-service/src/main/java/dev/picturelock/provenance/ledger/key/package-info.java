/// The master secrets that signing keys grow from, and where they are kept.
@NullMarked
package dev.picturelock.provenance.ledger.key;

import org.jspecify.annotations.NullMarked;
