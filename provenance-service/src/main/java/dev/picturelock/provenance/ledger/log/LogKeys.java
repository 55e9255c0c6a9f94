package dev.picturelock.provenance.ledger.log;

import dev.picturelock.provenance.ledger.key.MasterSecret;
import dev.picturelock.provenance.ledger.key.MasterSecrets;
import dev.picturelock.provenance.ledger.key.SecretFile;
import dev.picturelock.provenance.ledger.key.Token;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.NoteResult;
import dev.picturelock.tlog.note.VerifierKey;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The signing keys of the logs. Every log has a key of its own, derived from a master secret and
/// the log's origin, which is also the key's name.
///
/// Made before anything else begins: a secret that cannot be opened, for instance because of a
/// wrong PIN, ends the start. Whoever looks for damage would take it for some.
@Startup(LogKeys.BEFORE_ALL)
@ApplicationScoped
public class LogKeys {
  static final int BEFORE_ALL = 1;
  private static final String PURPOSE = "picturelock log key v1\n";
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  private final String prefix;
  private final MasterSecrets masters;
  private final Map<Named, Ed25519Signer> signers = new ConcurrentHashMap<>();

  LogKeys(LedgerConfig config, RandomGenerator random) {
    this.prefix = config.origin();
    this.masters = new MasterSecrets(config.keysDir(), token(config.pkcs11()), random);
  }

  /// The empty first log of a title.
  ///
  /// - **lost** the origins of logs that the database has lost: nothing is ever signed under them
  ///   again, so the title begins under the next one
  public Head begin(String titleId, Instant at, Predicate<String> lost) {
    return empty(LogId.first(titleId), 0, origin(titleId, 1, lost), at);
  }

  /// The empty log after `last`, with a key that grows from the newest master secret.
  ///
  /// - **lost** as in [#begin]
  public Head successor(Head last, Instant at, Predicate<String> lost) {
    return empty(last.log().next(), last.position(), nextOrigin(last, lost), at);
  }

  /// The empty log that stands in for one that is as empty and has a lost origin or key.
  public Head instead(Head lostAndEmpty, Instant at, Predicate<String> lost) {
    return empty(lostAndEmpty.log(), lostAndEmpty.first(), nextOrigin(lostAndEmpty, lost), at);
  }

  /// The name of the log that would come after this one.
  ///
  /// - **lost** as in [#begin]
  public String successorOrigin(Head head, Predicate<String> lost) {
    return nextOrigin(head, lost);
  }

  /// Whether the origin is of a log that came after this one.
  public boolean isLater(String origin, Head head) {
    var titleId = head.titleId();
    int number = number(origin, titleId);
    return number > number(head.origin(), titleId) && origin.equals(origin(titleId, number));
  }

  private Head empty(LogId log, long first, String origin, Instant at) {
    return new Head(
        log, first, origin, newKey(origin).format(), TreeSize.ZERO, Hash.EMPTY_ROOT, "", at);
  }

  private String nextOrigin(Head head, Predicate<String> lost) {
    return origin(head.titleId(), number(head.origin(), head.titleId()) + 1, lost);
  }

  private String origin(String titleId, int from, Predicate<String> lost) {
    return IntStream.iterate(from, number -> number + 1)
        .mapToObj(number -> origin(titleId, number))
        .filter(lost.negate())
        .findFirst()
        .orElseThrow();
  }

  /// The name of a log, for ever: `<prefix>/<title>` of the first one, `<prefix>/<title>/<n>` of
  /// later ones, the prefix alone of the log of logs. The numbers only rise; where a log was lost
  /// they run ahead of the generations.
  private String origin(String titleId, int number) {
    var name = LogId.LOG_OF_LOGS.equals(titleId) && number == 1 ? prefix : prefix + "/" + titleId;
    return number == 1 ? name : name + "/" + number;
  }

  private static int number(String origin, String titleId) {
    var numbered = "/" + titleId + "/";
    int at = origin.lastIndexOf(numbered);
    var number = at < 0 ? "" : origin.substring(at + numbered.length());
    return NUMBER.matcher(number).matches() ? Integer.parseInt(number) : 1;
  }

  /// Whether a master secret yields the log's key.
  public boolean canSign(Head head) {
    var wanted = Named.of(head);
    return signers.containsKey(wanted) || candidates(wanted).findAny().isPresent();
  }

  /// Whether the master secret that new logs should grow from is not there.
  public boolean lackSecret() {
    return masters.lackNewest();
  }

  /// Looks once more for a master secret that is not there: another instance may have made it.
  public void findSecret() {
    masters.findNewest();
  }

  /// Makes the master secret that is not there. Whoever asks for it knows that there is no ledger
  /// whose secret it could be mistaken for.
  public void makeSecret() {
    masters.makeNewest();
  }

  /// Which master secrets there are, for messages.
  public String secrets() {
    return masters.describe();
  }

  /// - **Errors:** [IllegalStateException] when no master secret yields the log's key
  public Ed25519Signer signer(Head head) {
    return signers.computeIfAbsent(Named.of(head), this::find);
  }

  public VerifierKey verifierKey(Head head) {
    return head.verifierKey().isEmpty()
        ? signer(head).verifierKey()
        : VerifierKey.parse(head.verifierKey());
  }

  /// The key that signed the checkpoint, if it grows, or would grow, from one of our master
  /// secrets: also where the database has forgotten the log.
  public Optional<VerifierKey> keyOf(SignedCheckpoint signed) {
    return ours(signed.checkpoint().origin())
        .filter(key -> signed.verify(List.of(key)) instanceof NoteResult.Authentic)
        .findFirst();
  }

  /// Whether the key grows from one of our master secrets for the log that it is called by.
  public boolean isOurs(VerifierKey key) {
    return ours(key.name()).anyMatch(key::equals);
  }

  /// Every key that a log of this name could have from us.
  private Stream<VerifierKey> ours(String origin) {
    return Stream.concat(
            masters.all().stream().map(master -> derived(master, origin)), eldest(origin))
        .map(Ed25519Signer::verifierKey);
  }

  private VerifierKey newKey(String origin) {
    return masters.all().stream()
        .findFirst()
        .map(newest -> derived(newest, origin).verifierKey())
        .orElseThrow(() -> new IllegalStateException("no key for " + origin + ": " + secrets()));
  }

  private Ed25519Signer find(Named wanted) {
    return candidates(wanted)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "no signing key for log %s: want %s, and none of %s yields it; bring back its"
                        .formatted(wanted.origin(), wanted.key(), secrets())
                    + " secret or begin a new log"));
  }

  private Stream<Ed25519Signer> candidates(Named wanted) {
    return wanted.key().isEmpty() ? eldest(wanted.origin()) : signersOf(wanted);
  }

  /// The key of a log that began before every log had a key of its own.
  private Stream<Ed25519Signer> eldest(String origin) {
    return masters.all().stream()
        .filter(SecretFile.class::isInstance)
        .map(SecretFile.class::cast)
        .filter(MasterSecrets::isFirst)
        .map(file -> Ed25519Signer.ofSeed(origin, file.bytes()));
  }

  private Stream<Ed25519Signer> signersOf(Named wanted) {
    return masters.all().stream()
        .map(master -> derived(master, wanted.origin()))
        .filter(signer -> signer.verifierKey().format().equals(wanted.key()));
  }

  private static Ed25519Signer derived(MasterSecret master, String origin) {
    return Ed25519Signer.ofSeed(origin, master.derive(PURPOSE + origin));
  }

  private static Optional<Token> token(LedgerConfig.Pkcs11 pkcs11) {
    return pkcs11.config().map(file -> Token.open(file, pkcs11.pin().orElse(""), pkcs11.alias()));
  }

  private record Named(String origin, String key) {
    static Named of(Head head) {
      return new Named(head.origin(), head.verifierKey());
    }
  }
}
