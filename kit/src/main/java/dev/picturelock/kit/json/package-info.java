/// One JSON policy for bodies and events: strict, exact, with errors that point.
@NullMarked
package dev.picturelock.kit.json;

import org.jspecify.annotations.NullMarked;
