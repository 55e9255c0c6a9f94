/// Changing the key of a log: the old log ends, the next one begins.
@NullMarked
package dev.picturelock.provenance.rotation;

import org.jspecify.annotations.NullMarked;
