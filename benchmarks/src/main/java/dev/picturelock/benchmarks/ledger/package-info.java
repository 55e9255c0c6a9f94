/// The ledger as a library, on a database of its own.
@NullMarked
package dev.picturelock.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
