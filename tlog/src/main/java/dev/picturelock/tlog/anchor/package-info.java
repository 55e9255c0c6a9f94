/// The log of logs: one log whose entries commit to the newest checkpoints of all others, without
/// showing which logs those are.
@NullMarked
package dev.picturelock.tlog.anchor;

import org.jspecify.annotations.NullMarked;
