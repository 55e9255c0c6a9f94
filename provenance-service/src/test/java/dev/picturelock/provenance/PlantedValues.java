package dev.picturelock.provenance;

import static dev.picturelock.provenance.LedgerApi.PATIENCE;
import static dev.picturelock.provenance.LedgerApi.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.picturelock.contracts.event.DisclosureErased;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.disclosure.Disclosure;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.disclosure.DisclosureConfig;
import dev.picturelock.provenance.disclosure.Resting;
import dev.picturelock.provenance.disclosure.RestingValues;
import dev.picturelock.provenance.disclosure.SubjectKeys;
import dev.picturelock.provenance.disclosure.Vault;
import dev.picturelock.testkit.TestRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Values that tests put behind events, and what is left of them.
@ApplicationScoped
class PlantedValues {

  private final Sql sql;
  private final Disclosures disclosures;
  private final RestingValues resting;
  private final SubjectKeys keys;
  private final DisclosureConfig config;

  PlantedValues(
      Sql sql,
      Disclosures disclosures,
      RestingValues resting,
      SubjectKeys keys,
      DisclosureConfig config) {
    this.sql = sql;
    this.disclosures = disclosures;
    this.resting = resting;
    this.keys = keys;
    this.config = config;
  }

  Event registered(String title, String asset, Disclosure... values) {
    return new SampleEvents(title)
        .registered(
            asset,
            "v001",
            "generated",
            Stream.of(values).map(Disclosure::digest).sorted().toList());
  }

  Event plant(String title, String asset, Disclosure... values) {
    var event = registered(title, asset, values);
    plant(title, event, List.of(values));
    return event;
  }

  /// Returns once all of it is in the ledger and at rest.
  void plant(String title, Event event, List<Disclosure> values) {
    record(event);
    values.forEach(value -> disclose(title, event.id(), value));
    await()
        .atMost(PATIENCE)
        .until(() -> digests(title).containsAll(values.stream().map(Disclosure::digest).toList()));
  }

  void disclose(String title, UUID event, Disclosure disclosure) {
    var sealed = disclosures.seal(title, event, disclosure);
    TestRecords.send(Topic.DISCLOSURE.topicName(), sealed.key(), List.of(sealed.toBytes()));
  }

  List<String> digests(String title) {
    return rows(title).stream().map(Resting::digest).toList();
  }

  Resting row(String title, Disclosure disclosure) {
    return rows(title).stream()
        .filter(row -> row.digest().equals(disclosure.digest()))
        .findFirst()
        .orElseThrow();
  }

  List<Resting> rows(String title) {
    var events =
        sql.list(
            "SELECT DISTINCT event_id FROM disclosure WHERE title_id = ?",
            row -> row.uuid("event_id"),
            title);
    return resting.ofEvents(title, events);
  }

  List<DisclosureErased> redactions(String title) {
    return sql
        .list("SELECT data FROM log_entry WHERE title_id = ?", row -> row.bytes("data"), title)
        .stream()
        .map(EventCodec::decode)
        .map(Event::fact)
        .filter(DisclosureErased.class::isInstance)
        .map(DisclosureErased.class::cast)
        .toList();
  }

  /// As if the row came out of a backup: no key that is left opens it.
  void nobodyOpens(Resting row) {
    for (var keyId : keysLeft()) {
      var moved =
          new Resting(row.event(), row.digest(), row.subject(), keyId, row.sealed(), row.fileKey());
      assertThat(open(moved)).isEmpty();
    }
  }

  /// What is under the key of the row, if that is left.
  Optional<Disclosure> open(Resting row) {
    return new Vault(keys).open(row);
  }

  /// Where a key is kept.
  Path keyFile(String keyId) {
    return config.subjectKeysDir().resolve(keyId);
  }

  private List<String> keysLeft() {
    try (var files = Files.list(config.subjectKeysDir())) {
      return files
          .filter(Files::isRegularFile)
          .map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> name.matches("[0-9a-f]{32}"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
