package dev.picturelock.provenance.ledger.key;

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
public final class MasterSecrets {
  private static final String FIRST = "log-signing.seed";
  private static final Pattern NAME = Pattern.compile("log-signing(?:-([1-9]\\d{0,8}))?\\.seed");

  private MasterSecrets() {}

  /// - **newest** a token's secret, which is newer than all files
  public static List<MasterSecret> load(
      Path folder, Optional<SecretInToken> newest, RandomGenerator random) {
    var secrets = new ArrayList<MasterSecret>();
    newest.ifPresent(secrets::add);
    secrets.addAll(files(folder));
    if (secrets.isEmpty()) {
      secrets.add(SecretFile.create(folder, FIRST, random));
    }
    return List.copyOf(secrets);
  }

  /// Whether it is the secret from before every log had a key of its own, not just the lowest there
  /// is.
  public static boolean isFirst(SecretFile secret) {
    return secret.isCalled(FIRST);
  }

  private static List<SecretFile> files(Path folder) {
    try {
      Files.createDirectories(folder);
      try (var files = Files.list(folder)) {
        return files
            .filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
            .sorted(Comparator.comparingInt(MasterSecrets::number).reversed())
            .map(SecretFile::read)
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of signing keys " + folder + " is unusable", e);
    }
  }

  private static int number(Path file) {
    var name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() && name.group(1) != null ? Integer.parseInt(name.group(1)) : 1;
  }
}
