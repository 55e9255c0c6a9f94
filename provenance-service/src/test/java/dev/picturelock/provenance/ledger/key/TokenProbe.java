package dev.picturelock.provenance.ledger.key;

import java.nio.file.Path;
import java.util.HexFormat;

/// Prints what a token's secret derives, or why it does not.
final class TokenProbe {
  private TokenProbe() {}

  public static void main(String[] args) {
    try {
      var token = Token.open(Path.of(args[0]), args[1], "master");
      var secret = token.secret().orElseGet(token::makeSecret);
      System.out.println(HexFormat.of().formatHex(secret.derive(args[2])));
    } catch (IllegalStateException unusable) {
      System.out.println(unusable.getMessage());
    }
  }
}
