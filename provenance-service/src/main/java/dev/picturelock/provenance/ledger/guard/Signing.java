package dev.picturelock.provenance.ledger.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/// The gate in front of every signature of this instance.
///
/// It opens once, when everything was compared at the start. After an alarm it is shut for all logs
/// until the process is started again; the first alarm is the one that is told.
@ApplicationScoped
public class Signing {
  private static final Logger LOG = Logger.getLogger(Signing.class);
  private static final Duration CHECK_PATIENCE = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final AlarmFile file;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile State state = new Checking();
  private boolean shuttingDown;

  Signing(InstantSource clock, AlarmFile file) {
    this.clock = clock;
    this.file = file;
  }

  /// Whether anything may be signed.
  public sealed interface State {}

  /// Not yet: what is stored is being compared with what was released.
  public record Checking() implements State {}

  public record Open() implements State {}

  /// Not before the next start.
  public record Stopped(Alarm alarm) implements State {}

  public State state() {
    return state;
  }

  /// Everything was compared. Does nothing after an alarm.
  void open() {
    lock.lock();
    try {
      if (state instanceof Checking) {
        change(new Open());
      }
    } finally {
      lock.unlock();
    }
  }

  /// Shuts the gate. The alarm is kept beside the journals, so that a start does not forget it.
  SigningStoppedException stop(Alarm.Kind kind, String where, String detail) {
    return stop(new Alarm(kind, where, detail, clock.instant()));
  }

  /// The same for an alarm that an earlier start has raised.
  SigningStoppedException stop(Alarm alarm) {
    lock.lock();
    try {
      if (state instanceof Stopped earlier) {
        if (alarm.kind().staysUntilRemoved()) {
          file.keep(alarm);
        }
        return SigningStoppedException.stopped(earlier.alarm());
      }
      change(new Stopped(alarm));
    } finally {
      lock.unlock();
    }
    LOG.errorf("ledger stopped signing: %s", alarm.sentence());
    file.keep(alarm);
    return SigningStoppedException.stopped(alarm);
  }

  /// Returns once everything was compared, whatever that came to.
  ///
  /// - **Errors:** [SigningStoppedException] when that takes long
  public void requireChecked() {
    if (state instanceof Checking) {
      awaitChange(CHECK_PATIENCE);
    }
    if (state instanceof Checking) {
      throw SigningStoppedException.checking();
    }
  }

  /// Returns if the gate is open; while everything is still being compared it waits a little.
  ///
  /// - **Errors:** [SigningStoppedException]
  public void require() {
    requireChecked();
    if (state instanceof Stopped(var alarm)) {
      throw SigningStoppedException.stopped(alarm);
    }
  }

  /// Returns only when the gate is open: what arrives waits where it is, however long that takes.
  ///
  /// - **Errors:** [CancellationException] when the process ends first
  public void awaitOpen() {
    lock.lock();
    try {
      while (!(state instanceof Open) && !shuttingDown) {
        changed.await();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    if (!(state instanceof Open)) {
      throw new CancellationException("the process ends");
    }
  }

  /// Returns once everything was compared; false when the process ends first.
  boolean awaitChecked() {
    awaitChange(Duration.ofDays(365));
    return !(state instanceof Checking);
  }

  /// Lets the time go by, whatever the gate does.
  ///
  /// - **Errors:** [CancellationException] when the process ends first
  void restOrEnd(Duration time) {
    long left = time.toNanos();
    boolean ends;
    lock.lock();
    try {
      while (!shuttingDown && left > 0) {
        left = changed.awaitNanos(left);
      }
      ends = shuttingDown;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      ends = true;
    } finally {
      lock.unlock();
    }
    if (ends) {
      throw new CancellationException("the process ends");
    }
  }

  /// Lets go whoever waits for the gate.
  void shutDown() {
    lock.lock();
    try {
      shuttingDown = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void change(State to) {
    lock.lock();
    try {
      state = to;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitChange(Duration atMost) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (state instanceof Checking && !shuttingDown && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
