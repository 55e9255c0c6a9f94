/// Everything together, as processes on this machine, used only through its public interfaces.
@NullMarked
package dev.picturelock.endtoend;

import org.jspecify.annotations.NullMarked;
