/// The graph and what is known of asset versions in PostgreSQL.
@NullMarked
package dev.picturelock.provenance.lineage.store;

import org.jspecify.annotations.NullMarked;
