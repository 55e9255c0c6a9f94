package dev.picturelock.approval.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A paper that may close a required action.
public sealed interface Document {
  ActionKind type();

  /// A person's consent.
  ///
  /// - **subject**, **signer** names or pseudonyms, equal for equal persons
  /// - **authorityOnFile** there is proof that the signer may sign for the subject
  /// - **uses** coded uses it names, **validFrom** and **validTo** inclusive days
  /// - **revokedAt** the first day on which it holds no longer
  record Consent(
      ActionKind type,
      String subject,
      String signer,
      SignerRole signerRole,
      boolean authorityOnFile,
      ConsentForm form,
      String production,
      Set<String> uses,
      @Nullable String useDescription,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable LocalDate revokedAt)
      implements Document {
    public Consent {
      uses = Set.copyOf(uses);
    }

    boolean describesTheUse() {
      return useDescription != null && !useDescription.isBlank();
    }
  }

  /// A decision of the streamer contact.
  ///
  /// - **content** digest of what was decided on
  record Approval(
      String approver,
      String requester,
      String content,
      boolean signed,
      boolean refused,
      LocalDate decidedAt,
      List<Condition> conditions)
      implements Document {
    public Approval {
      conditions = List.copyOf(conditions);
    }

    @Override
    public ActionKind type() {
      return ActionKind.WRITTEN_APPROVAL;
    }
  }

  /// What an approval depends on, and whether it was confirmed.
  record Condition(String text, boolean met) {}
}
