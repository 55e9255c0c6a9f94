/// A witness of transparency logs (c2sp.org/tlog-witness) for tests.
@NullMarked
package dev.picturelock.testkit.witness;

import org.jspecify.annotations.NullMarked;
