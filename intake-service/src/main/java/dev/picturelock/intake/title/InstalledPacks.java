package dev.picturelock.intake.title;

import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.contracts.policy.PolicyPackName;
import dev.picturelock.intake.submission.Checks;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Resolves what an administrator calls a policy pack to one exact version, of those that were
/// installed when the service started.
///
/// A pack put there later is not known before the next start, here as in the classifier, which must
/// know a pack before an event names it.
@ApplicationScoped
class InstalledPacks {
  private static final Logger LOG = Logger.getLogger(InstalledPacks.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9@._-]{0,99}");

  private final List<PolicyPackName> installed;

  InstalledPacks(PolicyPackFiles files) {
    this.installed = files.names();
  }

  /// Asked at start, so that a folder that cannot be read is told then and not to the first caller.
  void atStart(@Observes Startup event) {
    LOG.infof("policy packs known installed=%s", installed);
  }

  /// The version a title that names no pack is pinned to: the newest of the first one.
  PolicyPackName standard() {
    return require(installed.getFirst().id());
  }

  /// - **Errors:** INVALID_BODY for what no pack could be called, UNKNOWN_REFERENCE for what is not
  ///   installed; both say what is allowed
  PolicyPackName require(String wanted) {
    var checks = new Checks();
    checks.pattern("/policyPack", wanted, NAME, "the id of a policy pack, or id@version");
    checks.orThrow();
    return PolicyPackName.newest(installed, wanted)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNKNOWN_REFERENCE,
                "policy pack '" + wanted + "' is not installed",
                new FieldError("/policyPack", "is not installed", wanted, allowed())));
  }

  /// Whether a name an administrator gave, if any, means a pack or a version of it.
  static boolean means(@Nullable String wanted, String pinned) {
    return wanted == null || wanted.equals(pinned) || pinned.startsWith(wanted + "@");
  }

  private List<String> allowed() {
    var allowed = new TreeSet<String>();
    for (var pack : installed) {
      allowed.add(pack.id());
      allowed.add(pack.toString());
    }
    return List.copyOf(allowed);
  }
}
