/// The tree cut into tiles of 256 hashes (c2sp.org/tlog-tiles): names, growth, and reading back.
@NullMarked
package dev.picturelock.tlog.tile;

import org.jspecify.annotations.NullMarked;
