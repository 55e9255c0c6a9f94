/// The Merkle tree of RFC 6962 and the proof algorithms of RFC 9162, in the RFC's own words and
/// steps.
@NullMarked
package dev.picturelock.tlog.merkle;

import org.jspecify.annotations.NullMarked;
