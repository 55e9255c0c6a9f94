@NullMarked
package dev.picturelock.testkit.witness;

import org.jspecify.annotations.NullMarked;
