/// The conflicts in PostgreSQL.
@NullMarked
package dev.picturelock.provenance.conflict.store;

import org.jspecify.annotations.NullMarked;
