package dev.picturelock.approval.review;

import dev.picturelock.approval.consent.Consent;
import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.Gate;
import dev.picturelock.approval.gate.IntendedUse;
import dev.picturelock.approval.gate.ReasonCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Asks the gate for every person whose consent is needed; the worst answer counts.
final class ConsentGate {
  private ConsentGate() {}

  /// Performers' consents are needed from every performer of the asset. Where nobody is named (a
  /// use that is still to happen), and for estates and likenesses, every consent that was handed in
  /// must hold for the person who gave it.
  ///
  /// - **minors** persons of whom any record of the title says so
  static ReasonCode judge(
      ActionKind kind,
      Classified about,
      List<Consent> consents,
      Set<String> minors,
      LocalDate today) {
    var documents = consents.stream().map(Consent::document).toList();
    var persons = personsAsked(kind, about, consents);
    var use = intendedUse(about, today);
    return persons.stream()
        .map(person ->
            Gate.judge(
                kind,
                documents,
                use.of(person, minors.contains(person), isDeceased(person, consents))))
        .min(Comparator.naturalOrder())
        .orElse(ReasonCode.MISSING);
  }

  private static List<String> personsAsked(
      ActionKind kind, Classified about, List<Consent> consents) {
    return kind.isNeededOfEveryPerformer() && !about.persons().isEmpty()
        ? about.persons()
        : consents.stream().map(Consent::person).distinct().toList();
  }

  private static boolean isDeceased(String person, List<Consent> consents) {
    return consents.stream()
        .anyMatch(consent -> consent.person().equals(person) && consent.personIsDeceased());
  }

  private static IntendedUse intendedUse(Classified about, LocalDate today) {
    return new IntendedUse(
        about.titleId(),
        about.names(),
        about.dayOfUse(today),
        null,
        false,
        false,
        null,
        about.requestedBy());
  }
}
