/// What a log is: its name and key, its head, its entries and tiles, and where they are kept. Knows
/// nothing of who writes or watches it.
@NullMarked
package dev.picturelock.provenance.ledger.log;

import org.jspecify.annotations.NullMarked;
