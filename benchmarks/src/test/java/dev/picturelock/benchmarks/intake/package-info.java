/// Tests of the load on intake.
@NullMarked
package dev.picturelock.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
