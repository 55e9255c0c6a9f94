package dev.picturelock.approval.consent.http;

import dev.picturelock.approval.consent.NewConsent;
import dev.picturelock.approval.gate.ActionKind;
import dev.picturelock.approval.gate.ConsentForm;
import dev.picturelock.approval.gate.SignerRole;
import dev.picturelock.approval.http.Inputs;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A consent to put on file.
///
/// - **person**, **signer** ids such as `performer:kim`; kept out of events and tables
/// - **production** absent: this title
/// - **uses** coded uses it names: a use, an asset, a shot `104_065_010`, a scene `104_065`, an
///   episode `104`
/// - **authority** proof that the signer may sign for the person
record ConsentRequest(
    ActionKind type,
    String person,
    String signer,
    SignerRole signerRole,
    ConsentForm form,
    @Nullable String production,
    List<String> uses,
    @Nullable String useDescription,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String documentSha256,
    @Nullable String documentReference,
    @Nullable String legalName,
    @Nullable String professionalName,
    @Nullable Boolean subjectIsMinor,
    @Nullable Boolean subjectIsDeceased,
    @Nullable String authority,
    @Nullable String note) {
  ConsentRequest {
    uses = uses == null ? List.of() : List.copyOf(uses);
  }

  NewConsent checked() {
    if (!type.canBeClosedByConsent()) {
      throw Inputs.body("/type", "is not a consent", type.name());
    }
    if (validTo != null && validTo.isBefore(validFrom)) {
      throw Inputs.body("/validTo", "lies before validFrom", validTo.toString());
    }
    return new NewConsent(
        type,
        Inputs.text("/person", person, Inputs.SHORT),
        Inputs.text("/signer", signer, Inputs.SHORT),
        signerRole,
        authority != null,
        form,
        Inputs.optionalText("/production", production, Inputs.SHORT),
        Inputs.texts("/uses", uses, Inputs.SHORT),
        Inputs.optionalText("/useDescription", useDescription, Inputs.LONG),
        validFrom,
        validTo,
        Inputs.optionalSha256("/documentSha256", documentSha256),
        Boolean.TRUE.equals(subjectIsMinor),
        Boolean.TRUE.equals(subjectIsDeceased),
        personal());
  }

  private TreeMap<String, String> personal() {
    var personal = new TreeMap<String, String>();
    put(personal, "person", person, Inputs.SHORT);
    put(personal, "signer", signer, Inputs.SHORT);
    put(personal, "legalName", legalName, Inputs.SHORT);
    put(personal, "professionalName", professionalName, Inputs.SHORT);
    put(personal, "documentReference", documentReference, Inputs.LONG);
    put(personal, "authority", authority, Inputs.LONG);
    put(personal, "note", note, Inputs.LONG);
    return personal;
  }

  private static void put(
      TreeMap<String, String> personal, String name, @Nullable String value, int max) {
    var checked = Inputs.optionalText("/" + name, value, max);
    if (checked != null) {
      personal.put(name, checked);
    }
  }
}
