@NullMarked
package dev.picturelock.intake.tool;

import org.jspecify.annotations.NullMarked;
