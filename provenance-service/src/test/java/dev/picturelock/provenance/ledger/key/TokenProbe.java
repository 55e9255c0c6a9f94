package dev.picturelock.provenance.ledger.key;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;

/// Prints what a token's secret derives, or why it does not. One that finds no secret says so and
/// makes one when it gets a line.
final class TokenProbe {
  static final String NONE = "none";

  private TokenProbe() {}

  public static void main(String[] args) throws IOException {
    try {
      var config = Path.of(args[0]);
      var secrets =
          new MasterSecrets(
              config.resolveSibling("keys"),
              Optional.of(Token.open(config, args[1], "master")),
              new Random(1));
      if (secrets.lackNewest()) {
        System.out.println(NONE);
        int _ = System.in.read();
        secrets.makeNewest();
      }
      System.out.println(HexFormat.of().formatHex(secrets.all().getFirst().derive(args[2])));
    } catch (IllegalStateException unusable) {
      System.out.println(unusable.getMessage());
    }
  }
}
