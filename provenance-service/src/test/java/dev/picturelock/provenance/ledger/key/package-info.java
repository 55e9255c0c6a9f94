@NullMarked
package dev.picturelock.provenance.ledger.key;

import org.jspecify.annotations.NullMarked;
