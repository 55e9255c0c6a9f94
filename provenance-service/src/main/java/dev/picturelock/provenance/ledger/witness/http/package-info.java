/// The way to the witnesses, and what operators see of them.
@NullMarked
package dev.picturelock.provenance.ledger.witness.http;

import org.jspecify.annotations.NullMarked;
