package dev.picturelock.provenance.cut.store;

import dev.picturelock.provenance.cut.AssetState.Input;
import dev.picturelock.provenance.cut.AssetVersion;
import dev.picturelock.provenance.lineage.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a registration says, with the inputs found that it names by digest.
///
/// @param position where it was registered
record Registered(
    AssetVersion version,
    long position,
    String contribution,
    @Nullable String use,
    @Nullable Long useVersion,
    @Nullable String mediaUse,
    List<String> consents,
    List<Input> inputs) {

  Registered {
    consents = List.copyOf(consents);
    inputs = List.copyOf(inputs);
  }

  /// The node of the reported use that it names.
  Optional<String> useNode() {
    return use == null || useVersion == null
        ? Optional.empty()
        : Optional.of(Node.use(use, Math.toIntExact(useVersion)));
  }

  /// As classifications, reviews and approvals name it.
  String subject() {
    return "asset/" + version.asset() + "/" + version.version();
  }
}
