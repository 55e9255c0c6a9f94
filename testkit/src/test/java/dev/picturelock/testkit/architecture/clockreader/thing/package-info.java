@NullMarked
package dev.picturelock.testkit.architecture.clockreader.thing;

import org.jspecify.annotations.NullMarked;
