/// Independent witnesses, who cosign that our logs only grow.
@NullMarked
package dev.picturelock.provenance.ledger.witness;

import org.jspecify.annotations.NullMarked;
