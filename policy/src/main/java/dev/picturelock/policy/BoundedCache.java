package dev.picturelock.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Remembers the results used last; two threads may compute the same one, which is harmless for a
/// pure function and keeps the slow part outside the lock.
final class BoundedCache<K, V> {
  private final int size;
  private final LinkedHashMap<K, V> byUse = new LinkedHashMap<>(16, 0.75f, true);

  BoundedCache(int size) {
    this.size = size;
  }

  /// What is remembered for the key, else what is computed now.
  V get(K key, Supplier<V> computed) {
    @Nullable V known = find(key);
    if (known != null) {
      return known;
    }
    var value = computed.get();
    keep(key, value);
    return value;
  }

  private synchronized @Nullable V find(K key) {
    return byUse.get(key);
  }

  private synchronized void keep(K key, V value) {
    byUse.put(key, value);
    if (byUse.size() > size) {
      Map.Entry<K, V> eldest = byUse.firstEntry();
      byUse.remove(eldest.getKey());
    }
  }
}
