/// The only clock, the only dice and the ids made of them.
@NullMarked
package dev.picturelock.kit.time;

import org.jspecify.annotations.NullMarked;
