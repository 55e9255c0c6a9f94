/// One append-only, signed log per title; every event is one entry of it.
@NullMarked
package dev.picturelock.provenance.ledger;

import org.jspecify.annotations.NullMarked;
