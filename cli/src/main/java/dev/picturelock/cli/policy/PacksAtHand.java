package dev.picturelock.cli.policy;

import static java.util.stream.Collectors.joining;

import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.contracts.policy.PolicyPackName;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.dmn.PackLoader;
import java.util.List;
import java.util.Optional;

/// The packs at hand; one is compiled only when it is asked for.
final class PacksAtHand {
  private final PolicyPackFiles files;
  private final PackLoader loader;

  PacksAtHand(PolicyPackFiles files) {
    this.files = files;
    this.loader = new PackLoader(files, 0);
  }

  List<PolicyPackName> names() {
    return loader.names();
  }

  String sha256(PolicyPackName name) {
    return loader.sha256(name);
  }

  PolicyPack load(PolicyPackName name) {
    return loader.load(name);
  }

  /// The newest version of the first pack, for those who name none.
  PolicyPackName standard() {
    return require(names().getFirst().id());
  }

  Optional<PolicyPackName> find(String name) {
    return PolicyPackName.newest(names(), name);
  }

  Optional<PolicyPackName> ofHash(String sha256) {
    return names().stream().filter(name -> loader.sha256(name).equals(sha256)).findFirst();
  }

  /// - **Errors:** [UnusableInputException] that says what is there and where more would be found
  PolicyPackName require(String name) {
    return find(name).orElseThrow(() -> notInstalled(name));
  }

  /// What an event means: of an id alone the oldest version, as the classifier takes it.
  ///
  /// - **Errors:** as [#require]
  PolicyPackName named(String name) {
    return PolicyPackName.oldest(names(), name).orElseThrow(() -> notInstalled(name));
  }

  UnusableInputException notInstalled(String name) {
    return new UnusableInputException(
        "policy pack %s is not installed; there is %s. Name the folder it lies in with --packs DIR%s"
            .formatted(
                name,
                names().stream().map(PolicyPackName::toString).collect(joining(", ")),
                files.folder().map(folder -> " (looked in " + folder + ")").orElse("")));
  }
}
