/// Events leave after the state they belong to is committed, in order, at least once.
@NullMarked
package dev.picturelock.kit.outbox;

import org.jspecify.annotations.NullMarked;
