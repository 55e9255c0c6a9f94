/// Titles: productions that were opened under a policy pack.
@NullMarked
package dev.picturelock.intake.title;

import org.jspecify.annotations.NullMarked;
