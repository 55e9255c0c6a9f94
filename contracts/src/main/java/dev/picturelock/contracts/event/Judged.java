package dev.picturelock.contracts.event;

import java.util.Map;
import java.util.Optional;

/// A fact that a policy pack judges: a use, or an asset with a contribution of AI.
public sealed interface Judged permits UseReported, UseAmended, AssetRegistered {
  /// What a tool or a person says about an asset that no AI had a part in.
  String WITHOUT_AI = "none";

  /// What it is judged on.
  Map<String, Object> facts();

  /// What it is judged by: `id@version`, or an id alone from before packs were pinned.
  String policyPack();

  /// Nothing for a fact that is never judged, an asset made without AI among them.
  static Optional<Judged> of(Fact fact) {
    return switch (fact) {
      case UseReported use -> Optional.of(use);
      case UseAmended use -> Optional.of(use);
      case AssetRegistered asset when asset.contribution().equals(WITHOUT_AI) -> Optional.empty();
      case AssetRegistered asset -> Optional.of(asset);
      case TitleOpened _,
          TitlePolicyPackChanged _,
          ToolRegistered _,
          ToolTermsRecorded _,
          AssetWithdrawn _,
          UseClassified _,
          AssetClassified _,
          ReviewOpened _,
          ReviewEscalated _,
          ReviewInfoRequested _,
          ActionClosed _,
          ApprovalGranted _,
          ApprovalRefused _,
          ApprovalRevoked _,
          ApprovalExpired _,
          ConsentRecorded _,
          ConsentRevoked _,
          CutImported _,
          CutLocked _,
          PackageBound _,
          LogConflictFound _,
          LogRotated _,
          DisclosureErased _ ->
          Optional.empty();
    };
  }
}
