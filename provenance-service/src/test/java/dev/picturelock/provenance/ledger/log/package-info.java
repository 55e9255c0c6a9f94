@NullMarked
package dev.picturelock.provenance.ledger.log;

import org.jspecify.annotations.NullMarked;
