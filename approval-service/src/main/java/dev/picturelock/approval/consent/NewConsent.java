package dev.picturelock.approval.consent;

import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ConsentForm;
import dev.picturelock.approval.gate.SignerRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A consent as somebody reports it, names in the clear.
///
/// - **personal** what must not stand in events or tables, by name: it becomes disclosures
public record NewConsent(
    ActionKind type,
    String person,
    String signer,
    SignerRole signerRole,
    boolean authorityOnFile,
    ConsentForm form,
    @Nullable String production,
    List<String> uses,
    @Nullable String useDescription,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String documentSha256,
    boolean personIsMinor,
    boolean personIsDeceased,
    Map<String, String> personal) {
  public NewConsent {
    uses = List.copyOf(uses);
    personal = Map.copyOf(personal);
  }
}
