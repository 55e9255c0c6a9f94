/// Provenance against a real database and a real broker.
@NullMarked
package dev.picturelock.provenance;

import org.jspecify.annotations.NullMarked;
