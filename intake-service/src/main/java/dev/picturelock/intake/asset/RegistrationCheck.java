package dev.picturelock.intake.asset;

import dev.picturelock.contracts.event.Input;
import dev.picturelock.contracts.event.ShotRef;
import dev.picturelock.intake.submission.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds everything that is wrong with a registration by itself, without looking anything up.
final class RegistrationCheck {
  static final List<String> CONTRIBUTIONS = List.of("generated", "altered", "assisted", "none");

  private static final String NAME_RULE =
      "letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 200 characters";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final int MAX_ITEMS = 1_000;

  /// Clocks of render farms differ; a time further ahead than this is an error.
  private static final Duration TOLERATED_AHEAD = Duration.ofDays(1);

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private final Checks checks = new Checks();
  private final Registration registration;
  private final Instant now;

  private RegistrationCheck(Registration registration, Instant now) {
    this.registration = registration;
    this.now = now;
  }

  /// - **Errors:** [dev.picturelock.kit.problem.ProblemException] that lists everything wrong
  static void check(Registration registration, Instant now) {
    new RegistrationCheck(registration, now).all();
  }

  private void all() {
    checks.pattern("/asset", registration.asset(), Checks.NAME, NAME_RULE);
    checks.pattern("/version", registration.version(), Checks.NAME, NAME_RULE);
    checks.text("/name", registration.name(), Checks.TEXT);
    checks.pattern(
        "/mediaType", registration.mediaType(), MEDIA_TYPE, "a media type: type/subtype");
    digests();
    var size = registration.size();
    checks.require(size == null || size >= 0, "/size", "want 0 or more", String.valueOf(size));
    checks.oneOf("/contribution", registration.contribution(), CONTRIBUTIONS);
    shot(registration.shot());
    checks.pattern("/use", registration.use(), Checks.NAME, "the id of a reported use");
    run(registration.generation());
    inputs();
    talent();
    many("/consents", registration.consents());
    checks.facts(registration.facts(), "/facts");
    checks.orThrow();
  }

  private void digests() {
    var digests = registration.digests();
    checks.pattern("/digests/sha256", digests.sha256(), Checks.SHA256, "64 lower-case hex digits");
    checks.pattern("/digests/c4", digests.c4(), Checks.C4, "'c4' and 88 digits of base 58");
    checks.require(
        digests.sha256() != null || digests.c4() != null,
        "/digests",
        "want sha256 or c4 or both",
        "neither");
  }

  private void shot(@Nullable ShotRef shot) {
    if (shot != null) {
      checks.text("/shot/episode", shot.episode(), Checks.TEXT);
      checks.text("/shot/scene", shot.scene(), Checks.TEXT);
      checks.text("/shot/sequence", shot.sequence(), Checks.TEXT);
      checks.text("/shot/shot", shot.shot(), Checks.TEXT);
    }
  }

  private void run(Registration.@Nullable Run run) {
    if (run == null) {
      return;
    }
    checks.require(
        !"none".equals(registration.contribution()),
        "/generation",
        "contradicts contribution 'none': made without AI; leave it out or say what AI did",
        "an object");
    checks.pattern("/generation/tool", run.tool(), Checks.TOOL_ID, "the id of a registered tool");
    checks.text("/generation/toolVersion", run.toolVersion(), Checks.TEXT);
    checks.text("/generation/model", run.model(), Checks.TEXT);
    checks.text("/generation/modelVersion", run.modelVersion(), Checks.TEXT);
    checks.text("/generation/prompt", run.prompt(), Checks.LONG_TEXT);
    checks.text("/generation/negativePrompt", run.negativePrompt(), Checks.LONG_TEXT);
    checks.text("/generation/operator", run.operator(), Checks.TEXT);
    checks.text("/generation/account", run.account(), Checks.TEXT);
    parameters(run.parameters());
    time("/generation/startedAt", run.startedAt());
    time("/generation/endedAt", run.endedAt());
    var backwards =
        run.startedAt() != null && run.endedAt() != null && run.endedAt().isBefore(run.startedAt());
    checks.require(
        !backwards,
        "/generation/endedAt",
        "want a time not before startedAt",
        String.valueOf(run.endedAt()));
  }

  private void parameters(Map<String, String> parameters) {
    many("/generation/parameters", parameters.keySet());
    parameters.forEach((name, value) -> {
      var at = "/generation/parameters/" + name.replace("~", "~0").replace("/", "~1");
      checks.text(at, name, Checks.TEXT);
      checks.require(
          value.length() <= Checks.LONG_TEXT && value.indexOf('\0') < 0,
          at,
          "want at most " + Checks.LONG_TEXT + " characters of text",
          value.length() + " characters");
    });
  }

  private void time(String at, @Nullable Instant time) {
    if (time != null) {
      checks.require(
          !time.isBefore(EARLIEST) && time.isBefore(now.plus(TOLERATED_AHEAD)),
          at,
          "want a time between 1970 and now",
          time.toString());
    }
  }

  private void inputs() {
    many("/inputs", registration.inputs());
    for (int i = 0; i < registration.inputs().size(); i++) {
      input("/inputs/" + i, registration.inputs().get(i));
    }
  }

  private void input(String at, Input input) {
    var isVersion = input.asset() != null || input.version() != null;
    var forms =
        Stream.of(isVersion, input.sha256() != null, input.source() != null)
            .filter(present -> present)
            .count();
    checks.require(
        forms == 1,
        at,
        "want exactly one of: asset with version, sha256, source",
        forms + " of them");
    if (isVersion) {
      checks.require(input.asset() != null, at + "/asset", "want it beside version", null);
      checks.require(input.version() != null, at + "/version", "want it beside asset", null);
      var itself =
          registration.asset().equals(input.asset())
              && registration.version().equals(input.version());
      checks.require(
          !itself, at, "want another version: nothing is its own input", registration.ref().path());
    }
    checks.pattern(at + "/asset", input.asset(), Checks.NAME, NAME_RULE);
    checks.pattern(at + "/version", input.version(), Checks.NAME, NAME_RULE);
    checks.pattern(at + "/sha256", input.sha256(), Checks.SHA256, "64 lower-case hex digits");
    checks.text(at + "/source", input.source(), 4 * Checks.TEXT);
    checks.pattern(at + "/kind", input.kind(), WORD, "one word");
    checks.pattern(at + "/rights", input.rights(), WORD, "one word");
  }

  private void talent() {
    var talent = registration.talent();
    many("/talent", talent);
    var seen = new HashSet<String>();
    for (int i = 0; i < talent.size(); i++) {
      checks.text("/talent/" + i, talent.get(i), Checks.TEXT);
      checks.require(seen.add(talent.get(i)), "/talent/" + i, "want every person once", null);
    }
  }

  private void many(String at, java.util.Collection<?> items) {
    checks.require(
        items.size() <= MAX_ITEMS, at, "want at most " + MAX_ITEMS, items.size() + " items");
  }
}
