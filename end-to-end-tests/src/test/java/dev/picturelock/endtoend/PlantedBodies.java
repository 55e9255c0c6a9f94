package dev.picturelock.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What [Planting] sends; `<kind>` stands for a marked value.
final class PlantedBodies {

  static final String TERMS =
      """
      {"effectiveFrom": "2026-02-01", "storesOrTrains": "no", "enterpriseAgreement": "yes",
       "licenceTier": "<licence>", "note": "<termsnote>"}
      """;

  static final String USE =
      """
      {"use": "planted-voice", "description": "<usedescription>", "tool": "comfyui",
       "facts": {"mediaUse": "final", "prominence": "incidental", "storyRelevant": "no",
                 "keyCreativeElement": "no", "outputReplicatesThirdParty": "no",
                 "inputKinds": ["talent_likeness"], "talentUse": "digital_replica",
                 "unionWorkImpact": "no", "customPipeline": "yes",
                 "stages": [{"name": "<stage>"}]}}
      """;

  static final String PERFORMERS_CONSENT =
      """
      {"type": "CONSENT_REPLICA_CREATE", "person": "performer:<talent>",
       "signer": "performer:<talent>", "signerRole": "performer", "form": "separate_signed",
       "validFrom": "2026-01-01", "uses": ["planted-voice"],
       "useDescription": "<consentdescription>"}
      """;

  static final String GUARDIANS_CONSENT =
      """
      {"type": "CONSENT_REPLICA_USE", "person": "<person>", "signer": "<signer>",
       "signerRole": "guardian", "form": "separate_signed", "validFrom": "2026-01-01",
       "uses": ["planted-voice"], "useDescription": "<consentdescription>",
       "legalName": "Zo\u00eb <legalname>", "professionalName": "<professionalname>",
       "documentReference": "<documentreference>", "authority": "<authority>",
       "note": "<consentnote>", "subjectIsMinor": true}
      """;

  static final String EVIDENCE_OF_CONSENT =
      """
      {"consent": "%s", "note": "<evidencenote>"}
      """;

  static final String EVIDENCE =
      """
      {"kind": "flag", "reference": "<evidencereference>", "note": "<evidencenote>"}
      """;

  static final String QUESTION =
      """
      {"decision": "INFO_REQUESTED", "statement": "<question>"}
      """;

  static final String REFUSAL =
      """
      {"decision": "REFUSED", "statement": "<statement>"}
      """;

  static final String REASON =
      """
      {"reason": "<reason>"}
      """;

  /// One clip that is found by the file name of a registration, with names of its own.
  static final String CUT = resource("planted.otio");

  private PlantedBodies() {}

  /// - **asset, name** the kinds to plant there
  static String registration(String asset, String name) {
    return """
    {"asset": "<%s>", "version": "v001", "name": "<%s>.mov", "digests": {"sha256": "%s"},
     "contribution": "generated", "use": "planted-voice",
     "shot": {"episode": "104", "shot": "<shot>"},
     "generation": {"tool": "comfyui", "model": "<model>", "prompt": "caf\u00e9 \\"<prompt>\\" /",
                    "negativePrompt": "no <negativeprompt>", "operator": "<operator>",
                    "account": "<account>@example.com", "parameters": {"seed": "<parameter>", "positivePrompt": "<promptparameter>"},
                    "startedAt": "2026-10-01T12:00:00Z"},
     "inputs": [{"source": "https://archive.example/<source>", "kind": "audio"}],
     "talent": ["performer:<talent>"]}\
    """
        .formatted(asset, name, Demo.sha256(asset));
  }

  private static String resource(String name) {
    try (var stream =
        Objects.requireNonNull(PlantedBodies.class.getResourceAsStream("/" + name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
