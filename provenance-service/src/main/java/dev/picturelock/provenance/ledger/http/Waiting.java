package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.answer.Places;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Arrivals;
import dev.picturelock.provenance.ledger.Commits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parameter `?wait=5s` (at most 30s): an answer that is not there yet is waited for, on a
/// virtual thread.
///
/// Only some may wait at once, and of these places no account gets so many that another one goes
/// without.
@ApplicationScoped
public class Waiting {
  private static final Pattern WAIT = Pattern.compile("(\\d{1,2})s");
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_WAITERS = 64;
  private static final int MOST_WAITERS_FOR_EVENTS = 10_000;

  private final Places places = new Places(MOST_WAITERS);
  private final Places placesForEvents = new Places(MOST_WAITERS_FOR_EVENTS);
  private final Commits commits;
  private final Arrivals arrivals;
  private final Caller caller;

  Waiting(Commits commits, Arrivals arrivals, Caller caller) {
    this.commits = commits;
    this.arrivals = arrivals;
    this.caller = caller;
  }

  /// Looks up until there is something or the wait is over: again after every commit, so few may
  /// wait.
  public <T> Optional<T> await(@Nullable String wait, Supplier<Optional<T>> lookup) {
    return await(wait, places, lookup, patience -> commits.await(lookup, patience));
  }

  /// Looks up an event and once more when it has come. Nobody is woken by other events, so many may
  /// wait.
  <T> Optional<T> forEvent(
      @Nullable String wait, String titleId, UUID eventId, Supplier<Optional<T>> lookup) {
    return await(
        wait,
        placesForEvents,
        lookup,
        patience -> arrivals.await(titleId, eventId, patience, lookup));
  }

  private <T> Optional<T> await(
      @Nullable String wait,
      Places places,
      Supplier<Optional<T>> lookup,
      Function<Duration, Optional<T>> patiently) {
    var patience = patience(wait);
    if (patience.isZero()) {
      return lookup.get();
    }
    var account = caller.actor();
    if (!places.take(account)) {
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS,
          "you, or all together, are waiting for too much already; ask again without wait");
    }
    try {
      return patiently.apply(patience);
    } finally {
      places.giveBack(account);
    }
  }

  private static Duration patience(@Nullable String wait) {
    if (wait == null) {
      return Duration.ZERO;
    }
    var matcher = WAIT.matcher(wait);
    if (!matcher.matches()) {
      throw new ProblemException(
          ProblemType.INVALID_PARAMETER, "wait: want seconds such as 5s, got '" + wait + "'");
    }
    var asked = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
