package dev.picturelock.provenance.ledger.guard;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// How fast the scrubber goes: it rests nine times as long as it worked, and not at all while
/// somebody waits for a pass.
final class Pace {
  private static final int REST_PER_WORK = 9;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long begun;
  private long finished;
  private long asked;
  private boolean over;

  /// The number of the pass that begins.
  long begin() {
    return locked(() -> ++begun);
  }

  void finish() {
    long _ = locked(() -> finished = begun);
  }

  /// The number of a pass that begins from now on and that is waited for.
  long ask() {
    return locked(() -> asked = begun + 1);
  }

  void end() {
    long _ =
        locked(() -> {
          over = true;
          return 0;
        });
  }

  boolean isOver() {
    return locked(() -> over ? 1 : 0) == 1;
  }

  void restAfter(Duration work) {
    rest(work.multipliedBy(REST_PER_WORK), false);
  }

  /// Until the time is over or a pass is asked for.
  void rest(Duration time) {
    rest(time, false);
  }

  /// Even if somebody waits.
  void restInAnyCase(Duration time) {
    rest(time, true);
  }

  private void rest(Duration time, boolean inAnyCase) {
    lock.lock();
    try {
      long left = time.toNanos();
      while (left > 0 && !over && (inAnyCase || asked <= finished)) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      over = true;
    } finally {
      lock.unlock();
    }
  }

  private long locked(LongSupplier change) {
    lock.lock();
    try {
      long value = change.getAsLong();
      changed.signalAll();
      return value;
    } finally {
      lock.unlock();
    }
  }
}
