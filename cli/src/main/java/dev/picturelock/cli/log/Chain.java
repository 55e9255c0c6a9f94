package dev.picturelock.cli.log;

import dev.picturelock.cli.rotation.Rotation;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.note.VerifierKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose word is taken for the key of each log, from the oldest to the newest.
///
/// A key is believed because it was given on the command line, because it was here before, because
/// the log before it names it, or, at the very first contact, because the service says so.
final class Chain {

  private final GivenKeys given;
  private @Nullable VerifierKey before;
  private @Nullable Checkpoint ended;

  /// Whether somebody else than the service has ever vouched for a key of this chain.
  private boolean vouched;

  Chain(GivenKeys given) {
    this.given = given;
  }

  /// Why a log with this key is not to be copied; nothing if it may be.
  Optional<String> refusal(VerifierKey key, Optional<String> pinned) {
    if (pinned.isPresent() && !pinned.get().equals(key.format())) {
      return Optional.of(
          "its key was %s when it was copied before and is %s now"
              .formatted(pinned.get(), key.format()));
    }
    // The logs after the first are held against the one before them, once they are here.
    if (!given.isEmpty() && before == null && !given.has(key)) {
      return Optional.of(
          "its key %s is none of those given with %s".formatted(key.format(), given.option()));
    }
    return Optional.empty();
  }

  /// Whether nobody but the service vouches for the key.
  boolean isFirstContact(Optional<String> pinned) {
    return given.isEmpty() && before == null && pinned.isEmpty();
  }

  /// Why a log does not follow the one before it; nothing if it does, or is the first.
  ///
  /// - **pinned** the key that it had when it was copied before
  /// - **firstEntry** nothing when the log is empty
  Optional<String> breach(VerifierKey key, Optional<String> pinned, Optional<byte[]> firstEntry) {
    if (before == null || ended == null) {
      return Optional.empty();
    }
    if (firstEntry.isEmpty()) {
      // the rotation is its first entry from its first moment on
      return Optional.of("it is empty, so nothing says that it follows the log before it");
    }
    try {
      var rotation = Rotation.parse(firstEntry.get());
      if (rotation.oldKeyWasStolen() && vouched && !isVouchedFor(key, pinned)) {
        return Optional.of(
            "the key before it was stolen, so give its own with %s too, from another source: %s"
                .formatted(given.option(), key.format()));
      }
      return rotation.problem(ended, before, key);
    } catch (MalformedException e) {
      return Optional.of("its first entry is no statement of a rotation: " + e.reason());
    }
  }

  /// The log is good; the next one must follow it.
  void add(VerifierKey key, Optional<String> pinned, Checkpoint newest) {
    vouched |= isVouchedFor(key, pinned);
    before = key;
    ended = newest;
  }

  private boolean isVouchedFor(VerifierKey key, Optional<String> pinned) {
    return given.has(key) || pinned.isPresent();
  }
}
