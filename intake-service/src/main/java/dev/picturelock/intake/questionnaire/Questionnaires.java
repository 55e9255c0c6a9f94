package dev.picturelock.intake.questionnaire;

import static java.util.Objects.requireNonNull;

import dev.picturelock.contracts.facts.FactName;
import dev.picturelock.kit.event.Digest;
import dev.picturelock.kit.json.JsonBody;
import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/// The questionnaire that comes along; one with a fault stops the start.
@ApplicationScoped
public class Questionnaires {
  private static final Logger LOG = Logger.getLogger(Questionnaires.class);
  private static final String FILE = "/questionnaire.json";

  private final Questionnaire current;
  private final String digest;

  Questionnaires() {
    this.current = parse(file());
    this.digest = Digest.sha256Hex(JsonPolicy.canonical(current));
  }

  void atStart(@Observes Startup event) {
    LOG.infof(
        "questionnaire loaded id=%s version=%s questions=%d sha256=%s",
        current.id(), current.version(), current.questions().count(), digest);
  }

  public Questionnaire current() {
    return current;
  }

  /// Changes with every change of a text or condition.
  public String digest() {
    return digest;
  }

  /// - **Errors:** [IllegalStateException] that names everything wrong
  static Questionnaire parse(byte[] json) {
    try {
      var questionnaire = JsonBody.read(json, Questionnaire.class);
      var faults = QuestionnaireCheck.faults(questionnaire);
      if (!faults.isEmpty()) {
        throw new IllegalStateException("questionnaire: " + String.join("; ", faults));
      }
      return questionnaire;
    } catch (ProblemException broken) {
      throw new IllegalStateException("questionnaire: " + broken.problem().detail(), broken);
    }
  }

  static byte[] file() {
    try (var stream = FactName.class.getResourceAsStream(FILE)) {
      return requireNonNull(stream, FILE).readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
