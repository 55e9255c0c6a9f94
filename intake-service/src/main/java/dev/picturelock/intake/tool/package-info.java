/// Tools, and dated snapshots of their terms with what those say about facts.
@NullMarked
package dev.picturelock.intake.tool;

import org.jspecify.annotations.NullMarked;
