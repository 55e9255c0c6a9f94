/// Values at rest and the keys they rest under.
@NullMarked
package dev.picturelock.provenance.disclosure;

import org.jspecify.annotations.NullMarked;
