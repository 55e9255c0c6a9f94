package dev.picturelock.endtoend;

import static dev.picturelock.endtoend.Account.ADMIN;
import static dev.picturelock.endtoend.Account.DEMO_TOOL;
import static dev.picturelock.endtoend.Account.PRODUCER;
import static dev.picturelock.endtoend.Service.INTAKE;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The title that most tests work in, with a tool and a use in it. Each call may be repeated: the
/// services answer the same again.
final class Demo {

  static final String TITLE = "demo";
  static final String TOOL = "comfyui";
  static final String MODEL = "sdxl-base-1.0";
  static final String USE = "crowd-extension";

  private final Api api;
  private final String title;
  private final Account reporter;

  Demo(Api api) {
    this(api, TITLE, DEMO_TOOL);
  }

  /// The same in another title, by somebody who may report a use there.
  Demo(Api api, String title, Account reporter) {
    this.api = api;
    this.title = title;
    this.reporter = reporter;
  }

  /// Opens the title, registers the tool and its terms, and reports the use.
  Events prepare() {
    return new Events(openTitle(), registerTool(), recordTerms(), reportUse());
  }

  /// The events that this caused; those of the tool are in the ledger of the studio.
  record Events(String title, String tool, String terms, String use) {}

  /// Of something that stands for the content of an asset.
  static String sha256(String content) {
    return sha256(content.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// A registration of something generated under the use; `id` makes a repeat harmless.
  static String generated(String id, String asset, String version, String prompt, String inputs) {
    return """
    {"id": "%s", "asset": "%s", "version": "%s", "name": "%s_%s.mov",
     "mediaType": "video/quicktime", "digests": {"sha256": "%s"}, "size": 73400320,
     "contribution": "generated", "use": "%s",
     "shot": {"episode": "104", "scene": "065", "shot": "010"},
     "generation": {"tool": "%s", "toolVersion": "0.3.40", "model": "%s", "prompt": "%s",
                    "parameters": {"seed": "42", "steps": "30"}, "operator": "ana"},
     "inputs": %s}
    """
        .formatted(
            id,
            asset,
            version,
            asset,
            version,
            sha256(asset + "/" + version),
            USE,
            TOOL,
            MODEL,
            prompt,
            inputs);
  }

  private String openTitle() {
    var body =
        """
        {"id": "%s", "name": "Harbour Lights"}
        """
            .formatted(title);
    return api.post(ADMIN, INTAKE, "/v1/titles", body).expectSuccess().eventId();
  }

  private String registerTool() {
    var tool =
        """
        {"name": "ComfyUI", "vendor": "Comfy Org", "kind": "generator"}
        """;
    return api.put(PRODUCER, INTAKE, "/v1/tools/" + TOOL, tool).expectSuccess().eventId();
  }

  private String recordTerms() {
    var terms =
        """
        {"effectiveFrom": "2026-01-01", "storesOrTrains": "no", "enterpriseAgreement": "yes",
         "licenceTier": "enterprise", "documentSha256": "%s"}
        """
            .formatted(sha256("terms of January"));
    return api.post(PRODUCER, INTAKE, "/v1/tools/" + TOOL + "/terms", terms)
        .expectSuccess()
        .eventId();
  }

  /// Final but incidental, from the production's own plates: CAUTION.
  private String reportUse() {
    var use =
        """
        {"use": "%s", "description": "Fill the stands of the harbour race", "tool": "%s",
         "facts": {"mediaUse": "final", "prominence": "incidental", "storyRelevant": "no",
                   "keyCreativeElement": "no", "outputReplicatesThirdParty": "no",
                   "inputKinds": ["production_image"], "talentUse": "none",
                   "unionWorkImpact": "no"}}
        """
            .formatted(USE, TOOL);
    var path = "/v1/titles/%s/uses".formatted(title);
    return api.post(reporter, INTAKE, path, use).expect(202).eventId();
  }
}
