package dev.picturelock.tlog.policy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.Ed25519Signer;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

  private static final String LOG = PolicyFiles.LOG.verifierKey().format();
  private static final String A = PolicyFiles.vkey("X1");
  private static final String B = PolicyFiles.vkey("X2");

  @Test
  void readsLogsWitnessesUrlsAndQuorum() {
    var policy =
        Policy.parse(
            "log %s https://log.example/prov\nwitness a %s https://w.example/a\nwitness b %s\nquorum a\n"
                .formatted(LOG, A, B));

    assertThat(policy.logs())
        .containsExactly(new KnownLog(PolicyFiles.LOG.verifierKey(), "https://log.example/prov"));
    assertThat(policy.witnesses())
        .containsExactly(
            new KnownWitness("a", PolicyFiles.witness("X1").verifierKey(), "https://w.example/a"),
            new KnownWitness("b", PolicyFiles.witness("X2").verifierKey(), null));
    assertThat(policy.quorum()).isEqualTo(new Quorum.One(policy.witnesses().getFirst()));
    assertThat(policy.logs().getFirst().origin()).isEqualTo(PolicyFiles.ORIGIN);
  }

  @Test
  void ignoresBlanksCommentsAndTheOrderOfLogsAndWitnesses() {
    var policy =
        Policy.parse(
            "\n \t \n#log\n \t# witness\n\twitness\t a  %s \t\nquorum a\nlog %s\nwitness b %s\ngroup g 1 b\n"
                .formatted(A, LOG, B));

    assertThat(policy.logs()).hasSize(1);
    assertThat(policy.witnesses()).hasSize(2);
    assertThat(policy.quorum().witnesses()).hasSize(1);
  }

  @Test
  void takesNamesForOctets() {
    // K and the Kelvin sign, a letter in two encodings, and keywords as names
    byte[] latin = "witness \u00e9 %s\nquorum \u00e9\n".formatted(A).getBytes(ISO_8859_1);
    byte[] mixed = new byte[latin.length + 1];
    System.arraycopy(latin, 0, mixed, 0, latin.length - 2);
    System.arraycopy("é\n".getBytes(UTF_8), 0, mixed, latin.length - 2, 3);

    assertThat(
            Policy.parse(
                    "witness K %s\nwitness \u212a %s\ngroup all any K \u212a\nquorum all\n"
                        .formatted(A, B))
                .witnesses())
        .extracting(KnownWitness::name)
        .containsExactly("K", "\u212a");
    assertThat(Policy.parse(latin).witnesses()).hasSize(1);
    assertThatThrownBy(() -> Policy.parse(mixed))
        .hasMessage("policy line 2: name: 'é' is not defined on an earlier line");
  }

  @Test
  void supportsMoreThanTheRecommendedThirtyTwoOfEach() {
    var lines =
        IntStream.range(0, 40)
            .mapToObj(i -> {
              var log = Ed25519Signer.ofSeed("log" + i, Seeds.of(i));
              var witness =
                  CosignatureSigner.ofSeed("w" + i, Seeds.of(100 + i), () -> Instant.EPOCH);
              return "log %s\nwitness w%d %s\ngroup g%d any w%d%s\n"
                  .formatted(
                      log.verifierKey(),
                      i,
                      witness.verifierKey(),
                      i,
                      i,
                      i == 0 ? "" : " g" + (i - 1));
            })
            .collect(Collectors.joining());

    var policy = Policy.parse(lines + "quorum g39\n");

    assertThat(policy.logs()).hasSize(40);
    assertThat(policy.quorum().witnesses()).hasSize(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'' => policy: no quorum line",
        "log LOG~ => policy: no quorum line",
        "quorum none => policy line 1: line: does not end with a line end",
        "quorum none~quorum none~ => policy line 2: quorum: there is an earlier quorum line",
        "quorum~ => policy line 1: quorum: want 'quorum <name>'",
        "quorum none none~ => policy line 1: quorum: want 'quorum <name>'",
        "quorum a~witness a A~ => policy line 1: name: 'a' is not defined on an earlier line",
        "~# x~quorums none~ => policy line 3: keyword: want log, witness, group or quorum, got 'quorums'",
        "Quorum none~ => policy line 1: keyword: want log, witness, group or quorum, got 'Quorum'",
        "quorum none^~ => policy line 1: character: control character other than tab and line end",
        "# \u007f~quorum none~ => policy line 1: character: control character other than tab and line end",
        "quorum\u00a0none~ => policy line 1: keyword: want log, witness, group or quorum, got 'quorum\u00a0none'",
        "log~ => policy line 1: log: want 'log <vkey> [<url>]'",
        "log LOG u v~ => policy line 1: log: want 'log <vkey> [<url>]'",
        "log LOG~log LOG~ => policy line 2: log: its public key is on an earlier line",
        "log LOG~log SAME~ => policy line 2: log: its public key is on an earlier line",
        "log A~ => policy line 1: log: its key is that of a witness",
        "witness a~ => policy line 1: witness: want 'witness <name> <vkey> [<url>]'",
        "witness a A u v~ => policy line 1: witness: want 'witness <name> <vkey> [<url>]'",
        "witness a LOG~ => policy line 1: witness: its key is not one for cosignatures",
        "witness a A~witness b A~ => policy line 2: witness: its public key is on an earlier line",
        "witness a A~witness a B~ => policy line 2: name: 'a' is already defined",
        "witness none A~ => policy line 1: name: 'none' cannot be defined",
        "witness a A~group a any a~ => policy line 2: name: 'a' is already defined",
        "witness a A~group none any a~ => policy line 2: name: 'none' cannot be defined",
        "group g any none~ => policy line 1: name: 'none' is not defined on an earlier line",
        "witness a A~group g any~ => policy line 2: group: want 'group <name> all|any|<k> <name>...'",
        "witness a A~group g any b~ => policy line 2: name: 'b' is not defined on an earlier line",
        "witness a A~group g any g~ => policy line 2: name: 'g' is not defined on an earlier line",
        "witness a A~group g any a a~ => policy line 2: group: 'a' is already a member of a group",
        "witness a A~group g any a~group h any a~ => policy line 3: group: 'a' is already a member of a group",
        "witness a A~group g 0 a~ => policy line 2: threshold: want 1 to 1, got 0",
        "witness a A~group g 2 a~ => policy line 2: threshold: want 1 to 1, got 2",
        "witness a A~group g 01 a~ => policy line 2: threshold: leading zero in '01'",
        "witness a A~group g -1 a~ => policy line 2: threshold: want a decimal number, got '-1'",
        "witness a A~group g 4294967297 a~ => policy line 2: threshold: want 1 to 1, got 4294967297",
        "witness a A~group g ALL a~ => policy line 2: threshold: want a decimal number, got 'ALL'",
        "witness a x~ => policy line 1: verifier key: want name+id+key, got 'x'"
      })
  void namesTheLineThatIsWrong(String file, String message) {
    var same = Ed25519Signer.ofSeed("log.example/same-key", Seeds.of(1)).verifierKey();
    var text =
        file.replace("LOG", LOG)
            .replace("SAME", same.format())
            .replaceAll("\\bA\\b", Matcher.quoteReplacement(A))
            .replaceAll("\\bB\\b", Matcher.quoteReplacement(B))
            .replace('~', '\n')
            .replace('^', '\r');

    assertThatThrownBy(() -> Policy.parse(text))
        .isInstanceOf(MalformedException.class)
        .hasMessage(message);
  }

  @Test
  void isBounded() {
    assertThat(Policy.parse("\n".repeat(999) + "quorum none\n").quorum())
        .isEqualTo(new Quorum.None());
    assertThatThrownBy(() -> Policy.parse("\n".repeat(1_000) + "quorum none\n"))
        .hasMessage("policy: more than 1000 lines");
    assertThatThrownBy(() -> Policy.parse(new byte[2_000_001]))
        .isInstanceOf(MalformedException.class);
  }
}
