package dev.picturelock.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.cli.Run;
import dev.picturelock.cli.rotation.SampleRotation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandTest {

  private static final String KEY = SampleLog.KEY.format();

  @TempDir Path folder = Path.of("");
  private FakeService service = newService();

  @BeforeEach
  void start() {
    service.close();
    service = newService();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void exportsALogThatCheckThenFindsWholeOffline() {
    var log = SampleLog.of(600);
    service.with(log);

    var export = run("export", "--key", KEY);
    service.close();
    var check = Run.of("log", "check", folder.toString(), "--key", KEY);

    assertThat(export.err()).isEmpty();
    assertThat(export.exitCode()).isZero();
    assertThat(export.out()).contains("OK log 1: 600 entries (600 new), root " + log.root());
    assertThat(check.exitCode()).isZero();
    assertThat(check.out()).contains("OK log 1: 600 entries, root " + log.root(), KEY);
    assertThat(folder.resolve("logs.json")).content().contains("\"log\" : 1", KEY);
  }

  @Test
  void followsARotationThroughTheStatementThatBothKeysSigned() {
    var first = SampleLog.of(300);
    var second = successor(first, 2).growTo(5);
    service.with(first, second);

    var export = run("export", "--key", KEY);
    var check = Run.of("log", "check", folder.toString(), "--key", KEY);

    assertThat(export.err()).isEmpty();
    assertThat(export.out()).contains("OK log 1: 300 entries", "OK log 2: 5 entries");
    assertThat(check.exitCode()).isZero();
    assertThat(check.out()).contains("OK log 1: 300", "OK log 2: 5");
  }

  @Test
  void doesNotTakeTheWordOfAStolenKeyForTheNextOne() {
    var first = SampleLog.of(300);
    var second = successor(first, 2, "KEY_COMPROMISED").growTo(5);
    service.with(first, second);

    var export = run("export", "--key", KEY);
    var both = run("export", "--key", KEY, "--key", second.key().format());
    var check = Run.of("log", "check", folder.toString(), "--key", KEY);

    assertThat(export.exitCode()).isEqualTo(1);
    assertThat(export.out()).contains("REFUSED log 2: the key before it was stolen");
    assertThat(both.exitCode()).as(both.out() + both.err()).isZero();
    assertThat(check.out()).contains("DAMAGED log 2: the key before it was stolen");
  }

  @Test
  void aCopyThatIsHereVouchesForItsLogButNotForTheOneAfterAStolenKey() {
    var first = SampleLog.of(300);
    var second = successor(first, 2, "KEY_COMPROMISED").growTo(5);
    run("mirror", service.with(first), "--once");

    var refused = run("mirror", service.with(first, second), "--once");
    var told = run("mirror", "--once", "--key", KEY, "--key", second.key().format());
    var followed = run("mirror", service.with(first, second.growTo(6)), "--once");

    assertThat(refused.out()).contains("REFUSED log 2: the key before it was stolen");
    assertThat(told.out()).contains("OK log 2: 5 entries");
    assertThat(followed.out()).contains("OK log 2: 6 entries (1 new)");
  }

  @Test
  void aLogThatTheNewKeyAloneSaysFollowsNeedsItsKeyFromElsewhere() {
    var first = SampleLog.of(300);
    var signer = SampleLog.signer(SampleLog.ORIGIN + "/2", 2);
    var rotation =
        SampleRotation.of(first.signed().checkpoint(), SampleLog.SIGNER, signer)
            .because("KEY_LOST")
            .signedBy(signer);
    service.with(first, new SampleLog(signer).add(text(rotation)));
    var key = signer.verifierKey().format();

    var export = run("export", "--key", KEY);
    var both = run("export", "--key", KEY, "--key", key);
    var relabelled = new SampleLog(signer).add(text(rotation).replace("KEY_LOST", "SCHEDULED"));
    service.with(first, relabelled);
    var lie =
        Run.of(
            "log",
            "export",
            folder.resolve("lie").toString(),
            "--title",
            "demo",
            "--provenance",
            service.url(),
            "--token",
            FakeService.TOKEN,
            "--key",
            KEY,
            "--key",
            key);

    assertThat(export.out()).contains("REFUSED log 2: the key before it was lost");
    assertThat(both.exitCode()).as(both.out() + both.err()).isZero();
    assertThat(lie.out()).contains("REFUSED log 2: its first entry does not say that it follows");
  }

  @Test
  void nothingFollowsAnEmptyLog() {
    var honest = SampleLog.of(300);
    var empty = new SampleLog(SampleLog.signer(SampleLog.ORIGIN + "/2", 2));
    var third = SampleLog.signer(SampleLog.ORIGIN + "/3", 3);
    var rotation =
        SampleRotation.of(
            empty.signed().checkpoint(), SampleLog.signer(SampleLog.ORIGIN + "/2", 2), third);
    var afterEmpty = new SampleLog(third).add(text(rotation)).growTo(5);

    var export = run("export", service.with(honest, empty, afterEmpty), "--key", KEY);

    assertThat(export.exitCode()).isEqualTo(1);
    assertThat(export.out()).contains("REFUSED log 2: it is empty");
    assertThat(folder.resolve("3")).doesNotExist();
  }

  @Test
  void copiesNoLogThatDoesNotFollowTheOneBeforeIt() {
    var first = SampleLog.of(300);
    var unrelated = new SampleLog(SampleLog.signer(SampleLog.ORIGIN + "/2", 2)).growTo(5);
    var afterAnother = successor(SampleLog.of(299), 2).growTo(5);

    var withoutStatement = runWith(service.with(first, unrelated), "export", "--key", KEY);
    var withAnother = runWith(service.with(first, afterAnother), "export", "--key", KEY);

    assertThat(withoutStatement.exitCode()).isEqualTo(1);
    assertThat(withoutStatement.out()).contains("REFUSED log 2: its first entry is no statement");
    assertThat(withAnother.out())
        .contains("REFUSED log 2: its first entry does not say that it follows the 300 entries");
    assertThat(folder.resolve("1/checkpoint")).exists();
    assertThat(folder.resolve("2/checkpoint")).doesNotExist();
  }

  @Test
  void refusesAForkAndARollbackAndAKeyThatWasExchanged() throws IOException {
    run("export", service.with(SampleLog.of(600)));
    var before = Copies.files(folder);

    var fork = run("export", service.with(SampleLog.of(10).add("else").growTo(700)));
    var rolledBack = run("mirror", service.with(SampleLog.of(500)), "--once");
    var exchanged =
        run("export", service.with(new SampleLog(SampleLog.signer(SampleLog.ORIGIN, 7))));

    assertThat(List.of(fork, rolledBack, exchanged)).allMatch(run -> run.exitCode() == 1);
    assertThat(fork.out()).contains("REFUSED log 1: forked: the root of the first 600 entries was");
    assertThat(rolledBack.out()).contains("REFUSED log 1: rolled back: the log had 600 entries");
    assertThat(exchanged.out()).contains("REFUSED log 1: its key was " + KEY);
    assertThat(Copies.files(folder)).isEqualTo(before);
  }

  @Test
  void saysWhenOnlyTheServiceVouchesForTheKey() {
    service.with(SampleLog.of(3));
    var stranger = SampleLog.signer(SampleLog.ORIGIN, 9).verifierKey().format();

    assertThat(run("export", "--key", stranger).out())
        .contains("is none of those given with --key");
    assertThat(run("export").err()).contains("nobody but the service vouches for its key " + KEY);
    assertThat(run("export").err()).isEmpty();
  }

  @Test
  void namesTheFirstDamageOfAFolder() throws IOException {
    run("export", service.with(SampleLog.of(600)));
    byte[] bundle = Files.readAllBytes(folder.resolve("1/tile/entries/001"));
    bundle[bundle.length - 1] ^= 1;
    Files.write(folder.resolve("1/tile/entries/001"), bundle);

    var check = Run.of("log", "check", folder.toString());
    var one = Run.of("log", "check", folder.resolve("1").toString(), "--key", KEY);
    var none = Run.of("log", "check", folder.resolve("none").toString());

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out())
        .contains("DAMAGED log 1: entry 511 does not hash to what tile/0/001 says")
        .contains("so the entry was changed");
    assertThat(one.out()).contains("DAMAGED log: entry 511");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("there is no log in");
  }

  @Test
  void missesALogThatWasTakenOutOfAFolder() throws IOException {
    var first = SampleLog.of(3);
    run("export", service.with(first, successor(first, 2)));
    var list = folder.resolve("logs.json");

    Files.move(folder.resolve("2/checkpoint"), folder.resolve("2/hidden"));
    var withoutTheNewest = check();
    Files.move(folder.resolve("1"), folder.resolve("gone"));
    var withoutAny = check();
    Files.move(folder.resolve("2/hidden"), folder.resolve("2/checkpoint"));
    Files.move(list, folder.resolve("list"));
    var withoutTheFirst = check();

    assertThat(List.of(withoutTheNewest, withoutAny, withoutTheFirst))
        .allMatch(check -> check.exitCode() == 1);
    assertThat(withoutTheNewest.out()).contains("OK log 1", "DAMAGED log 2: it is not here");
    assertThat(withoutAny.out()).startsWith("DAMAGED log 1: it is not here");
    assertThat(withoutTheFirst.out()).startsWith("DAMAGED log 1: it is not here");
  }

  @Test
  void holdsTheListOfAFolderAgainstItsLogs() throws IOException {
    var log = SampleLog.of(3);
    run("export", service.with(log));
    var list = folder.resolve("logs.json");
    var stranger = SampleLog.signer(SampleLog.ORIGIN, 9).verifierKey().format();

    Files.writeString(list, Files.readString(list).replace(KEY, stranger));
    var anotherKey = check();
    Files.writeString(list, Files.readString(list).replace(stranger, KEY));
    var key = folder.resolve("1/key");
    Files.writeString(key, Files.readString(key).replace('+', '-'));
    var noKey = check();
    Files.writeString(list, "{");
    var broken = check();

    assertThat(anotherKey.exitCode()).isEqualTo(1);
    assertThat(anotherKey.out()).contains("DAMAGED log 1: its key is " + KEY, stranger);
    assertThat(noKey.exitCode()).isEqualTo(1);
    assertThat(noKey.out()).contains("DAMAGED log 1: its key is ");
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.out()).contains("logs.json: list of logs: it is no JSON");
  }

  @Test
  void repeatsWhatFailsForAMomentAndGivesUpWithAReason() {
    service.with(SampleLog.of(3));

    service.failNext(2);
    assertThat(run("export").exitCode()).isZero();
    service.failNext(3);
    var busy = run("export");
    service.close();
    var away = run("export");

    assertThat(busy.exitCode()).isEqualTo(2);
    assertThat(busy.err()).contains("picturelock log export: ", "answers with status 503");
    assertThat(away.exitCode()).isEqualTo(2);
    assertThat(away.err()).contains("cannot reach", "is it running");
  }

  @Test
  void saysWhatToDoWhenItMayNot() {
    service.with(SampleLog.of(3));
    var dir = folder.toString();

    var wall = run("export", "--title", "other");
    var badToken =
        Run.of(
            "log", "export", dir, "--title", "demo", "--provenance", service.url(), "--token", "x");
    var badTitle = Run.of("log", "export", dir, "--title", "../x", "--token", "x");
    var badUrl =
        Run.of("log", "export", dir, "--title", "demo", "--token", "x", "--provenance", "ftp://x");
    var nothing = Run.of("log", "export", dir, "--token", "x");
    var badTime = Run.of("log", "mirror", dir, "--title", "demo", "--every", "soon");
    var bare = Run.of("log");

    assertThat(wall.err()).contains("this account may not read", "it has no role in that title");
    assertThat(badToken.err()).contains("does not accept the token", "log in with --user");
    assertThat(badTitle.err()).contains("'../x' cannot be the name of a title");
    assertThat(badUrl.err()).contains("--provenance is no web address: ftp://x");
    assertThat(nothing.err()).contains("say what to copy");
    assertThat(badTime.err()).contains("want a time like 500ms, 10s or 5m");
    assertThat(bare.err()).contains("say what to do");
    assertThat(List.of(wall, badToken, badTitle, badUrl, nothing, badTime, bare))
        .allMatch(run -> run.exitCode() == 2);
    assertThat(folder.resolve("1")).doesNotExist();
  }

  @Test
  void mirrorsThroughAnOutageUntilTheLogHasAnotherPast() {
    var log = SampleLog.of(3);
    var fork = SampleLog.of(2).add("else").growTo(400);
    Runnable nothing = () -> {};
    service.with(log);
    service.before(
        nothing,
        nothing,
        // the third look is repeated twice, in vain
        () -> service.failNext(3),
        nothing,
        nothing,
        () -> log.growTo(300),
        () -> service.with(fork));

    var mirror = run("mirror", "--every", "1ms", "--key", KEY);

    assertThat(mirror.exitCode()).isEqualTo(1);
    assertThat(mirror.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("OK log 1: 3 entries (3 new)"),
            line -> assertThat(line).startsWith("OK log 1: 300 entries (297 new)"),
            line ->
                assertThat(line).startsWith("REFUSED log 1: forked: the root of the first 300"));
    // A slow machine is told of the progress too.
    assertThat(mirror.err().lines().filter(line -> !line.matches("log 1: \\d+ of \\d+ entries")))
        .satisfiesExactly(
            line -> assertThat(line).contains("answers with status 503"),
            line -> assertThat(line).contains("trying again until the service answers"),
            line -> assertThat(line).isEqualTo("the service is there again"));
    Copies.holds(folder.resolve("1"), log);
  }

  @Test
  void letsOnlyOneWriterIn() {
    service.with(SampleLog.of(3));

    try (var _ = FolderLock.on(folder)) {
      assertThat(run("export").err()).contains("another export or mirror is writing to");
    }
    assertThat(run("export").exitCode()).isZero();
  }

  private Run check() {
    return Run.of("log", "check", folder.toString());
  }

  private Run run(String command, FakeService with, String... more) {
    assertThat(with).isSameAs(service);
    return run(command, more);
  }

  private Run runWith(FakeService with, String command, String... more) {
    return run(command, with, more);
  }

  private Run run(String command, String... more) {
    var arguments = new ArrayList<>(List.of("log", command, folder.toString()));
    arguments.addAll(List.of("--provenance", service.url(), "--token", FakeService.TOKEN));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--title")) {
      arguments.addAll(List.of("--title", "demo"));
    }
    return Run.of(arguments.toArray(String[]::new));
  }

  /// The log after a rotation, as the service begins one.
  private static SampleLog successor(SampleLog ended, int number) {
    return successor(ended, number, "SCHEDULED");
  }

  private static SampleLog successor(SampleLog ended, int number, String reason) {
    var oldSigner = SampleLog.SIGNER;
    var newSigner = SampleLog.signer(SampleLog.ORIGIN + "/" + number, number);
    var rotation = SampleRotation.of(ended.signed().checkpoint(), oldSigner, newSigner);
    return new SampleLog(newSigner).add(text(rotation.because(reason)));
  }

  private static String text(SampleRotation rotation) {
    return new String(rotation.entry(), StandardCharsets.UTF_8);
  }

  private static FakeService newService() {
    try {
      return new FakeService();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
