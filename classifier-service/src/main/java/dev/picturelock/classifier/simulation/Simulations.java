package dev.picturelock.classifier.simulation;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPacks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.concurrent.Semaphore;

/// Runs another pack over a title's past events and says what would change; keeps and sends
/// nothing.
///
/// - **Who:** people of the title and administrators; a tool alone may not, because a past shows
///   more of a production than a tool has to know
/// - **How many:** [SimulationConfig#atOnce()]; each reads a whole partition
@ApplicationScoped
public class Simulations {
  private static final TitleRole[] PEOPLE =
      EnumSet.complementOf(EnumSet.of(TitleRole.TOOL)).toArray(TitleRole[]::new);

  private final PolicyPacks packs;
  private final Past past;
  private final Caller caller;
  private final int atOnce;
  private final Semaphore places;

  Simulations(PolicyPacks packs, Past past, Caller caller, SimulationConfig config) {
    this.packs = packs;
    this.past = past;
    this.caller = caller;
    this.atOnce = config.atOnce();
    this.places = new Semaphore(atOnce);
  }

  /// Begins a simulation; whoever asked closes it, on the thread that reads it.
  ///
  /// - **Errors:** [ProblemException] FORBIDDEN, NOT_FOUND for a pack that is not installed,
  ///   TOO_MANY_REQUESTS, UNAVAILABLE when the past cannot be read
  public SimulationRun open(Question question) {
    if (!caller.isAdmin()) {
      caller.requireRole(question.titleId(), PEOPLE);
    }
    var other = pack(question.pack());
    if (!places.tryAcquire()) {
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS,
          atOnce + " simulations are running already; try again when one has ended");
    }
    try {
      var reading = past.open(question.titleId(), question.from());
      return new SimulationRun(
          question, other.ref(), new WhatIf(packs, other)::of, reading, places::release);
    } catch (PastUnavailableException unavailable) {
      places.release();
      throw new ProblemException(ProblemType.UNAVAILABLE, String.valueOf(unavailable.getMessage()));
    } catch (RuntimeException unexpected) {
      places.release();
      throw unexpected;
    }
  }

  /// How many are running now.
  public int running() {
    return atOnce - places.availablePermits();
  }

  private PolicyPack pack(String name) {
    return packs
        .find(name)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND, "policy pack '" + name + "' is not installed"));
  }
}
