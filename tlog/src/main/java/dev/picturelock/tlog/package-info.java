/// A C2SP transparency log in plain Java: what is true of its hashes, files and signatures, and how
/// to check it without trusting whoever runs the log.
///
/// - `merkle`: RFC 6962 hashes, RFC 9162 proofs
/// - `tile`: tlog-tiles paths, the append, proofs read from tiles, entry bundles
/// - `note`: signed notes, verifier keys, signers, cosignatures
/// - `checkpoint`: the signed tree head
/// - `policy`: which logs and witnesses make a checkpoint believable
/// - `witness`: how a log gets its checkpoints cosigned; the network is the caller's
/// - `audit`: the whole of a log, checked
/// - `receipt`: tlog-proof, checked offline
///
/// Parsers are strict: each accepts exactly the bytes its own formatter writes.
@NullMarked
package dev.picturelock.tlog;

import org.jspecify.annotations.NullMarked;
