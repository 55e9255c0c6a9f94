package dev.picturelock.classifier.simulation.http;

import java.io.IOException;
import java.io.OutputStream;

/// An output that somebody else can see standing still, while its writer waits in it.
final class WatchedOutput extends OutputStream {
  private static final long NOBODY_WRITES = 0;

  private final OutputStream out;
  private long writes;
  // The number of the write under way.
  private volatile long now = NOBODY_WRITES;
  private long seen = NOBODY_WRITES;

  WatchedOutput(OutputStream out) {
    this.out = out;
  }

  /// Whether the writer waits in the very write it waited in when this was asked the last time.
  ///
  /// For one thread, which is not the writer's.
  boolean standsStill() {
    long last = seen;
    seen = now;
    return seen != NOBODY_WRITES && seen == last;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    now = ++writes;
    try {
      out.write(bytes, from, length);
    } finally {
      now = NOBODY_WRITES;
    }
  }

  @Override
  public void flush() throws IOException {
    now = ++writes;
    try {
      out.flush();
    } finally {
      now = NOBODY_WRITES;
    }
  }
}
