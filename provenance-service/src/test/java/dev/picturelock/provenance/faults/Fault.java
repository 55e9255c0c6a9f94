package dev.picturelock.provenance.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Lets one call of the running thread to the database fail: the connection dies before the server
/// hears of the call, or after the server has done it and before the answer is read.
final class Fault {
  private static final String CONNECTION_FAILURE = "08006";
  private static final ThreadLocal<@Nullable Fault> ARMED = new ThreadLocal<>();

  private static final String COMMIT = "commit";

  private final BiPredicate<Integer, String> wanted;
  private final Moment moment;
  private int calls;
  private @Nullable String struck;

  private Fault(BiPredicate<Integer, String> wanted, Moment moment) {
    this.wanted = wanted;
    this.moment = moment;
  }

  enum Moment {
    BEFORE,
    AFTER
  }

  /// Strikes at the call with this number, counted from 1, of what the thread does in `work`.
  static Fault during(int call, Moment moment, Runnable work) {
    return new Fault((number, _) -> number == call, moment).during(work);
  }

  /// Strikes before the commit of what the thread does in `work`.
  static Fault beforeCommit(Runnable work) {
    return new Fault((_, what) -> what.equals(COMMIT), Moment.BEFORE).during(work);
  }

  private Fault during(Runnable work) {
    ARMED.set(this);
    try {
      work.run();
    } finally {
      ARMED.remove();
    }
    return this;
  }

  /// A call to the server, made by whoever; only the armed thread's calls are counted.
  static Object call(String what, Connection connection, Callable<Object> call) throws Exception {
    var fault = ARMED.get();
    if (fault == null || fault.struck != null || !fault.wanted.test(++fault.calls, what)) {
      return call.call();
    }
    fault.struck = what;
    if (fault.moment == Moment.AFTER) {
      var _ = call.call();
    }
    connection.abort(Runnable::run);
    throw new SQLException("the connection broke as the test wants it", CONNECTION_FAILURE);
  }

  /// Nothing when the work made fewer calls.
  @Nullable String struck() {
    return struck;
  }

  /// Whether the server may have committed although the client was told of a failure.
  boolean leavesTheOutcomeOpen() {
    return COMMIT.equals(struck) && moment == Moment.AFTER;
  }
}
