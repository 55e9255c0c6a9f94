/// The log as static tiles, the entries and their receipts over HTTP.
@NullMarked
package dev.picturelock.provenance.ledger.http;

import org.jspecify.annotations.NullMarked;
