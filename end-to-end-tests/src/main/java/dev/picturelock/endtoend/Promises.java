package dev.picturelock.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What the services promised to their callers, and what they should not have answered.
final class Promises {

  private final Queue<Promise> made = new ConcurrentLinkedQueue<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  /// An event that was answered as accepted.
  ///
  /// - **asset** that it registers; empty for an event of another kind
  record Promise(String title, String eventId, String asset) {}

  void add(Promise promise) {
    made.add(promise);
    count.incrementAndGet();
  }

  /// An answer that neither accepts, nor refuses what had to be refused, nor asks to try again.
  void surprise(String what) {
    surprises.add(what);
  }

  int count() {
    return count.get();
  }

  /// The newest promise of each title that has one.
  List<Promise> newest(List<String> titles) {
    var all = List.copyOf(made).reversed();
    return titles.stream()
        .flatMap(title -> all.stream().filter(made -> made.title().equals(title)).limit(1))
        .toList();
  }

  List<Promise> take() {
    return taken(made);
  }

  List<String> takeSurprises() {
    return taken(surprises);
  }

  private static <T> List<T> taken(Queue<T> queue) {
    var taken = new ArrayList<T>();
    for (var one = queue.poll(); one != null; one = queue.poll()) {
      taken.add(one);
    }
    return taken;
  }
}
