package dev.picturelock.approval.consent;

import dev.picturelock.approval.stream.ApprovalStream;
import dev.picturelock.contracts.event.ConsentRecorded;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.disclosure.Disclosure;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.kit.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Puts a consent on file.
@ApplicationScoped
public class RecordConsent {
  private static final Logger LOG = Logger.getLogger(RecordConsent.class);

  private final Caller caller;
  private final Consents consents;
  private final ApprovalStream stream;
  private final Outbox outbox;
  private final Disclosures disclosures;
  private final Events events;
  private final Ids ids;
  private final InstantSource clock;

  RecordConsent(
      Caller caller,
      Consents consents,
      ApprovalStream stream,
      Outbox outbox,
      Disclosures disclosures,
      Events events,
      Ids ids,
      InstantSource clock) {
    this.caller = caller;
    this.consents = consents;
    this.stream = stream;
    this.outbox = outbox;
    this.disclosures = disclosures;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /// A consent and the event that says so.
  public record Recorded(UUID consent, UUID eventId) {}

  @Transactional
  public Recorded handle(String titleId, NewConsent reported) {
    caller.requireRole(titleId, TitleRole.LEGAL, TitleRole.CLEARANCE, TitleRole.PRODUCTION);
    stream.lock(titleId);
    var consent = consent(titleId, reported);
    var hidden =
        reported.personal().entrySet().stream()
            .map(entry -> disclosures.disclose(entry.getKey(), entry.getValue()))
            .toList();
    var event =
        events.now(titleId, "consent/" + consent.id(), caller.actor(), recorded(consent, hidden));
    consents.add(consent);
    stream.publish(event);
    publish(event, hidden, consent.person());
    LOG.infof("consent recorded id=%s title=%s type=%s", consent.id(), titleId, consent.type());
    return new Recorded(consent.id(), event.id());
  }

  private Consent consent(String titleId, NewConsent reported) {
    return new Consent(
        ids.fresh(),
        titleId,
        reported.type(),
        disclosures.pseudonym(titleId, reported.person()),
        disclosures.pseudonym(titleId, reported.signer()),
        reported.signerRole(),
        reported.authorityOnFile(),
        reported.form(),
        reported.production() == null ? titleId : reported.production(),
        reported.uses(),
        reported.useDescription(),
        reported.validFrom(),
        reported.validTo(),
        reported.documentSha256(),
        reported.personIsMinor(),
        reported.personIsDeceased(),
        caller.actor(),
        clock.instant(),
        null);
  }

  private static ConsentRecorded recorded(Consent consent, List<Disclosure> hidden) {
    return new ConsentRecorded(
        consent.id(),
        consent.type().name(),
        consent.person(),
        consent.signerRole().wireName(),
        consent.form().wireName(),
        consent.uses(),
        consent.useDescription(),
        consent.validFrom(),
        consent.validTo(),
        consent.documentSha256(),
        hidden.stream().map(Disclosure::digest).sorted().toList(),
        Disclosures.ALGORITHM);
  }

  /// Whatever a consent says is about the person who gave it, but the signer names another one.
  private void publish(Event event, List<Disclosure> hidden, String person) {
    var sealed =
        hidden.stream()
            .map(disclosure ->
                disclosures.seal(
                    event.titleId(),
                    event.id(),
                    disclosure,
                    disclosure.name().equals("signer") ? null : person))
            .map(value -> new Outbox.Keyed(value.key(), value.toBytes()))
            .toList();
    outbox.publish(Topic.DISCLOSURE, sealed);
  }
}
