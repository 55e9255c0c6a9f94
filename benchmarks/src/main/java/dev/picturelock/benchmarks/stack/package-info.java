/// Load on a running stack.
@NullMarked
package dev.picturelock.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
