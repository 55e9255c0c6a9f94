/// Cuts, and what is known of the assets in them, in PostgreSQL.
@NullMarked
package dev.picturelock.provenance.cut.store;

import org.jspecify.annotations.NullMarked;
