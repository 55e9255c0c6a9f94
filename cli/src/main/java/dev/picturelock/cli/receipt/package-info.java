/// Receipts that are brought up to date by asking the ledger, without believing it.
@NullMarked
package dev.picturelock.cli.receipt;

import org.jspecify.annotations.NullMarked;
