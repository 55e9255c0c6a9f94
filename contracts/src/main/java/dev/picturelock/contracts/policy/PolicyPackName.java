package dev.picturelock.contracts.policy;

import dev.picturelock.contracts.event.TitleId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One exact version of a rule book, written `id@version`; versions sort by their numbers.
///
/// - **id** shaped like a title's id
/// - **version** three numbers with dots, `1.10.0` being newer than `1.9.0`
public record PolicyPackName(String id, String version) implements Comparable<PolicyPackName> {
  private static final Pattern VERSION =
      Pattern.compile("(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})");

  public PolicyPackName {
    if (!TitleId.SHAPE.matcher(id).matches() || !VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("no name of a policy pack: " + id + "@" + version);
    }
  }

  /// Nothing for a text that is not `id@version`.
  public static Optional<PolicyPackName> parse(String text) {
    int at = text.indexOf('@');
    if (at < 0
        || !TitleId.SHAPE.matcher(text.substring(0, at)).matches()
        || !VERSION.matcher(text.substring(at + 1)).matches()) {
      return Optional.empty();
    }
    return Optional.of(new PolicyPackName(text.substring(0, at), text.substring(at + 1)));
  }

  /// Among these, the exact version of that `id@version`, or the newest of that `id`: what people
  /// mean.
  public static Optional<PolicyPackName> newest(
      Collection<PolicyPackName> installed, String wanted) {
    return meant(installed, wanted).max(PolicyPackName::compareTo);
  }

  /// Among these, the exact version of that `id@version`, or the oldest of that `id`: what an event
  /// means, because only those from before packs were pinned name an id alone, and then there was
  /// one version. A newer one that is installed must not change what was decided.
  public static Optional<PolicyPackName> oldest(
      Collection<PolicyPackName> installed, String wanted) {
    return meant(installed, wanted).min(PolicyPackName::compareTo);
  }

  /// Whether a pack of that name could be installed at all: an `id@version`, or an `id`.
  public static boolean couldMean(String wanted) {
    return TitleId.SHAPE.matcher(wanted).matches() || parse(wanted).isPresent();
  }

  private static Stream<PolicyPackName> meant(Collection<PolicyPackName> installed, String wanted) {
    return installed.stream()
        .filter(pack -> pack.id().equals(wanted) || pack.toString().equals(wanted));
  }

  @Override
  public int compareTo(PolicyPackName other) {
    int byId = id.compareTo(other.id);
    return byId != 0 ? byId : Arrays.compare(numbers(), other.numbers());
  }

  @Override
  public String toString() {
    return id + "@" + version;
  }

  private int[] numbers() {
    return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
