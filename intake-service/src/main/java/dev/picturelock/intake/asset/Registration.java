package dev.picturelock.intake.asset;

import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.Digests;
import dev.picturelock.contracts.event.Input;
import dev.picturelock.contracts.event.ShotRef;
import dev.picturelock.intake.submission.Values;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a tool or a person says about an asset version.
///
/// - **id** the sender's name for this registration, under which it may be repeated
/// - **name** file name; with prompts, operator, account and talent it never leaves in clear
/// - **contribution** of generative AI: generated, altered, assisted or none
/// - **facts** laid over those of the use
public record Registration(
    @Nullable String id,
    String asset,
    String version,
    @Nullable String name,
    @Nullable String mediaType,
    Digests digests,
    @Nullable Long size,
    String contribution,
    @Nullable ShotRef shot,
    @Nullable String use,
    @Nullable Run generation,
    List<Input> inputs,
    List<String> talent,
    List<UUID> consents,
    Map<String, Object> facts) {
  private static final List<String> SECRET =
      List.of(
          "/name",
          "/talent",
          "/generation/prompt",
          "/generation/negativePrompt",
          "/generation/operator",
          "/generation/account",
          "/generation/parameters");

  public Registration {
    inputs = inputs == null ? List.of() : List.copyOf(inputs);
    talent = talent == null ? List.of() : List.copyOf(talent);
    consents = consents == null ? List.of() : List.copyOf(consents);
    facts = facts == null ? Map.of() : facts;
  }

  /// One run of a generating tool, as reported.
  public record Run(
      String tool,
      @Nullable String toolVersion,
      @Nullable String model,
      @Nullable String modelVersion,
      @Nullable String prompt,
      @Nullable String negativePrompt,
      Map<String, String> parameters,
      @Nullable String operator,
      @Nullable String account,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {
    public Run {
      parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
    }

    /// When it was over, or else begun, as far as that was reported.
    @Nullable Instant at() {
      return endedAt == null ? startedAt : endedAt;
    }
  }

  public AssetRef ref() {
    return new AssetRef(asset, version);
  }

  /// What it says at a JSON pointer, unless that never leaves in clear.
  @Nullable String publicValue(String pointer) {
    return SECRET.stream()
            .anyMatch(secret -> pointer.equals(secret) || pointer.startsWith(secret + "/"))
        ? null
        : Values.at(content(), pointer);
  }

  /// What is compared when a registration is repeated: everything but the sender's name for it.
  Registration content() {
    return new Registration(
        null,
        asset,
        version,
        name,
        mediaType,
        digests,
        size,
        contribution,
        shot,
        use,
        generation,
        inputs,
        talent,
        consents,
        facts);
  }
}
