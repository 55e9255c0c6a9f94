package dev.picturelock.intake.asset;

import dev.picturelock.intake.submission.Acknowledgement;
import dev.picturelock.intake.title.Title;
import dev.picturelock.intake.title.TitleGate;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Registers asset versions: checks each by itself, accepts the good ones together, and returns
/// once the broker has their events.
@ApplicationScoped
public class RegisterAssets {
  private static final Logger LOG = Logger.getLogger(RegisterAssets.class);
  private static final int ATTEMPTS = 5;

  private final TitleGate gate;
  private final AcceptAssets acceptAssets;
  private final Acknowledgement acknowledgement;
  private final InstantSource clock;

  RegisterAssets(
      TitleGate gate,
      AcceptAssets acceptAssets,
      Acknowledgement acknowledgement,
      InstantSource clock) {
    this.gate = gate;
    this.acceptAssets = acceptAssets;
    this.acknowledgement = acknowledgement;
    this.clock = clock;
  }

  /// The title is open and the caller may register in it.
  ///
  /// - **Errors:** FORBIDDEN, NOT_FOUND; asked before a body is read, so that nobody learns from
  ///   the answer to a broken body
  public Title enter(String title) {
    return gate.enter(title, TitleRole.TOOL, TitleRole.PRODUCTION);
  }

  /// One outcome for each submission, in their order.
  ///
  /// - **Errors:** UNAVAILABLE when the broker has not acknowledged in time; a repeat is harmless
  public List<Outcome> handle(Title title, List<Submission> submissions) {
    var outcomes = accept(title, submissions.stream().map(this::checked).toList());
    acknowledgement.await(eventsOf(outcomes));
    LOG.infof(
        "assets registered title=%s sent=%d accepted=%d",
        title.id(),
        outcomes.size(),
        outcomes.stream().filter(Outcome.Accepted.class::isInstance).count());
    return outcomes;
  }

  private Submission checked(Submission submission) {
    return switch (submission) {
      case Submission.Refused refused -> refused;
      case Submission.Sent sent -> {
        try {
          RegistrationCheck.check(sent.registration(), clock.instant());
          yield sent;
        } catch (ProblemException problem) {
          yield new Submission.Refused(problem);
        }
      }
    };
  }

  private List<Outcome> accept(Title title, List<Submission> submissions) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return acceptAssets.handle(title, submissions);
      } catch (SubmissionRaceException lost) {
        LOG.infof("submission raced title=%s attempt=%d", title.id(), attempt);
      }
    }
    throw new ProblemException(
        ProblemType.UNAVAILABLE, "others register the same versions right now; try again");
  }

  private static List<UUID> eventsOf(List<Outcome> outcomes) {
    var ids = new ArrayList<UUID>();
    for (var outcome : outcomes) {
      switch (outcome) {
        case Outcome.Accepted(_, var eventId) -> ids.add(eventId);
        case Outcome.Duplicate(_, var eventId) -> ids.add(eventId);
        case Outcome.Rejected _ -> {}
      }
    }
    return ids;
  }
}
