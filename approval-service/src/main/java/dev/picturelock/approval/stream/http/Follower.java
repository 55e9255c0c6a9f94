package dev.picturelock.approval.stream.http;

import dev.picturelock.approval.stream.FollowApprovals;
import dev.picturelock.approval.stream.Said;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// One dashboard and how far it has come.
///
/// Positions have no gaps and become visible in order (the title's lock), so that reading on after
/// the last one sent neither misses nor repeats anything.
class Follower {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final FollowApprovals followApprovals;
  private final Sse sse;
  private final InstantSource clock;
  private final String title;
  private long position;
  private Instant lastSent;

  Follower(
      FollowApprovals followApprovals, Sse sse, InstantSource clock, String title, long position) {
    this.followApprovals = followApprovals;
    this.sse = sse;
    this.clock = clock;
    this.title = title;
    this.position = position;
    this.lastSent = Instant.EPOCH;
  }

  /// What is new, or a comment that keeps the connection open.
  List<OutboundSseEvent> next() {
    var said = followApprovals.next(title, position);
    var now = clock.instant();
    if (!said.isEmpty()) {
      position = said.getLast().position();
      lastSent = now;
      return said.stream().map(this::event).toList();
    }
    if (lastSent.plus(HEARTBEAT).isAfter(now)) {
      return List.of();
    }
    lastSent = now;
    return List.of(sse.newEventBuilder().comment("still here").build());
  }

  private OutboundSseEvent event(Said said) {
    return sse.newEventBuilder()
        .id(Long.toString(said.position()))
        .name(said.type())
        .mediaType(MediaType.TEXT_PLAIN_TYPE)
        .data(String.class, said.json())
        .build();
  }
}
