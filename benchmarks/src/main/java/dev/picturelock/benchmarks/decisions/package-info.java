/// How fast facts are decided, without a service around it.
@NullMarked
package dev.picturelock.benchmarks.decisions;

import org.jspecify.annotations.NullMarked;
