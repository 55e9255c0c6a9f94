package dev.picturelock.provenance.disclosure;

import dev.picturelock.kit.disclosure.Disclosure;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.disclosure.SealedDisclosure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The values behind events, for those who may see them.
@ApplicationScoped
public class DisclosedValues {
  private static final String FILE_NAME = "name";

  private final SealedDisclosures store;
  private final Disclosures disclosures;

  DisclosedValues(SealedDisclosures store, Disclosures disclosures) {
    this.store = store;
    this.disclosures = disclosures;
  }

  @Transactional
  public void keep(Collection<SealedDisclosure> sealed) {
    store.put(sealed.stream().map(this::kept).toList());
  }

  private SealedDisclosures.Kept kept(SealedDisclosure sealed) {
    var fileKey =
        disclosures
            .open(sealed)
            .filter(disclosure -> disclosure.name().equals(FILE_NAME))
            .map(disclosure -> fileKey(sealed.title(), disclosure.value()))
            .orElse(null);
    return new SealedDisclosures.Kept(sealed, fileKey);
  }

  @Transactional
  public void erase(UUID event, String digest) {
    store.erase(event, digest);
  }

  /// The keyed digest that finds a file name without keeping it. Names that look the same have the
  /// same one: macOS hands them out in Unicode form D, most others in form C.
  public String fileKey(String titleId, String fileName) {
    var normal = Normalizer.normalize(fileName, Normalizer.Form.NFC);
    return disclosures.pseudonym(titleId, "file:" + normal);
  }

  /// What can still be opened of the events' disclosures.
  public Map<UUID, List<Disclosure>> open(String titleId, Collection<UUID> events) {
    var opened = new HashMap<UUID, List<Disclosure>>();
    store
        .ofEvents(titleId, events)
        .forEach((event, sealed) ->
            opened.put(
                event, sealed.stream().map(disclosures::open).flatMap(Optional::stream).toList()));
    return opened;
  }
}
