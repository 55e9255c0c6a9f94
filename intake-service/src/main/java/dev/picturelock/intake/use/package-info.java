/// Intended uses of generative AI, reported in versions.
@NullMarked
package dev.picturelock.intake.use;

import org.jspecify.annotations.NullMarked;
