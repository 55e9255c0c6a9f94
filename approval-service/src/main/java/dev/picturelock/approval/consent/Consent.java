package dev.picturelock.approval.consent;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ConsentForm;
import dev.picturelock.approval.gate.Document;
import dev.picturelock.approval.gate.SignerRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A consent on file.
///
/// - **person**, **signer** pseudonyms within the title
/// - **production** the title id unless the paper names another production
public record Consent(
    UUID id,
    String titleId,
    ActionKind type,
    String person,
    String signer,
    SignerRole signerRole,
    boolean authorityOnFile,
    ConsentForm form,
    String production,
    List<String> uses,
    @Nullable String useDescription,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String documentSha256,
    boolean personIsMinor,
    boolean personIsDeceased,
    String recordedBy,
    Instant recordedAt,
    @Nullable Revocation revocation) {
  public Consent {
    uses = List.copyOf(uses);
  }

  /// Who took the consent back, when and why.
  public record Revocation(Instant at, String by, String reason) {}

  public Consent revoke(Revocation why) {
    return new Consent(
        id,
        titleId,
        type,
        person,
        signer,
        signerRole,
        authorityOnFile,
        form,
        production,
        uses,
        useDescription,
        validFrom,
        validTo,
        documentSha256,
        personIsMinor,
        personIsDeceased,
        recordedBy,
        recordedAt,
        why);
  }

  /// The consent as the gate looks at it.
  public Document.Consent document() {
    return new Document.Consent(
        type,
        person,
        signer,
        signerRole,
        authorityOnFile,
        form,
        production,
        Set.copyOf(uses),
        useDescription,
        validFrom,
        validTo,
        revocation == null ? null : LocalDate.ofInstant(revocation.at(), ZoneOffset.UTC));
  }
}
