/// Texts that people read.
@NullMarked
package dev.picturelock.contracts.text;

import org.jspecify.annotations.NullMarked;
