package dev.picturelock.provenance.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets readers wait for the next commit of this instance. Another instance may own the title, so a
/// waiter looks again every now and then by itself.
@ApplicationScoped
public class Commits {
  private static final long LOOK_AGAIN_MILLIS = 250;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition committed = lock.newCondition();

  /// To be called after a commit.
  public void announce() {
    lock.lock();
    try {
      committed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Looks up until there is something or patience ends.
  public <T> Optional<T> await(Supplier<Optional<T>> lookup, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      var found = lookup.get();
      long left = deadline - System.nanoTime();
      if (found.isPresent() || left <= 0 || !sleepUntilCommit(left)) {
        return found;
      }
    }
  }

  @SuppressWarnings("WaitNotInLoop") // the loop is the caller's: it looks again after every wake-up
  private boolean sleepUntilCommit(long nanos) {
    lock.lock();
    try {
      long _ =
          committed.awaitNanos(Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS)));
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
