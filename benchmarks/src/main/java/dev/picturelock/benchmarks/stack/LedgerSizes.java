package dev.picturelock.benchmarks.stack;

import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.TreeMap;

/// Watches how the log of a title grows, by its published checkpoint.
final class LedgerSizes {
  private static final int OK = 200;

  private final Target target;
  private final String token;
  private final String title;

  /// When a size was seen first, in nanoseconds.
  private final TreeMap<Long, Long> seen = new TreeMap<>();

  LedgerSizes(Target target, String token, String title) {
    this.target = target;
    this.token = token;
    this.title = title;
  }

  /// The size now; 0 where there is no log yet.
  long look() throws IOException, InterruptedException {
    var answer = target.send(target.readOf(title, token, "/log/checkpoint"));
    long size = answer.statusCode() == OK ? size(answer) : 0;
    seen.putIfAbsent(size, System.nanoTime());
    return size;
  }

  /// When the checkpoint first covered the entry with this index.
  long integratedAt(long index) {
    return seen.higherEntry(index).getValue();
  }

  private static long size(HttpResponse<byte[]> answer) {
    return SignedCheckpoint.parse(answer.body()).checkpoint().size().value();
  }
}
