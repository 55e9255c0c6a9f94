package dev.picturelock.provenance.erasure.http;

import dev.picturelock.provenance.erasure.Ground;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be erased: a person, or an event.
///
/// - **person** as the person was reported, such as `performer:kim` or an operator's or account's
///   name
/// - **names** of the event's values, such as `prompt`; none means all
record ErasureRequest(
    @Nullable String person, @Nullable UUID event, List<String> names, Ground ground) {
  ErasureRequest {
    names = names == null ? List.of() : List.copyOf(names);
  }
}
