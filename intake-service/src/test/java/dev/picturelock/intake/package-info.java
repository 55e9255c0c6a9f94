@NullMarked
package dev.picturelock.intake;

import org.jspecify.annotations.NullMarked;
