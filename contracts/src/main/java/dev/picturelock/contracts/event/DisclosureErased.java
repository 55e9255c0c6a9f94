package dev.picturelock.contracts.event;

import java.util.List;

/// Values behind digests of earlier events were erased. Those events stay as they are, and so does
/// every proof about them; what a digest stood for can no longer be told by anybody.
///
/// - **ground** why it had to be, for example CONSENT_WITHDRAWN; never a text about a person
/// - **erased** `<event id>/<digest>` of each, sorted; the names of the values are not told
@EventType(value = "picturelock.disclosure.erased.v1", topic = Topic.DELIVERABLE)
public record DisclosureErased(String ground, List<String> erased) implements Fact {
  public DisclosureErased {
    erased = erased == null ? List.of() : List.copyOf(erased);
  }
}
