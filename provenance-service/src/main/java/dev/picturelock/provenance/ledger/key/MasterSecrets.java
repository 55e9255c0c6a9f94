package dev.picturelock.provenance.ledger.key;

import dev.picturelock.kit.file.InTurn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// All master secrets there are, newest first. New logs grow from the newest; the others stay for
/// the logs that they began.
///
/// Files of the folder: `log-signing.seed`, then `log-signing-2.seed` and so on, each a new secret.
/// None is made unless it is asked for: where a ledger is, a folder without its secrets is not an
/// empty one but a wrong one.
public final class MasterSecrets {
  private static final String FIRST = "log-signing.seed";
  private static final String LOCK = "log-signing.lock";
  private static final Pattern NAME = Pattern.compile("log-signing(?:-([1-9]\\d{0,8}))?\\.seed");

  private final Path folder;
  private final Optional<Token> token;
  private final RandomGenerator random;
  private volatile List<MasterSecret> all;

  /// - **token** what holds the newest secret, which is newer than all files
  public MasterSecrets(Path folder, Optional<Token> token, RandomGenerator random) {
    this.folder = folder;
    this.token = token;
    this.random = random;
    this.all = read();
  }

  public List<MasterSecret> all() {
    return all;
  }

  /// Whether what new logs should grow from is not there: no secret at all, or none in the token.
  public boolean lackNewest() {
    return token.isPresent()
        ? all.stream().noneMatch(SecretInToken.class::isInstance)
        : all.isEmpty();
  }

  /// Looks once more for what [#lackNewest] misses.
  public void findNewest() {
    if (lackNewest()) {
      all = read();
    }
  }

  /// Makes what [#lackNewest] misses; another instance may be faster.
  public void makeNewest() {
    if (token.isPresent()) {
      makeInToken(token.get());
    } else {
      var _ = SecretFile.create(folder, FIRST, random);
      all = read();
    }
  }

  /// A token takes whatever it is given, also under a name that it has already. So instances look
  /// and make one after the other, but for those whose folder is mounted to be read only.
  private void makeInToken(Token holder) {
    if (Files.exists(folder) && !Files.isWritable(folder)) {
      makeUnlessThere(holder);
      return;
    }
    try {
      InTurn.take(folder.resolve(LOCK), () -> makeUnlessThere(holder));
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of signing keys " + folder + " is unusable", e);
    }
  }

  private void makeUnlessThere(Token holder) {
    if (holder.secret().isEmpty()) {
      holder.makeSecret();
    }
    all = read();
  }

  /// Where they are looked for and which there are; never the secrets.
  public String describe() {
    var names = all.stream().map(MasterSecret::name).toList();
    return "the master secrets %s of folder %s".formatted(names, folder)
        + (token.isPresent() ? " and a token" : "");
  }

  /// Whether it is the secret from before every log had a key of its own, not just the lowest there
  /// is.
  public static boolean isFirst(SecretFile secret) {
    return secret.isCalled(FIRST);
  }

  private List<MasterSecret> read() {
    var secrets = new ArrayList<MasterSecret>();
    token.flatMap(Token::secret).ifPresent(secrets::add);
    secrets.addAll(files());
    return List.copyOf(secrets);
  }

  private List<SecretFile> files() {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
          .sorted(Comparator.comparingInt(MasterSecrets::number).reversed())
          .map(SecretFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of signing keys " + folder + " is unusable", e);
    }
  }

  private static int number(Path file) {
    var name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() && name.group(1) != null ? Integer.parseInt(name.group(1)) : 1;
  }
}
