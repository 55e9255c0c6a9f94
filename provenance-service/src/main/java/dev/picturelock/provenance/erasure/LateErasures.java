package dev.picturelock.provenance.erasure;

import dev.picturelock.provenance.disclosure.Arrived;
import dev.picturelock.provenance.disclosure.LateValues;
import dev.picturelock.provenance.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Erases values that were on their way when their erasure was asked for, and lets nothing back in
/// that was erased.
@ApplicationScoped
class LateErasures implements LateValues {
  private final Erasures erasures;
  private final Redaction redaction;
  private final Ledger ledger;

  LateErasures(Erasures erasures, Redaction redaction, Ledger ledger) {
    this.erasures = erasures;
    this.redaction = redaction;
    this.ledger = ledger;
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public List<Arrived> withoutErased(List<Arrived> arrived) {
    var staying = new ArrayList<>(arrived);
    staying.removeAll(erasures.alreadyErased(staying).keySet());
    var late = erasures.askedFor(staying);
    staying.removeAll(late.keySet());
    if (!late.isEmpty()) {
      // Another instance may be given the same: of two, the one that waits here finds it erased.
      titlesOf(late.keySet()).forEach(ledger::hold);
      late.keySet().removeAll(erasures.alreadyErased(late.keySet()).keySet());
      byErasure(late).forEach(redaction::of);
    }
    return staying;
  }

  /// In order, as in [#byErasure].
  private static Set<String> titlesOf(Collection<Arrived> arrived) {
    return arrived.stream()
        .map(one -> one.subject().titleId())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// In order of the titles, whose logs are locked one after the other: two instances cannot wait
  /// for one another.
  static Map<Erasure, List<Gone>> byErasure(Map<Arrived, Erasure> late) {
    var byErasure =
        new TreeMap<Erasure, List<Gone>>(
            Comparator.comparing(Erasure::titleId).thenComparing(Erasure::id));
    late.forEach((value, asked) ->
        byErasure
            .computeIfAbsent(asked, _ -> new ArrayList<>())
            .add(new Gone(value.event(), value.digest(), value.disclosure().name())));
    return byErasure;
  }
}
