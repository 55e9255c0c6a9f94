/// Signed notes (c2sp.org/signed-note) and cosignatures (c2sp.org/tlog-cosignature), with Ed25519
/// and ML-DSA-44.
@NullMarked
package dev.picturelock.tlog.note;

import org.jspecify.annotations.NullMarked;
