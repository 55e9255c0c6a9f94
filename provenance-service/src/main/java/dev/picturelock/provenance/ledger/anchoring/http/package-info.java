/// Anchors of a title's logs.
@NullMarked
package dev.picturelock.provenance.ledger.anchoring.http;

import org.jspecify.annotations.NullMarked;
