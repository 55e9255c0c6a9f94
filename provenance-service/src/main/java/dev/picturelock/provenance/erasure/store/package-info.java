/// Erasures in PostgreSQL.
@NullMarked
package dev.picturelock.provenance.erasure.store;

import org.jspecify.annotations.NullMarked;
