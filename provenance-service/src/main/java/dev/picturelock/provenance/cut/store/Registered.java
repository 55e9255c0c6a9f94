package dev.picturelock.provenance.cut.store;

import dev.picturelock.provenance.cut.AssetState.Input;
import dev.picturelock.provenance.cut.AssetVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a registration says, with the inputs found that it names by digest.
record Registered(
    AssetVersion version,
    String contribution,
    @Nullable String use,
    @Nullable String mediaUse,
    List<String> consents,
    List<Input> inputs) {

  Registered {
    consents = List.copyOf(consents);
    inputs = List.copyOf(inputs);
  }

  /// As classifications, reviews and approvals name it.
  String subject() {
    return "asset/" + version.asset() + "/" + version.version();
  }
}
