package dev.picturelock.tlog.policy;

import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.NoteSigner;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A log, six witnesses in the two groups of the specification's example, and checkpoints signed by
/// some of them.
final class PolicyFiles {

  static final String ORIGIN = "log.example/prov";
  static final Ed25519Signer LOG = Ed25519Signer.ofSeed(ORIGIN, Seeds.of(1));
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Checkpoint CHECKPOINT =
      new Checkpoint(ORIGIN, new TreeSize(1), Hash.leaf(new byte[] {1}));

  private static final Map<String, CosignatureSigner> WITNESSES = witnesses();

  private PolicyFiles() {}

  /// The vkey of a witness by its name; Y3 signs with ML-DSA-44.
  static String vkey(String witness) {
    return witness(witness).verifierKey().format();
  }

  static CosignatureSigner witness(String name) {
    var witness = WITNESSES.get(name);
    if (witness == null) {
      throw new IllegalArgumentException(name);
    }
    return witness;
  }

  static String twoLevels() {
    return """
    # the example of the specification
    log %s

    witness X1 %s
    witness X2 %s
    witness X3 %s
    group X-witnesses 2 X1 X2 X3

    witness Y1 %s
    witness Y2 %s
    witness Y3 %s
    group Y-witnesses any Y1 Y2 Y3

    group X-and-Y all X-witnesses Y-witnesses
    quorum X-and-Y
    """
        .formatted(
            LOG.verifierKey(),
            vkey("X1"),
            vkey("X2"),
            vkey("X3"),
            vkey("Y1"),
            vkey("Y2"),
            vkey("Y3"));
  }

  static SignedCheckpoint signedBy(String... witnesses) {
    return SignedCheckpoint.sign(
        CHECKPOINT,
        Stream.concat(Stream.of(LOG), Arrays.stream(witnesses).map(PolicyFiles::witness))
            .toArray(NoteSigner[]::new));
  }

  private static Map<String, CosignatureSigner> witnesses() {
    var witnesses = new HashMap<String, CosignatureSigner>();
    for (String name : List.of("X1", "X2", "X3", "Y1", "Y2")) {
      witnesses.put(
          name,
          CosignatureSigner.ofSeed(name + ".example", Seeds.of(10 + witnesses.size()), () -> NOON));
    }
    witnesses.put("Y3", CosignatureSigner.mlDsa44OfSeed("Y3.example", Seeds.of(20), () -> NOON));
    return Map.copyOf(witnesses);
  }
}
