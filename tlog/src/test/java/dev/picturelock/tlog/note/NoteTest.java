package dev.picturelock.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.note.NoteResult.Authentic;
import dev.picturelock.tlog.note.NoteResult.Reason;
import dev.picturelock.tlog.note.NoteResult.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Ed25519Signer LOG = Ed25519Signer.ofSeed("log", Seeds.of(1));
  private static final CosignatureSigner WITNESS =
      CosignatureSigner.ofSeed("witness", Seeds.of(2), () -> NOON);
  private static final String TEXT = "first line\n\nthird line\n";

  @Test
  void holdsForTheExampleOfTheSpecification() {
    var key =
        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    var text =
        """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
        """;

    var note = Note.parse(text);

    assertThat(note.text()).isEqualTo("This is an example message.\n");
    assertThat(note.format()).isEqualTo(text);
    assertThat(note.verify(List.of(key)))
        .isEqualTo(new Authentic(List.of(new Endorsement.Signed(key))));
  }

  @Test
  void splitsAtTheLastEmptyLine() {
    var note = Note.sign(TEXT, List.of(LOG));

    var parsed = Note.parse(note.toBytes());

    assertThat(parsed).isEqualTo(note);
    assertThat(parsed.text()).isEqualTo(TEXT);
  }

  @Test
  void tellsWhenAWitnessCosigned() {
    var note = Note.sign(TEXT, List.of(LOG, WITNESS));

    var result = note.verify(List.of(LOG.verifierKey(), WITNESS.verifierKey()));

    assertThat(result)
        .isEqualTo(
            new Authentic(
                List.of(
                    new Endorsement.Signed(LOG.verifierKey()),
                    new Endorsement.Cosigned(WITNESS.verifierKey(), NOON))));
  }

  @Test
  void ignoresSignaturesByUnknownKeys() {
    var note = Note.sign(TEXT, List.of(WITNESS, LOG));
    var sameNameOtherKey = Ed25519Signer.ofSeed("log", Seeds.of(9)).sign("something else\n");

    var result = note.with(List.of(sameNameOtherKey)).verify(List.of(LOG.verifierKey()));

    assertThat(result).isEqualTo(new Authentic(List.of(new Endorsement.Signed(LOG.verifierKey()))));
  }

  @Test
  void isRejectedForOneBadSignatureByAKnownKey() {
    var stale = WITNESS.sign("another text\n");
    var note = Note.sign(TEXT, List.of(LOG)).with(List.of(stale));

    var result = note.verify(List.of(LOG.verifierKey(), WITNESS.verifierKey()));

    assertThat(result).isInstanceOf(Rejected.class);
    assertThat(((Rejected) result).reason()).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void isRejectedWithoutASignatureByAKnownKey() {
    var result = Note.sign(TEXT, List.of(WITNESS)).verify(List.of(LOG.verifierKey()));

    assertThat(result).isInstanceOf(Rejected.class);
    assertThat(((Rejected) result).reason()).isEqualTo(Reason.NO_KNOWN_SIGNATURE);
  }

  @Test
  void doesNotTakeACosignatureForASignature() {
    // The same name, key bytes and text, but a key id of the other type.
    var cosigner = CosignatureSigner.ofSeed("log", Seeds.of(1), () -> NOON);

    var result = Note.sign(TEXT, List.of(cosigner)).verify(List.of(LOG.verifierKey()));

    assertThat(result).isInstanceOf(Rejected.class);
  }

  @Test
  void losesItsCosignatureWhenTheTimeIsChanged() {
    var line = WITNESS.sign(TEXT);
    byte[] payload = Base64.getDecoder().decode(line.base64());
    payload[11] ^= 1;
    var changed = new SignatureLine("witness", Base64.getEncoder().encodeToString(payload));

    var result = new Note(TEXT, List.of(changed)).verify(List.of(WITNESS.verifierKey()));

    assertThat(result).isInstanceOf(Rejected.class);
  }

  @Test
  void isNotBelievedAfterAnyByteIsChanged() {
    byte[] bytes = Note.sign(TEXT, List.of(LOG)).toBytes();

    for (int at = 0; at < bytes.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << bit);

        assertThat(isBelieved(changed)).as("byte %d bit %d", at, bit).isFalse();
      }
    }
    assertThat(isBelieved(bytes)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "\n\n— log AAAAAAA=\n\n",
        "text\n\n— log AAAAAAA=",
        "text\n\n- log AAAAAAA=\n",
        "text\n\n—log AAAAAAA=\n",
        "text\n\n— log  AAAAAAA=\n",
        "text\n\n— log AAAAAAA= \n",
        "text\n\n— log AAAAAAA=\r\n",
        "text\n\n— lo+g AAAAAAA=\n",
        "text\n\n— lo\u00a0g AAAAAAA=\n",
        "text\n\n— lo\u2003g AAAAAAA=\n",
        "text\n\n—  AAAAAAA=\n",
        "text\n\n— AAAAAAA=\n",
        "text\n\n— log AAAAAA==\n",
        "text\n\n— log AAAAAAB=\n",
        "text\n\n— log AAAAAAA\n",
        "text\n\n— log \n",
        "text\n\n— log AAAAAAA=\nmore\n",
        "te\txt\n\n— log AAAAAAA=\n",
        "te\rxt\n\n— log AAAAAAA=\n"
      })
  void refusesEveryOtherForm(String text) {
    assertThatThrownBy(() -> Note.parse(text)).isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x09, 0x0b, 0x0c, 0x0d, 0x1c, 0x1f, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2007, 0x200a,
        0x2028, 0x2029, 0x202f, 0x205f, 0x3000, '+', 0xd800, 0xdfff
      })
  void isNotSignedUnderANameWithASpaceOrAPlusSign(int character) {
    var name = "lo" + (char) character + "g";

    assertThatThrownBy(() -> Ed25519Signer.ofSeed(name, Seeds.of(1)))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> new SignatureLine(name, LOG.sign(TEXT).base64()))
        .isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ü", "日本", "\u180e", "\u200b", "\ufeff", "🎬", "a/b:c", "—"})
  void isSignedUnderAnyOtherName(String name) {
    var signer = Ed25519Signer.ofSeed(name, Seeds.of(1));

    var note = Note.parse(Note.sign(TEXT, List.of(signer)).toBytes());

    assertThat(note.verify(List.of(signer.verifierKey()))).isInstanceOf(Authentic.class);
    assertThat(VerifierKey.parse(signer.verifierKey().format())).isEqualTo(signer.verifierKey());
  }

  @Test
  void mayEndWithEmptyLines() {
    var note = Note.sign("text\n\n\n", List.of(LOG));

    assertThat(Note.parse(note.format())).isEqualTo(note);
    assertThat(Note.parse("\n\n" + LOG.sign("\n").format()).text()).isEqualTo("\n");
  }

  @Test
  void takesUpToOneHundredSignatures() {
    var line = LOG.sign(TEXT);

    var largest = new Note(TEXT, Collections.nCopies(100, line));

    assertThat(Note.parse(largest.format())).isEqualTo(largest);
    assertThatThrownBy(() -> Note.parse(largest.format() + line.format()))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> Note.parse(new byte[Note.MAX_BYTES + 1]))
        .hasMessage("note: 1000001 bytes, at most 1000000 can be");
    var end = "\n\n" + LOG.sign(TEXT).format();
    var longest = "a".repeat(Note.MAX_BYTES - end.length()) + end;
    assertThat(Note.parse(longest).text()).hasSize(Note.MAX_BYTES - end.length() + 1);
    assertThatThrownBy(() -> Note.parse("a" + longest)).isInstanceOf(MalformedException.class);
  }

  @Test
  void isUnicode() {
    var note = Note.sign("Größe ✓ 🎬\n", List.of(LOG));

    assertThat(isBelieved(note.toBytes())).isTrue();
    assertThatThrownBy(() -> Note.parse("\ud800\n\n" + LOG.sign(TEXT).format()))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> Note.parse("é".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(MalformedException.class);
  }

  private static boolean isBelieved(byte[] note) {
    try {
      return Note.parse(note).verify(List.of(LOG.verifierKey())) instanceof Authentic;
    } catch (MalformedException e) {
      return false;
    }
  }
}
