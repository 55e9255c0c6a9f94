@NullMarked
package dev.picturelock.kit.time;

import org.jspecify.annotations.NullMarked;
