/// The log of logs: what all other logs have come to, without saying which they are.
@NullMarked
package dev.picturelock.provenance.ledger.anchoring;

import org.jspecify.annotations.NullMarked;
