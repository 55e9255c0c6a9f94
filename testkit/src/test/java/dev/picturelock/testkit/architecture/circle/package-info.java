@NullMarked
package dev.picturelock.testkit.architecture.circle;

import org.jspecify.annotations.NullMarked;
