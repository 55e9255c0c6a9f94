package dev.picturelock.intake.questionnaire;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What to ask about a use of generative AI, in the order to ask it.
public record Questionnaire(
    String id, String version, String title, String intro, List<Block> blocks) {
  public Questionnaire {
    blocks = List.copyOf(blocks);
  }

  Stream<Question> questions() {
    return blocks.stream().flatMap(block -> block.questions().stream());
  }

  /// Questions about one matter.
  public record Block(String id, int number, String title, String help, List<Question> questions) {
    public Block {
      questions = List.copyOf(questions);
    }
  }

  /// One question.
  ///
  /// - **kind** one, many, text or stages
  /// - **answeredBy** people, tool or either
  /// - **sets** the facts it sets, **records** the fields that keep the answer
  /// - **none** the choice that gives the empty list, for kind many
  /// - **skipWhen** it is not asked when one of these holds; then **impliedWhenSkipped** is sent,
  ///   or, where there is none, the fact is left out
  /// - **repeats** the questions to ask again for every stage, for kind stages
  public record Question(
      String id,
      String text,
      String help,
      String example,
      String kind,
      String answeredBy,
      List<String> sets,
      List<Answer> answers,
      @Nullable None none,
      List<Field> records,
      List<Condition> skipWhen,
      @Nullable String impliedWhenSkipped,
      List<String> repeats) {
    public Question {
      sets = sets == null ? List.of() : List.copyOf(sets);
      answers = answers == null ? List.of() : List.copyOf(answers);
      records = records == null ? List.of() : List.copyOf(records);
      skipWhen = skipWhen == null ? List.of() : List.copyOf(skipWhen);
      repeats = repeats == null ? List.of() : List.copyOf(repeats);
    }
  }

  /// One answer to choose.
  public record Answer(String value, String label, String help) {}

  /// The choice of nothing.
  public record None(String label, String help) {}

  /// A field that keeps the answer: **in** is the body that has it, **field** a JSON pointer.
  public record Field(String in, String field) {}

  /// Holds when the answer given to the fact so far is one of the words.
  public record Condition(String fact, List<String> in) {
    public Condition {
      in = List.copyOf(in);
    }
  }
}
