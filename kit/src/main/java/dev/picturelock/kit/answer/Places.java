package dev.picturelock.kit.answer;

import java.util.HashMap;
import java.util.Map;

/// A number of places, of which nobody holds more than were left for everybody else: whoever takes
/// all they can get still leaves half, and the next one a quarter.
public final class Places {
  private final Map<String, Long> held = new HashMap<>();
  private long left;

  public Places(long number) {
    left = number;
  }

  /// Whether the account has got one; then it gives it back.
  public boolean take(String account) {
    return take(account, 1);
  }

  /// Whether the account has got so many; then it gives them back.
  public synchronized boolean take(String account, long number) {
    long mine = held.getOrDefault(account, 0L) + number;
    if (mine > left) {
      return false;
    }
    held.put(account, mine);
    left -= number;
    return true;
  }

  public void giveBack(String account) {
    giveBack(account, 1);
  }

  public synchronized void giveBack(String account, long number) {
    held.computeIfPresent(account, (_, mine) -> mine > number ? mine - number : null);
    left += number;
  }
}
