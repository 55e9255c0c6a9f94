/// Each event is handled once, in the transaction of the state it changes.
@NullMarked
package dev.picturelock.kit.inbox;

import org.jspecify.annotations.NullMarked;
