package dev.picturelock.provenance.erasure;

import dev.picturelock.kit.disclosure.Disclosure;
import dev.picturelock.provenance.disclosure.KeyRenewal;
import dev.picturelock.provenance.disclosure.Resting;
import dev.picturelock.provenance.disclosure.RestingValues;
import dev.picturelock.provenance.disclosure.Subject;
import dev.picturelock.provenance.disclosure.SubjectKeys;
import dev.picturelock.provenance.disclosure.Vault;
import dev.picturelock.provenance.erasure.Erasure.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Erases in one transaction what an erasure means, as much of it as memory should hold at once:
/// rows, keys, records on the topic, and the entry that says so.
@ApplicationScoped
class EraseRound {
  private static final int MOST = 20_000;

  private final RestingValues store;
  private final SubjectKeys keys;
  private final KeyRenewal renewal;
  private final Erasures erasures;
  private final Redaction redaction;

  EraseRound(
      RestingValues store,
      SubjectKeys keys,
      KeyRenewal renewal,
      Erasures erasures,
      Redaction redaction) {
    this.store = store;
    this.keys = keys;
    this.renewal = renewal;
    this.erasures = erasures;
    this.redaction = redaction;
  }

  /// - **events** that say so in the ledger
  /// - **more** whether something is left
  record Round(List<UUID> events, List<Gone> gone, boolean more) {}

  @Transactional(TxType.REQUIRES_NEW)
  Round handle(Erasure asked) {
    // From here nothing comes to rest in this title, and what comes after us sees what we asked
    // for.
    store.hold(asked.titleId());
    erasures.remember(asked);
    var meant = meant(asked);
    if (meant.isEmpty()) {
      freeUnusedKey(asked);
      return new Round(List.of(), List.of(), false);
    }
    store.delete(asked.titleId(), meant.stream().map(Meant::value).toList());
    boolean more = meant.size() == MOST;
    var gone = meant.stream().map(Meant::gone).toList();
    var stated = redaction.of(asked, gone);
    if (!more) {
      freeKeys(meant);
    }
    // If we die before the commit, nothing has happened. If we die after it, the keys are destroyed
    // by the next sweep: until then the rows are gone from every table, not yet from backups.
    return new Round(stated, gone, more);
  }

  /// The round before may have taken exactly the last value.
  private void freeUnusedKey(Erasure asked) {
    if (asked.target() instanceof Target.Person(var pseudonym)) {
      free(new Subject(asked.titleId(), pseudonym));
    }
  }

  private void free(Subject subject) {
    renewal.free(subject).ifPresent(erasures::destroyLater);
  }

  private void freeKeys(List<Meant> meant) {
    meant.stream()
        .map(one -> one.value().subject())
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(this::free);
  }

  private List<Meant> meant(Erasure asked) {
    var vault = new Vault(keys);
    return switch (asked.target()) {
      case Target.Person(var pseudonym) ->
          store.ofSubject(new Subject(asked.titleId(), pseudonym), MOST).stream()
              .map(value -> new Meant(value, name(vault, value)))
              .toList();
      case Target.OfEvent target ->
          store.ofEvents(asked.titleId(), List.of(target.event())).stream()
              .map(value -> new Meant(value, name(vault, value)))
              .filter(one -> target.means(one.name()))
              .toList();
    };
  }

  private static String name(Vault vault, Resting value) {
    return vault.open(value).map(Disclosure::name).orElse("");
  }

  /// A value that goes, and the name of its field.
  private record Meant(Resting value, String name) {
    Gone gone() {
      return new Gone(value.event(), value.digest(), name);
    }
  }
}
