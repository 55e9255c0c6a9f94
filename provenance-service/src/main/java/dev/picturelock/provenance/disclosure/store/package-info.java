/// Sealed disclosures in PostgreSQL.
@NullMarked
package dev.picturelock.provenance.disclosure.store;

import org.jspecify.annotations.NullMarked;
