package dev.picturelock.intake.asset;

import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Generation;
import dev.picturelock.contracts.event.UseRef;
import dev.picturelock.intake.title.Title;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.disclosure.Disclosure;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.disclosure.SealedDisclosure;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns a registration into its event and the disclosures of what the event must not show.
@ApplicationScoped
class AssetEvents {
  private final Caller caller;
  private final Events events;
  private final Disclosures disclosures;

  AssetEvents(Caller caller, Events events, Disclosures disclosures) {
    this.caller = caller;
    this.events = events;
    this.disclosures = disclosures;
  }

  /// The event and what its `_sd` digests stand for, sealed.
  record Made(Event event, List<SealedDisclosure> sealed) {}

  /// - **Errors:** [dev.picturelock.kit.event.EventTooLargeException]
  Made of(Title title, Registration registration, References.Resolved resolved) {
    var secrets = secrets(registration);
    var event =
        events.now(
            title.id(),
            "asset/" + registration.ref().path(),
            caller.actor(),
            fact(title, registration, resolved, secrets));
    // Refused here, one by one, and not by the outbox, which would take the whole batch along.
    EventCodec.encode(event);
    var sealed = secrets.stream().map(d -> disclosures.seal(title.id(), event.id(), d)).toList();
    return new Made(event, sealed);
  }

  private AssetRegistered fact(
      Title title,
      Registration registration,
      References.Resolved resolved,
      List<Disclosure> secrets) {
    var use = resolved.use();
    return new AssetRegistered(
        registration.asset(),
        registration.version(),
        registration.mediaType(),
        registration.digests(),
        registration.size(),
        registration.contribution(),
        registration.shot(),
        use == null ? null : new UseRef(use.use(), use.version()),
        generation(registration.generation()),
        registration.inputs(),
        registration.talent().stream()
            .map(person -> disclosures.pseudonym(title.id(), person))
            .sorted()
            .toList(),
        registration.consents(),
        resolved.underTerms().facts().stated(),
        resolved.terms(),
        resolved.underTerms().conflicts(),
        title.policyPack(),
        secrets.stream().map(Disclosure::digest).sorted().toList(),
        secrets.isEmpty() ? null : Disclosures.ALGORITHM);
  }

  private static @Nullable Generation generation(Registration.@Nullable Run run) {
    return run == null
        ? null
        : new Generation(
            run.tool(),
            run.toolVersion(),
            run.model(),
            run.modelVersion(),
            openParameters(run),
            run.startedAt(),
            run.endedAt());
  }

  private static Map<String, String> openParameters(Registration.Run run) {
    var open = new TreeMap<>(run.parameters());
    open.keySet().removeIf(AssetEvents::isPrompt);
    return open;
  }

  /// Tools that report all their settings report the prompt among them.
  private static boolean isPrompt(String parameter) {
    return parameter.toLowerCase(Locale.ROOT).contains("prompt");
  }

  private List<Disclosure> secrets(Registration registration) {
    var secrets = new ArrayList<Disclosure>();
    add(secrets, "name", registration.name());
    var run = registration.generation();
    if (run != null) {
      add(secrets, "prompt", run.prompt());
      add(secrets, "negativePrompt", run.negativePrompt());
      add(secrets, "operator", run.operator());
      add(secrets, "account", run.account());
      new TreeMap<>(run.parameters())
          .forEach((parameter, value) -> {
            if (isPrompt(parameter)) {
              add(secrets, "parameters/" + parameter, value);
            }
          });
    }
    registration.talent().forEach(person -> add(secrets, "talent", person));
    return secrets;
  }

  private void add(List<Disclosure> secrets, String name, @Nullable String value) {
    if (value != null) {
      secrets.add(disclosures.disclose(name, value));
    }
  }
}
