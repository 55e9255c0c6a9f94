@NullMarked
package dev.picturelock.intake.submission;

import org.jspecify.annotations.NullMarked;
