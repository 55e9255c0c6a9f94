/// The only encoder and decoder of events.
@NullMarked
package dev.picturelock.kit.event;

import org.jspecify.annotations.NullMarked;
