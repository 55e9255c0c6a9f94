package dev.picturelock.provenance.disclosure;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A transaction that ends as the test says.
final class FakeTransaction implements TransactionSynchronizationRegistry {
  private final List<Synchronization> interposed = new ArrayList<>();
  private final Map<Object, Object> resources = new HashMap<>();

  void end(int status) {
    interposed.forEach(one -> one.afterCompletion(status));
  }

  @Override
  public void registerInterposedSynchronization(Synchronization one) {
    interposed.add(one);
  }

  @Override
  public Object getTransactionKey() {
    return this;
  }

  @Override
  public void putResource(Object key, Object value) {
    resources.put(key, value);
  }

  @Override
  public Object getResource(Object key) {
    return resources.getOrDefault(key, this);
  }

  @Override
  public int getTransactionStatus() {
    return 0;
  }

  @Override
  public void setRollbackOnly() {}

  @Override
  public boolean getRollbackOnly() {
    return false;
  }
}
