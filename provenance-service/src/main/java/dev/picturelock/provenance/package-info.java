/// Ledger, lineage, cuts and clearance.
@NullMarked
package dev.picturelock.provenance;

import org.jspecify.annotations.NullMarked;
