package dev.picturelock.intake.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.contracts.event.TermsSnapshot;
import dev.picturelock.intake.asset.Registration;
import dev.picturelock.intake.questionnaire.Questionnaire.Field;
import dev.picturelock.intake.questionnaire.Questionnaire.Question;
import dev.picturelock.intake.use.UseReport;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionnairesTest {
  private static final String FILE = new String(Questionnaires.file(), UTF_8);

  @Test
  void theOneThatComesAlongHasTwelveBlocksInOrder() {
    var questionnaire = Questionnaires.parse(Questionnaires.file());

    assertThat(questionnaire.blocks())
        .extracting(Questionnaire.Block::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"sets\": [\"mediaUse\"]        | \"sets\": [\"mediaUses\"]       | media-use: 'mediaUses' is no fact",
        "\"sets\": [\"mediaUse\"]        | \"sets\": [\"prominence\"]      | mediaUse: no question sets this fact",
        "\"value\": \"ideation\"         | \"value\": \"idea\"             | media-use: 'idea' is no value of mediaUse",
        "\"value\": \"ideation\"         | \"value\": \"final\"            | media-use: does not offer 'ideation'",
        "\"in\": [\"ideation\"]          | \"in\": [\"sometimes\"]         | key-creative-element: 'sometimes' is no answer to media-use",
        "\"fact\": \"customPipeline\"    | \"fact\": \"stages\"            | stages: 'stages' is not asked before",
        "\"impliedWhenSkipped\": \"yes\" | \"impliedWhenSkipped\": \"maybe\" | enterprise-tool-available: implies 'maybe'",
        "\"id\": \"purpose\"             | \"id\": \"what\"                | what: two blocks or questions have this id",
        "\"number\": 7                   | \"number\": 8                     | output: stands at place 7",
        "\"kind\": \"many\"              | \"kind\": \"one\"               | input-kinds: want kind many",
        "\"answeredBy\": \"tool\"        | \"answeredBy\": \"robot\"       | model: answeredBy 'robot'",
        "\"kind\": \"stages\"            | \"kinds\": \"stages\"           | /blocks/11/questions/1/kind: required field is missing",
        "\"intro\":                      | \"colour\": 1, \"intro\":               | unknown field 'colour'",
        "\"id\": \"output-replicates\"   | \"id\": \"copies\"              | stages: repeats 'output-replicates', not asked before"
      })
  void namesWhatIsWrong(String part, String other, String fault) {
    assertThat(FILE).contains(part);

    assertThatThrownBy(() -> Questionnaires.parse(FILE.replace(part, other).getBytes(UTF_8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("questionnaire: ")
        .hasMessageContaining(fault);
  }

  @Test
  void everyFieldThatKeepsAnAnswerExists() {
    var fields =
        Questionnaires.parse(Questionnaires.file())
            .questions()
            .map(Question::records)
            .flatMap(List::stream);

    assertThat(fields)
        .isNotEmpty()
        .allSatisfy(field -> assertThat(exists(field)).as(field.toString()).isTrue());
  }

  private static boolean exists(Field field) {
    return switch (field.in()) {
      case "registration" -> exists(Registration.class, field.field());
      case "use" -> exists(UseReport.class, field.field());
      case "title" -> field.field().equals("/id");
      case "terms" -> exists(TermsSnapshot.class, field.field());
      default -> false;
    };
  }

  private static boolean exists(Class<?> type, String pointer) {
    Class<?> at = type;
    for (var step : pointer.substring(1).split("/", -1)) {
      if (!at.isRecord()) {
        return false;
      }
      var component = component(at, step);
      if (component.isEmpty()) {
        return false;
      }
      at = component.get().getType();
    }
    return true;
  }

  private static Optional<RecordComponent> component(Class<?> record, String name) {
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .findFirst();
  }
}
