package dev.picturelock.intake.asset;

import dev.picturelock.contracts.event.AssetRef;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Every accepted asset version, the keys it was sent under, and withdrawals; nothing ever changes.
public interface AssetVersions {
  Map<AssetRef, AcceptedVersion> find(String title, Collection<AssetRef> refs);

  Map<String, AcceptedVersion> byKey(String title, Collection<String> keys);

  /// False when somebody else has added one of them at the same moment; the transaction must then
  /// be given up.
  boolean add(String title, Collection<AcceptedVersion> versions, Map<String, AssetRef> keys);

  Optional<Withdrawal> withdrawal(String title, AssetRef ref);

  /// False when it is withdrawn already.
  boolean add(String title, Withdrawal withdrawal);
}
