/// What happens to every event: one ledger entry and its place in the lineage, in one transaction.
@NullMarked
package dev.picturelock.provenance.recorder;

import org.jspecify.annotations.NullMarked;
