/// Tests of what measures.
@NullMarked
package dev.picturelock.benchmarks;

import org.jspecify.annotations.NullMarked;
