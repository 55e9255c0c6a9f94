/// The values behind the digests of events, encrypted at rest, erasable.
@NullMarked
package dev.picturelock.provenance.disclosure;

import org.jspecify.annotations.NullMarked;
