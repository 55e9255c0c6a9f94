package dev.picturelock.tlog.witness;

import java.io.IOException;

/// The network, as far as the witness client needs one.
@FunctionalInterface
public interface HttpPost {

  /// Posts a body and waits for the answer.
  ///
  /// - It is called on a virtual thread, and MUST give up when that thread is interrupted
  /// - It SHOULD NOT read more than [WitnessAnswer#MAX_BYTES] of the answer's body
  /// - It MUST NOT follow redirects: the protocol has none
  HttpAnswer send(String url, byte[] body) throws IOException, InterruptedException;
}
