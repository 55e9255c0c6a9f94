/// Merkle tree, tiles, notes, checkpoints, proofs and receipts of a C2SP transparency log.
@NullMarked
package dev.picturelock.tlog;

import org.jspecify.annotations.NullMarked;
