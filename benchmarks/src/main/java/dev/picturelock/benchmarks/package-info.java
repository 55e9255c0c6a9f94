/// Measurements of the parts and of the whole, run by hand with `./bench`.
@NullMarked
package dev.picturelock.benchmarks;

import org.jspecify.annotations.NullMarked;
