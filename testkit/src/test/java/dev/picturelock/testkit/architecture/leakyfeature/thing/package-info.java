@NullMarked
package dev.picturelock.testkit.architecture.leakyfeature.thing;

import org.jspecify.annotations.NullMarked;
