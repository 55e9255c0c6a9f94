/// The picturelock command line.
@NullMarked
package dev.picturelock.cli;

import org.jspecify.annotations.NullMarked;
