/// Problem documents.
@NullMarked
package dev.picturelock.kit.problem;

import org.jspecify.annotations.NullMarked;
