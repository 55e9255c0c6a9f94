package dev.picturelock.localstack;

import java.util.OptionalLong;

/// The last thing the person reads: where everything is and what to try.
///
/// - **Demo:** whether the demo title is there, so that its story is worth reading
record Welcome(Installation installation, boolean demo, OptionalLong mebibytes) {

  String text() {
    return """

    Picturelock is ready.

      intake       %s/q/openapi
      classifier   %s/q/openapi
      approval     %s/q/openapi
      provenance   %s/q/openapi
      accounts     %s/realms/picturelock

      Accounts (password = name): producer, contact, legal, auditor, outsider, admin
      Tool: client demo-tool with secret demo-tool-secret

      Try      the tour in README.md
    %s\
               ./picturelock --help
      Stop     %s
      Data     %s
      Logs     %s
    %s\
    """
        .formatted(
            installation.url(Port.INTAKE),
            installation.url(Port.CLASSIFIER),
            installation.url(Port.APPROVAL),
            installation.url(Port.PROVENANCE),
            installation.url(Port.KEYCLOAK),
            demo ? "           deploy/demo/README.md  the story of the demo title\n" : "",
            "Ctrl-C here, or " + installation.stopCommand(),
            installation.data().root(),
            installation.data().folder("logs"),
            mebibytes.isPresent()
                ? "  Memory   %,d MiB in all\n".formatted(mebibytes.getAsLong())
                : "");
  }
}
