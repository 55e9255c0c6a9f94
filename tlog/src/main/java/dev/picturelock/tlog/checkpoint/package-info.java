/// The signed statement of a tree's size and root (c2sp.org/tlog-checkpoint).
@NullMarked
package dev.picturelock.tlog.checkpoint;

import org.jspecify.annotations.NullMarked;
