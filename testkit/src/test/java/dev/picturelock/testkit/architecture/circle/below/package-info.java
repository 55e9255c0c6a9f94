@NullMarked
package dev.picturelock.testkit.architecture.circle.below;

import org.jspecify.annotations.NullMarked;
