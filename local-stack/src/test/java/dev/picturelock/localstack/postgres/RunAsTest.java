package dev.picturelock.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunAsTest {

  private static final List<String> TRIAL = List.of("postgres", "--version");

  @Test
  void changesNothingForAnOrdinaryUser() {
    var runAs = RunAs.choose("kim", TRIAL, _ -> false);

    assertThat(runAs.before(TRIAL)).isEqualTo(TRIAL);
  }

  @Test
  void takesRootIntoANamespaceWhereThatIsAllowed() {
    var runAs = RunAs.choose("root", TRIAL, _ -> true);

    assertThat(runAs.before(TRIAL)).containsExactly("unshare", "--user", "postgres", "--version");
    assertThat(runAs.owner()).isEqualTo("root");
  }

  @Test
  void makesRootNobodyWhereNamespacesAreForbidden() {
    var runAs = RunAs.choose("root", TRIAL, command -> command.containsAll(TRIAL));

    assertThat(runAs.before(TRIAL)).startsWith("setpriv", "--reuid=nobody").endsWith("--version");
    assertThat(runAs.owner()).isEqualTo("nobody");
  }

  @Test
  void saysWhatToDoWhereNothingWorks() {
    assertThatThrownBy(() -> RunAs.choose("root", TRIAL, _ -> false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PostgreSQL refuses to run as root")
        .hasMessageContaining("start as an ordinary user or allow user namespaces");
  }

  @Test
  void takesAProgramThatIsNotThereForOneThatFails() {
    assertThat(RunAs.succeeds(List.of("true"))).isTrue();
    assertThat(RunAs.succeeds(List.of("false"))).isFalse();
    assertThat(RunAs.succeeds(List.of("picturelock-has-no-such-program"))).isFalse();
  }
}
