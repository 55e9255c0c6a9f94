package dev.picturelock.localstack;

import dev.picturelock.localstack.process.Command;
import dev.picturelock.localstack.process.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One process of the stack: what it needs, how it starts, when it is ready, how it ends.
interface Part {

  String name();

  /// The ports it listens on.
  List<Port> ports();

  /// Parts that must be ready before this one starts.
  List<String> needs();

  /// Makes ready what the process needs. Called before every start, so it must be repeatable.
  void prepare() throws Exception;

  Command command();

  /// Whether the process does its work.
  boolean ready();

  /// Why the process, although it runs, will not be ready before a person has done something.
  default Optional<String> refusal() {
    return Optional.empty();
  }

  /// What to do with a ready process before others may use it. Repeatable too.
  default void settle() throws Exception {}

  default Signal stopSignal() {
    return Signal.TERM;
  }

  /// How long a start may take on a slow machine; a death is noticed at once, however long this is.
  default Duration patience() {
    return Duration.ofMinutes(5);
  }
}
