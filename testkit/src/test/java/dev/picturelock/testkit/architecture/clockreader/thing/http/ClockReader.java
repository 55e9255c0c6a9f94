package dev.picturelock.testkit.architecture.clockreader.thing.http;

import java.time.Instant;

class ClockReader {

  Instant now() {
    return Instant.now();
  }
}
