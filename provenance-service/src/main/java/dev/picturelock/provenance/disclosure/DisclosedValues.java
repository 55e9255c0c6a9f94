package dev.picturelock.provenance.disclosure;

import dev.picturelock.kit.disclosure.Disclosure;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.disclosure.SealedDisclosure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// The values behind events, for those who may see them.
///
/// They travel under one key of the installation and rest under keys of their subjects: neither the
/// value nor its form of travel is kept.
@ApplicationScoped
public class DisclosedValues {
  private static final Logger LOG = Logger.getLogger(DisclosedValues.class);
  private static final String FILE_NAME = "name";
  private static final Set<String> OF_PERSONS =
      Set.of("operator", "account", "talent", "person", "signer");
  private static final Pattern PSEUDONYM = Pattern.compile("p_[0-9a-f]{32}");

  private final RestingValues store;
  private final SubjectKeys keys;
  private final LateValues late;
  private final Disclosures disclosures;

  DisclosedValues(RestingValues store, SubjectKeys keys, LateValues late, Disclosures disclosures) {
    this.store = store;
    this.keys = keys;
    this.late = late;
    this.disclosures = disclosures;
  }

  /// Lays values to rest; repeats change nothing, and what was erased stays so.
  @Transactional
  public void keep(Collection<SealedDisclosure> sealed) {
    var arrived = sealed.stream().map(this::arrived).flatMap(Optional::stream).toList();
    if (arrived.isEmpty()) {
      return;
    }
    // From here no erasure runs in these titles: one that committed is seen by the next question.
    store.share(arrived.stream().map(one -> one.subject().titleId()).collect(toSortedSet()));
    var staying = late.withoutErased(arrived);
    var vault = new Vault(keys);
    var keyIds = keysOf(vault, staying.stream().map(Arrived::subject).collect(toSortedSet()));
    store.put(
        staying.stream()
            .map(one -> vault.seal(one, keyIds.getOrDefault(one.subject(), "")))
            .toList());
  }

  private Optional<Arrived> arrived(SealedDisclosure sealed) {
    var opened = disclosures.open(sealed);
    if (opened.isEmpty()) {
      LOG.errorf("disclosure cannot be opened event=%s digest=%s", sealed.event(), sealed.digest());
    }
    return opened.map(disclosure ->
        new Arrived(
            sealed.event(),
            sealed.digest(),
            disclosure,
            subject(sealed, disclosure),
            disclosure.name().equals(FILE_NAME)
                ? fileKey(sealed.title(), disclosure.value())
                : null));
  }

  private Subject subject(SealedDisclosure sealed, Disclosure disclosure) {
    var told = sealed.subject();
    if (told != null && PSEUDONYM.matcher(told).matches()) {
      return new Subject(sealed.title(), told);
    }
    return OF_PERSONS.contains(disclosure.name())
        ? person(sealed.title(), disclosure.value())
        : Subject.shared(sealed.title(), sealed.event());
  }

  /// Whose values those of a person are.
  public Subject person(String titleId, String person) {
    return new Subject(titleId, disclosures.pseudonym(titleId, person));
  }

  private Map<Subject, String> keysOf(Vault vault, Collection<Subject> subjects) {
    var known = new TreeMap<>(store.keysOf(subjects));
    var destroyed = new TreeMap<>(known);
    destroyed.values().removeIf(vault::has);
    var missing = subjects.stream().filter(subject -> !known.containsKey(subject)).toList();
    if (!missing.isEmpty()) {
      keys.make(
          store.addKeys(
              missing.stream().collect(Collectors.toMap(subject -> subject, _ -> keys.freshId()))));
      known.putAll(store.keysOf(missing));
    }
    if (!destroyed.isEmpty()) {
      destroyed.forEach(this::replaceDestroyed);
      known.putAll(store.keysOf(destroyed.keySet()));
    }
    return known;
  }

  /// A database that was restored from before an erasure names a key that was destroyed since, and
  /// has rows that nobody will open. They would keep out the same values when these come again.
  private void replaceDestroyed(Subject subject, String destroyedId) {
    var freshId = keys.freshId();
    // Another instance may have been faster, then its key is the key.
    if (store.replaceKey(subject, destroyedId, freshId)) {
      keys.make(List.of(freshId));
      int rows = store.deleteUnder(subject, destroyedId);
      LOG.warnf(
          "a destroyed key was still in use, its rows go title=%s count=%d",
          subject.titleId(), rows);
    }
  }

  /// Removes a value whose record was erased from the topic. That is how an erasure here comes
  /// back, and then nothing is left to do.
  @Transactional
  public void forget(UUID event, String digest) {
    store.delete(event, digest);
  }

  /// The keyed digest that finds a file name without keeping it. Names that look the same have the
  /// same one: macOS hands them out in Unicode form D, most others in form C.
  public String fileKey(String titleId, String fileName) {
    var normal = Normalizer.normalize(fileName, Normalizer.Form.NFC);
    return disclosures.pseudonym(titleId, "file:" + normal);
  }

  /// What can still be opened of the events' disclosures.
  public Map<UUID, List<Disclosure>> open(String titleId, Collection<UUID> events) {
    var vault = new Vault(keys);
    var rows = store.ofEvents(titleId, events);
    // Since the rows were read an erasure of something else may have moved them under a new key.
    var moved =
        rows.stream()
            .filter(row -> !vault.has(row.keyId()))
            .map(Resting::event)
            .collect(Collectors.toSet());
    var again = moved.isEmpty() ? List.<Resting>of() : store.ofEvents(titleId, moved);
    return Stream.concat(rows.stream().filter(row -> !moved.contains(row.event())), again.stream())
        .collect(
            Collectors.groupingBy(
                Resting::event,
                Collectors.flatMapping(value -> vault.open(value).stream(), Collectors.toList())));
  }

  /// What was erased of the events' disclosures.
  public Map<UUID, List<ErasedValue>> erased(String titleId, Collection<UUID> events) {
    return store.erased(titleId, events).stream()
        .collect(Collectors.groupingBy(ErasedValue::event));
  }

  private static <T> Collector<T, ?, Set<T>> toSortedSet() {
    return Collectors.toCollection(TreeSet::new);
  }
}
