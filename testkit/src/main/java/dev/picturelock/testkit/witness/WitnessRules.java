package dev.picturelock.testkit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.NoteResult.Rejected;
import dev.picturelock.tlog.note.SignatureLine;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.witness.AddCheckpoint;
import dev.picturelock.tlog.witness.HttpAnswer;
import dev.picturelock.tlog.witness.WitnessAnswer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a witness does with a request, by the sentences of c2sp.org/tlog-witness, add-checkpoint.
final class WitnessRules {

  /// A rule is broken; carries what to answer.
  private static final class Refusal extends RuntimeException {
    private final transient HttpAnswer answer;

    private Refusal(int status, String type, String body) {
      super(body, null, false, false);
      this.answer = new HttpAnswer(status, type, (body + "\n").getBytes(UTF_8));
    }

    private Refusal(int status, String reason) {
      this(status, "text/plain", reason);
    }
  }

  /// May grow while requests come in.
  private final Collection<VerifierKey> logs;

  private final List<CosignatureSigner> signers;
  private final WitnessBook book;

  WitnessRules(
      Collection<VerifierKey> logs, Collection<CosignatureSigner> signers, WitnessBook book) {
    this.logs = logs;
    this.signers = List.copyOf(signers);
    this.book = book;
  }

  HttpAnswer addCheckpoint(byte[] body) {
    try {
      var request = parse(body);
      var cosignatures = cosign(request);
      var lines = cosignatures.stream().map(SignatureLine::format).collect(Collectors.joining());
      return new HttpAnswer(200, "text/plain", lines.getBytes(UTF_8));
    } catch (Refusal refusal) {
      return refusal.answer;
    }
  }

  private static AddCheckpoint parse(byte[] body) {
    try {
      return AddCheckpoint.parse(body);
    } catch (MalformedException e) {
      // "A checkpoint of size zero MUST have the root hash of the empty tree […] 422"
      throw new Refusal(e.part().equals("root") ? 422 : 400, e.reason());
    }
  }

  private List<SignatureLine> cosign(AddCheckpoint request) {
    var signed = request.checkpoint();
    var checkpoint = signed.checkpoint();
    var trusted = logs.stream().filter(log -> log.name().equals(checkpoint.origin())).toList();
    // "If the checkpoint origin is unknown […] 404"
    if (trusted.isEmpty()) {
      throw new Refusal(404, "unknown origin");
    }
    // "either no signature from a trusted key […] or the signature itself fails to verify […] 403"
    if (signed.verify(trusted) instanceof Rejected(_, String detail)) {
      throw new Refusal(403, detail);
    }
    // "The old size MUST be equal to or lower than the checkpoint size. Otherwise […] 400"
    if (request.old().compareTo(checkpoint.size()) > 0) {
      throw new Refusal(400, "the old size is larger than the checkpoint");
    }
    var cosignatures = signers.stream().map(signer -> signer.sign(checkpoint.text())).toList();
    var accepted =
        signed.note().signatures().stream()
            .filter(line -> trusted.stream().anyMatch(key -> key.claims(line)))
            .toList();
    var page =
        new SignedCheckpoint(checkpoint, signed.note().withOnly(accepted)).with(cosignatures);
    // "checking the old size against the latest checkpoint and persisting the new checkpoint must
    // be performed atomically", "MUST persist the new checkpoint before responding"
    book.replace(
        WitnessBook.page(checkpoint.origin()),
        latest -> {
          check(request, latest.map(SignedCheckpoint::checkpoint));
          return Optional.of(page);
        });
    return cosignatures;
  }

  private static void check(AddCheckpoint request, Optional<Checkpoint> latest) {
    var next = request.checkpoint().checkpoint();
    var size = latest.map(Checkpoint::size).orElse(TreeSize.ZERO);
    var root = latest.map(Checkpoint::root).orElse(Hash.EMPTY_ROOT);
    // "that the old size matches the size of the latest checkpoint […] 409"
    if (!request.old().equals(size)) {
      throw new Refusal(409, WitnessAnswer.SIZE_TYPE, size.toString());
    }
    // "the proof is not empty when the old size is zero", "doesn't verify", "root hashes are also
    // identical" […] 422: one verification says all three
    var result = request.proof().verify(size, root, next.size(), next.root());
    if (!result.isProven()) {
      throw new Refusal(422, result.toString());
    }
  }
}
