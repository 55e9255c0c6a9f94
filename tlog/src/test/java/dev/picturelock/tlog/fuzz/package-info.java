@NullMarked
package dev.picturelock.tlog.fuzz;

import org.jspecify.annotations.NullMarked;
