package dev.picturelock.provenance.ledger.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A checkpoint topic in memory.
final class TestTopic implements CheckpointTopic {
  private final List<byte[]> values = new ArrayList<>();

  static TestTopic empty() {
    return new TestTopic();
  }

  TestTopic with(String checkpoint) {
    values.add(checkpoint.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  @Override
  public void readToEnd(Consumer<byte[]> reader) {
    values.forEach(reader);
  }

  @Override
  public void readOn(Consumer<byte[]> reader) {
    readToEnd(reader);
  }

  @Override
  public void close() {
    // nothing is open
  }
}
