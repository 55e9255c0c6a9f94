package dev.picturelock.kit.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Makes and opens disclosures, and the pseudonyms that stand for persons.
///
/// All keys are derived (HKDF-SHA256) from the installation's secret, `picturelock.secret`: 32
/// bytes as base64. There is no default: without it nothing starts.
@ApplicationScoped
public class Disclosures {
  /// Value of `_sd_alg` in events.
  public static final String ALGORITHM = "sha-256";

  private static final int SALT_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final int PSEUDONYM_BYTES = 16;

  private final RandomGenerator random;
  private final byte[] master;
  private final Box sealing;
  private final SecretKey naming;
  private final SecretKey comparing;

  Disclosures(@ConfigProperty(name = "picturelock.secret") String secret, RandomGenerator random) {
    this.random = random;
    this.master = masterKey(secret);
    this.sealing = box("picturelock disclosure v1");
    this.naming = derive(master, "picturelock pseudonym v1", "HmacSHA256");
    this.comparing = derive(master, "picturelock fingerprint v1", "HmacSHA256");
  }

  /// Without a container, for tools and tests.
  public static Disclosures of(String secret, RandomGenerator random) {
    return new Disclosures(secret, random);
  }

  /// A new disclosure with a fresh 128-bit salt.
  public Disclosure disclose(String name, String value) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new Disclosure(
        Base64.getUrlEncoder().withoutPadding().encodeToString(salt), name, value);
  }

  public SealedDisclosure seal(String title, UUID event, Disclosure disclosure) {
    return seal(title, event, disclosure, null);
  }

  /// - **subject** pseudonym of the person the value is about, where the value does not name the
  ///   person itself
  public SealedDisclosure seal(
      String title, UUID event, Disclosure disclosure, @Nullable String subject) {
    var digest = disclosure.digest();
    var sealed = sealing.seal(disclosure.toBytes(), binding(title, event, digest));
    var base64 = Base64.getEncoder();
    return new SealedDisclosure(
        title,
        event,
        digest,
        base64.encodeToString(Arrays.copyOf(sealed, Box.NONCE_BYTES)),
        base64.encodeToString(Arrays.copyOfRange(sealed, Box.NONCE_BYTES, sealed.length)),
        subject);
  }

  /// Empty when the record was made under another secret or was tampered with.
  public Optional<Disclosure> open(SealedDisclosure sealed) {
    try {
      var base64 = Base64.getDecoder();
      var joined = new ByteArrayOutputStream();
      joined.writeBytes(base64.decode(sealed.nonce()));
      joined.writeBytes(base64.decode(sealed.ciphertext()));
      return sealing
          .open(joined.toByteArray(), binding(sealed.title(), sealed.event(), sealed.digest()))
          .flatMap(clear -> Disclosure.fromBytes(clear, sealed.digest()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// A box under a key that is derived from the installation's secret for this purpose alone.
  public Box box(String purpose) {
    return new Box(derive(master, purpose, "AES"), random);
  }

  /// The name a person goes by in the events of one title: equal for equal persons, meaningless
  /// outside the title and without the secret.
  public String pseudonym(String title, String person) {
    var hash = macs(naming, title).apply(person.getBytes(StandardCharsets.UTF_8));
    return "p_" + HexFormat.of().formatHex(hash, 0, PSEUDONYM_BYTES);
  }

  /// Tells whether two contents of one title are equal without keeping either: without the secret
  /// nobody can try out what the content was. What is returned is for one thread.
  public UnaryOperator<byte[]> fingerprints(String title) {
    return macs(comparing, title);
  }

  private static UnaryOperator<byte[]> macs(SecretKey key, String title) {
    var scope = (title + '\0').getBytes(StandardCharsets.UTF_8);
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return content -> {
        mac.update(scope);
        return mac.doFinal(content);
      };
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HmacSHA256 is part of every Java platform", impossible);
    }
  }

  private static String binding(String title, UUID event, String digest) {
    return title + "\n" + event + "\n" + digest;
  }

  private static byte[] masterKey(String secret) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(secret.strip());
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("picturelock.secret: want base64", notBase64);
    }
    if (key.length != SECRET_BYTES) {
      throw new IllegalArgumentException("picturelock.secret: want 32 bytes, got " + key.length);
    }
    return key;
  }

  private static SecretKey derive(byte[] master, String purpose, String algorithm) {
    try {
      var parameters =
          HKDFParameterSpec.ofExtract()
              .addIKM(master)
              .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), SECRET_BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
    } catch (InvalidAlgorithmParameterException | java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of Java 25", e);
    }
  }
}
