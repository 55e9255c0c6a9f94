package dev.picturelock.contracts.event;

/// Something that happened. Every fact is the `data` of one CloudEvent and ends as one ledger
/// entry.
///
/// Shapes grow by optional fields only; a change of meaning is a new record with a new wire name.
public sealed interface Fact
    permits TitleOpened,
        TitlePolicyPackChanged,
        ToolRegistered,
        ToolTermsRecorded,
        UseReported,
        UseAmended,
        AssetRegistered,
        AssetWithdrawn,
        UseClassified,
        AssetClassified,
        ReviewOpened,
        ReviewEscalated,
        ReviewInfoRequested,
        ActionClosed,
        ApprovalGranted,
        ApprovalRefused,
        ApprovalRevoked,
        ApprovalExpired,
        ConsentRecorded,
        ConsentRevoked,
        CutImported,
        CutLocked,
        PackageBound,
        LogConflictFound,
        LogRotated,
        DisclosureErased {}
