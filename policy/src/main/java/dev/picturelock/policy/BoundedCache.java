package dev.picturelock.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Remembers the results used last; two threads may compute the same one, which is harmless for a
/// pure function and keeps the slow part outside the lock.
final class BoundedCache<K, V> {
  private final int size;
  private final Function<K, V> function;
  private final LinkedHashMap<K, V> byUse = new LinkedHashMap<>(16, 0.75f, true);

  BoundedCache(int size, Function<K, V> function) {
    this.size = size;
    this.function = function;
  }

  V get(K key) {
    @Nullable V known = find(key);
    if (known != null) {
      return known;
    }
    var value = function.apply(key);
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
