/// Signed notes (c2sp.org/signed-note) and cosignatures (c2sp.org/tlog-cosignature) with Ed25519.
@NullMarked
package dev.picturelock.tlog.note;

import org.jspecify.annotations.NullMarked;
