package dev.picturelock.tlog.note;

import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

/// A signature algorithm of `java.base`, with the fixed sizes that notes rely on.
public enum KeyAlgorithm {
  /// RFC 8032; its SubjectPublicKeyInfo is that of RFC 8410.
  ED25519("Ed25519", 32, 64, "302a300506032b6570032100"),
  /// FIPS 204 with an empty context string; its SubjectPublicKeyInfo is that of RFC 9881.
  ML_DSA_44("ML-DSA-44", 1312, 2420, "30820532300b06096086480165030403110382052100");

  private final String jdkName;
  private final int publicKeyBytes;
  private final int signatureBytes;
  private final String spkiPrefix;

  KeyAlgorithm(String jdkName, int publicKeyBytes, int signatureBytes, String spkiPrefix) {
    this.jdkName = jdkName;
    this.publicKeyBytes = publicKeyBytes;
    this.signatureBytes = signatureBytes;
    this.spkiPrefix = spkiPrefix;
  }

  public int publicKeyBytes() {
    return publicKeyBytes;
  }

  public int signatureBytes() {
    return signatureBytes;
  }

  NamedParameterSpec parameters() {
    return new NamedParameterSpec(jdkName);
  }

  /// The name by which the JDK knows it.
  String jdkName() {
    return jdkName;
  }

  /// SubjectPublicKeyInfo up to the key itself.
  byte[] spkiPrefix() {
    return HexFormat.of().parseHex(spkiPrefix);
  }
}
