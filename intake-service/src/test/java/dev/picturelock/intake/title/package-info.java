@NullMarked
package dev.picturelock.intake.title;

import org.jspecify.annotations.NullMarked;
