/// What came under an id that other content had taken: stated in the ledger, listed for everybody.
@NullMarked
package dev.picturelock.provenance.conflict;

import org.jspecify.annotations.NullMarked;
