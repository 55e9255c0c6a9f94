/// How a log gets its checkpoints cosigned (c2sp.org/tlog-witness): requests and answers as both
/// sides read them, and the client. The network is the caller's.
@NullMarked
package dev.picturelock.tlog.witness;

import org.jspecify.annotations.NullMarked;
