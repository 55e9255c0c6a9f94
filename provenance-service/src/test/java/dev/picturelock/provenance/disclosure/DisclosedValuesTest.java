package dev.picturelock.provenance.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.kit.disclosure.Disclosures;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisclosedValuesTest {
  private static final UUID EVENT = new UUID(1, 2);

  private final Disclosures disclosures =
      Disclosures.of(Base64.getEncoder().encodeToString(new byte[32]), new Random(1));
  private final SubjectKeys keys;

  DisclosedValuesTest(@TempDir Path folder) {
    keys = new SubjectKeys(new KeysIn(folder), disclosures, new Random(1), new FakeTransaction());
    keys.begin(false);
  }

  /// An erasure of something else renews the key that a value rests under.
  @Test
  void aValueWhoseKeyIsRenewedWhileItIsReadIsReadUnderItsNewKey() {
    var value = disclosures.disclose("prompt", "a harbour at dawn");
    var arrived = new Arrived(EVENT, value.digest(), value, new Subject("t", "shared/00"), null);
    var before = keys.freshId();
    var after = keys.freshId();
    keys.make(List.of(before, after));
    var vault = new Vault(keys);
    var answers =
        new ArrayDeque<>(
            List.of(List.of(vault.seal(arrived, before)), List.of(vault.seal(arrived, after))));
    keys.destroy(before);

    var opened = values(answers).open("t", List.of(EVENT));

    assertThat(opened.get(EVENT)).containsExactly(value);
  }

  @Test
  void aValueWhoseKeyIsDestroyedIsNotShown() {
    var value = disclosures.disclose("prompt", "a harbour at dawn");
    var arrived = new Arrived(EVENT, value.digest(), value, new Subject("t", "shared/00"), null);
    var key = keys.freshId();
    keys.make(List.of(key));
    var row = List.of(new Vault(keys).seal(arrived, key));
    keys.destroy(key);

    var opened = values(new ArrayDeque<>(List.of(row, row))).open("t", List.of(EVENT));

    assertThat(opened.getOrDefault(EVENT, List.of())).isEmpty();
  }

  /// - **answers** the rows of the event, each time that they are read
  private DisclosedValues values(ArrayDeque<List<Resting>> answers) {
    var store =
        (RestingValues)
            Proxy.newProxyInstance(
                RestingValues.class.getClassLoader(),
                new Class<?>[] {RestingValues.class},
                (_, method, _) -> {
                  assertThat(method.getName()).isEqualTo("ofEvents");
                  return answers.remove();
                });
    return new DisclosedValues(store, keys, arrived -> arrived, disclosures);
  }
}
