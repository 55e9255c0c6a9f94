/// Load on the intake service of a running stack.
@NullMarked
package dev.picturelock.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
