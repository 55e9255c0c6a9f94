/// Tests of the measurements of the ledger as a library.
@NullMarked
package dev.picturelock.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
