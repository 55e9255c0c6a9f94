@NullMarked
package dev.picturelock.testkit.architecture.clean.thing;

import org.jspecify.annotations.NullMarked;
