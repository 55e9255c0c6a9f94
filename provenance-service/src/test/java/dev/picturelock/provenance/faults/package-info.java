/// A database that fails at exactly one call, and what must be true afterwards.
@NullMarked
package dev.picturelock.provenance.faults;

import org.jspecify.annotations.NullMarked;
