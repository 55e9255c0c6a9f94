package dev.picturelock.provenance.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Frees what rests under a key from it, so that the key can be destroyed.
@ApplicationScoped
public class KeyRenewal {
  private static final Logger LOG = Logger.getLogger(KeyRenewal.class);
  private static final int AT_ONCE = 2_000;

  private final RestingValues store;
  private final SubjectKeys keys;

  KeyRenewal(RestingValues store, SubjectKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  /// Gives the subject a new key and puts all that is left under it; a subject of whom nothing is
  /// left has no key any more. Returns the old key, which is to be destroyed after the commit. The
  /// caller holds the title.
  @Transactional(TxType.MANDATORY)
  public Optional<String> free(Subject subject) {
    var old = Optional.ofNullable(store.keysOf(List.of(subject)).get(subject));
    old.ifPresent(keyId -> moveAll(subject, keyId));
    return old;
  }

  private void moveAll(Subject subject, String oldId) {
    var left = store.underKey(subject, oldId, AT_ONCE);
    if (left.isEmpty()) {
      store.dropKey(subject);
      return;
    }
    var newId = keys.freshId();
    keys.make(List.of(newId));
    if (!store.replaceKey(subject, oldId, newId)) {
      throw new IllegalStateException("the caller does not hold title " + subject.titleId());
    }
    var vault = new Vault(keys);
    while (!left.isEmpty()) {
      move(vault, left, newId);
      left = store.underKey(subject, oldId, AT_ONCE);
    }
  }

  private void move(Vault vault, List<Resting> values, String newId) {
    var moved = new ArrayList<Resting>(values.size());
    var lost = new ArrayList<Resting>();
    for (var value : values) {
      vault.reseal(value, newId).ifPresentOrElse(moved::add, () -> lost.add(value));
    }
    var titleId = values.getFirst().subject().titleId();
    store.rekey(titleId, moved);
    if (!lost.isEmpty()) {
      LOG.errorf("values cannot be opened, their rows go title=%s count=%d", titleId, lost.size());
      store.delete(titleId, lost);
    }
  }
}
