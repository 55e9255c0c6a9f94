/// Tests of the load on intake.
@NullMarked
package dev.picturelock.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
