package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.ledger.Commits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parameter `?wait=5s` (at most 30s): an answer that is not there yet is waited for.
@ApplicationScoped
public class Waiting {
  private static final Pattern WAIT = Pattern.compile("(\\d{1,2})s");
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_WAITERS = 64;

  private final Semaphore waiters = new Semaphore(MOST_WAITERS);
  private final Commits commits;

  Waiting(Commits commits) {
    this.commits = commits;
  }

  /// Looks up until there is something or the wait is over. Waiting holds a thread, so only some
  /// may.
  public <T> Optional<T> await(@Nullable String wait, Supplier<Optional<T>> lookup) {
    var patience = patience(wait);
    if (patience.isZero()) {
      return lookup.get();
    }
    if (!waiters.tryAcquire()) {
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS, "too many are waiting already; ask again without wait");
    }
    try {
      return commits.await(lookup, patience);
    } finally {
      waiters.release();
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
