package dev.picturelock.intake.questionnaire;

import dev.picturelock.contracts.facts.FactName;
import dev.picturelock.contracts.facts.FactsValidator;
import dev.picturelock.intake.questionnaire.Questionnaire.Condition;
import dev.picturelock.intake.questionnaire.Questionnaire.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds everything in a questionnaire that would lead a form astray.
final class QuestionnaireCheck {
  private static final Set<String> KINDS = Set.of("one", "many", "text", "stages");
  private static final Set<String> ANSWERED_BY = Set.of("people", "tool", "either");
  private static final Set<String> BODIES = Set.of("title", "use", "registration", "terms");

  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Question> byFact = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Questionnaire questionnaire;

  private QuestionnaireCheck(Questionnaire questionnaire) {
    this.questionnaire = questionnaire;
  }

  /// Sentences that begin with the block or question; none when all is well.
  static List<String> faults(Questionnaire questionnaire) {
    var check = new QuestionnaireCheck(questionnaire);
    check.all();
    return check.wrong;
  }

  private void all() {
    for (int i = 0; i < questionnaire.blocks().size(); i++) {
      var block = questionnaire.blocks().get(i);
      require(block.number() == i + 1, block.id(), "stands at place " + (i + 1));
      require(ids.add(block.id()), block.id(), "two blocks or questions have this id");
      block.questions().forEach(this::question);
    }
    for (var fact : FactName.values()) {
      require(byFact.containsKey(fact.json()), fact.json(), "no question sets this fact");
    }
    require(byFact.containsKey(FactsValidator.STAGES), FactsValidator.STAGES, "nobody asks for it");
  }

  private void question(Question question) {
    require(ids.add(question.id()), question.id(), "two blocks or questions have this id");
    oneOf(question.id(), "kind", question.kind(), KINDS);
    oneOf(question.id(), "answeredBy", question.answeredBy(), ANSWERED_BY);
    require(
        !question.sets().isEmpty() || !question.records().isEmpty(),
        question.id(),
        "sets no fact and is kept in no field");
    question.skipWhen().forEach(condition -> condition(question, condition));
    question.sets().forEach(fact -> sets(question, fact));
    for (var field : question.records()) {
      oneOf(question.id(), "records", field.in(), BODIES);
    }
    for (var repeated : question.repeats()) {
      require(
          ids.contains(repeated), question.id(), "repeats '" + repeated + "', not asked before");
    }
  }

  private void sets(Question question, String name) {
    require(byFact.put(name, question) == null, question.id(), name + " is set twice");
    if (name.equals(FactsValidator.STAGES)) {
      require(question.kind().equals("stages"), question.id(), "want kind stages");
      require(!question.repeats().isEmpty(), question.id(), "asks nothing of a stage");
      return;
    }
    var fact = FactName.of(name);
    require(fact.isPresent(), question.id(), "'" + name + "' is no fact");
    fact.ifPresent(known -> answers(question, known));
  }

  private void answers(Question question, FactName fact) {
    require(
        question.kind().equals(fact.isList() ? "many" : "one"),
        question.id(),
        "want kind " + (fact.isList() ? "many" : "one"));
    require(
        fact.isList() == (question.none() != null), question.id(), "only many answers may be none");
    var offered = new HashSet<String>();
    for (var answer : question.answers()) {
      require(offered.add(answer.value()), question.id(), "offers '" + answer.value() + "' twice");
      require(
          fact.allowed().contains(answer.value()),
          question.id(),
          "'" + answer.value() + "' is no value of " + fact.json());
    }
    for (var value : fact.allowed()) {
      require(offered.contains(value), question.id(), "does not offer '" + value + "'");
    }
    var implied = question.impliedWhenSkipped();
    if (implied != null) {
      require(fact.allowed().contains(implied), question.id(), "implies '" + implied + "'");
      require(!question.skipWhen().isEmpty(), question.id(), "is never skipped");
    }
  }

  private void condition(Question question, Condition condition) {
    var before = byFact.get(condition.fact());
    if (before == null) {
      require(false, question.id(), "'" + condition.fact() + "' is not asked before");
      return;
    }
    for (var word : condition.in()) {
      require(
          before.answers().stream().anyMatch(answer -> answer.value().equals(word)),
          question.id(),
          "'" + word + "' is no answer to " + before.id());
    }
    require(!condition.in().isEmpty(), question.id(), "a condition without words");
  }

  private void oneOf(String who, String what, String value, Set<String> allowed) {
    require(allowed.contains(value), who, what + " '" + value + "' is none of " + allowed);
  }

  private void require(boolean holds, String who, String what) {
    if (!holds) {
      wrong.add(who + ": " + what);
    }
  }
}
