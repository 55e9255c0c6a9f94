package dev.picturelock.tlog.policy;

import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.Endorsement.Cosigned;
import dev.picturelock.tlog.note.NoteResult.Authentic;
import dev.picturelock.tlog.note.NoteResult.Rejected;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.PolicyResult.Satisfied;
import dev.picturelock.tlog.policy.PolicyResult.Step;
import dev.picturelock.tlog.policy.PolicyResult.Unsatisfied;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom to trust: the known logs, the known witnesses, and the quorum of them that makes a
/// checkpoint valid (c2sp.org/tlog-policy).
public final class Policy {

  private final List<KnownLog> logs;
  private final List<KnownWitness> witnesses;
  private final Quorum quorum;

  Policy(List<KnownLog> logs, List<KnownWitness> witnesses, Quorum quorum) {
    this.logs = List.copyOf(logs);
    this.witnesses = List.copyOf(witnesses);
    this.quorum = quorum;
  }

  /// Reads a policy file; [dev.picturelock.tlog.MalformedException] names the line that is wrong.
  public static Policy parse(byte[] file) {
    return new PolicyParser().parse(file);
  }

  public static Policy parse(String file) {
    return parse(file.getBytes(StandardCharsets.UTF_8));
  }

  /// The policy that believes one log without any witness.
  public static Policy ofLog(VerifierKey key) {
    return new Policy(List.of(new KnownLog(key, null)), List.of(), new Quorum.None());
  }

  /// The same witnesses and quorum for a log that is known from elsewhere, instead of those listed.
  public Policy forLog(VerifierKey key) {
    return new Policy(List.of(new KnownLog(key, null)), witnesses, quorum);
  }

  public List<KnownLog> logs() {
    return logs;
  }

  public List<KnownWitness> witnesses() {
    return witnesses;
  }

  public Quorum quorum() {
    return quorum;
  }

  /// Whether the checkpoint "is signed by any one of the listed logs, and it is cosigned by
  /// witnesses according to the defined quorum rule".
  public PolicyResult evaluate(SignedCheckpoint signed) {
    String origin = signed.checkpoint().origin();
    // "This name MUST correspond to the log's origin line"
    var logsOfOrigin = logs.stream().filter(log -> log.origin().equals(origin)).toList();
    if (logsOfOrigin.isEmpty()) {
      return new Unsatisfied(Step.ORIGIN, "no log of the policy has the origin '" + origin + "'");
    }
    return switch (signed.verify(keys())) {
      case Rejected(_, String detail) -> new Unsatisfied(Step.SIGNATURE, detail);
      case Authentic authentic ->
          logsOfOrigin.stream()
              .filter(log -> authentic.isBy(log.key()))
              .findFirst()
              .map(log -> count(log, authentic))
              .orElseGet(
                  () -> new Unsatisfied(Step.SIGNATURE, "not signed by the log '" + origin + "'"));
    };
  }

  private PolicyResult count(KnownLog log, Authentic authentic) {
    var cosigners =
        authentic.endorsements().stream()
            .filter(Cosigned.class::isInstance)
            .map(cosigned -> cosigned.key())
            .collect(Collectors.toUnmodifiableSet());
    var missing = quorum.witnesses().stream().filter(w -> !cosigners.contains(w.key())).toList();
    return quorum.isMetBy(cosigners)
        ? new Satisfied(log, authentic.endorsements(), cosigned(witnesses, cosigners), missing)
        : new Unsatisfied(
            Step.QUORUM,
            "too few cosignatures: " + quorum.lack(cosigners),
            cosigned(quorum.witnesses(), cosigners),
            missing);
  }

  private static List<KnownWitness> cosigned(
      List<KnownWitness> witnesses, Set<VerifierKey> cosigners) {
    return witnesses.stream().filter(witness -> cosigners.contains(witness.key())).toList();
  }

  /// Keys of other logs too: a bad signature by any key that is known spoils the note.
  private List<VerifierKey> keys() {
    return Stream.concat(
            logs.stream().map(KnownLog::key), witnesses.stream().map(KnownWitness::key))
        .distinct()
        .toList();
  }
}
