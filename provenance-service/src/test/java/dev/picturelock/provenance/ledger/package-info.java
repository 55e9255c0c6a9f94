@NullMarked
package dev.picturelock.provenance.ledger;

import org.jspecify.annotations.NullMarked;
