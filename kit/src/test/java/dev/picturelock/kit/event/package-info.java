@NullMarked
package dev.picturelock.kit.event;

import org.jspecify.annotations.NullMarked;
