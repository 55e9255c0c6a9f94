/// One append-only, signed log per title; every event is one entry of it. Here entries are appended
/// and receipts made; what a log is stands in `log`, who watches over it in `guard`.
@NullMarked
package dev.picturelock.provenance.ledger;

import org.jspecify.annotations.NullMarked;
