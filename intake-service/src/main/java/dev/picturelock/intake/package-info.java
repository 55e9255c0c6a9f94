/// Titles, tools with dated terms, reported uses and asset registrations.
@NullMarked
package dev.picturelock.intake;

import org.jspecify.annotations.NullMarked;
