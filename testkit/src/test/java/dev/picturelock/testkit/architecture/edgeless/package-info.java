@NullMarked
package dev.picturelock.testkit.architecture.edgeless;

import org.jspecify.annotations.NullMarked;
