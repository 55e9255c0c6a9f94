/// What the guard tells the operator.
@NullMarked
package dev.picturelock.provenance.ledger.guard.http;

import org.jspecify.annotations.NullMarked;
