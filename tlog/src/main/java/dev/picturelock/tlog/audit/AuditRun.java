package dev.picturelock.tlog.audit;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.audit.Damage.BadCheckpoint;
import dev.picturelock.tlog.audit.Damage.Culprit;
import dev.picturelock.tlog.audit.Damage.Forked;
import dev.picturelock.tlog.audit.Damage.Shrunk;
import dev.picturelock.tlog.audit.Damage.Unconnected;
import dev.picturelock.tlog.audit.Damage.WrongEntry;
import dev.picturelock.tlog.audit.Damage.WrongHash;
import dev.picturelock.tlog.audit.Damage.WrongRoot;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.merkle.Merkle;
import dev.picturelock.tlog.merkle.ProofResult;
import dev.picturelock.tlog.merkle.ProofResult.Disproven;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.policy.PolicyResult.Satisfied;
import dev.picturelock.tlog.policy.PolicyResult.Unsatisfied;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.GrownTile;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TilePath;
import dev.picturelock.tlog.tile.TileSubtrees;
import java.util.List;

/// One walk through a log under one signed checkpoint.
///
/// It believes nothing but the signature and the edge it begins at: leaf hashes are made from the
/// entries, every hash above from those below, and each is compared with what the source has.
final class AuditRun {

  private final LogAudit audit;
  private final SignedCheckpoint signed;
  private final Checkpoint head;
  private final ServedFiles files;

  private AuditRun(LogAudit audit, SignedCheckpoint signed) {
    this.audit = audit;
    this.signed = signed;
    this.head = signed.checkpoint();
    this.files = new ServedFiles(audit.source(), head.size());
  }

  static AuditRun begin(LogAudit audit) {
    SignedCheckpoint signed;
    try {
      signed = SignedCheckpoint.parse(audit.source().checkpoint());
    } catch (MalformedException e) {
      throw new DamagedException(new BadCheckpoint(e.reason()));
    }
    return switch (audit.policy().evaluate(signed)) {
      case Satisfied _ -> new AuditRun(audit, signed);
      case Unsatisfied unsatisfied ->
          throw new DamagedException(new BadCheckpoint(unsatisfied.reason()));
    };
  }

  AuditResult walk() {
    var earlier = earlier();
    refuseFork(earlier.size(), earlier.root());
    refuseFork(audit.start().size(), audit.start().root());
    long end = end();
    var edge = audit.start();
    while (edge.size().value() < end) {
      edge = bundle(edge);
      audit.listener().progress(edge.size(), head.size());
    }
    return end < head.size().value() ? pause(edge) : finish(edge, earlier);
  }

  private Edge bundle(Edge edge) {
    long n = edge.size().value() / TilePath.FULL_WIDTH;
    var bundle = EntryTile.at(n, head.size()).orElseThrow();
    var tile = HashTile.at(0, n, head.size()).orElseThrow();
    byte[] bytes = files.read(bundle);
    byte[] row = files.read(tile);
    var entries = ServedFiles.decode(bundle, bytes);
    var leaves = entries.stream().map(Hash::leaf).toList();
    refuseWrongEntry(bundle, tile, leaves, Hash.listOf(row, tile.width()));
    int known = Math.toIntExact(edge.size().value() - bundle.first().value());
    var appended = edge.append(leaves.subList(known, leaves.size()));
    for (var grown : appended.tiles()) {
      if (grown.tile().isFull()) {
        byte[] served = grown.level() == 0 ? row : files.read(grown.tile());
        compare(grown, grown.tile(), served);
        audit.listener().agreed(grown.tile(), served);
      }
    }
    audit.listener().agreed(bundle, bytes);
    for (int i = known; i < entries.size(); i++) {
      audit.listener().entry(new LeafIndex(bundle.first().value() + i), entries.get(i));
    }
    return appended.edge();
  }

  private AuditResult finish(Edge edge, Checkpoint earlier) {
    var unfinished = edge.unfinished();
    var rows = unfinished.stream().map(grown -> files.read(grown.tile())).toList();
    for (int i = 0; i < rows.size(); i++) {
      compare(unfinished.get(i), unfinished.get(i).tile(), rows.get(i));
    }
    if (!edge.root().equals(head.root())) {
      throw new DamagedException(new WrongRoot(head.size(), edge.root(), head.root()));
    }
    // What was left open before the walk, for tiles that did not lead to the root, is settled now.
    refuseFork(earlier.size(), earlier.root());
    for (int i = 0; i < rows.size(); i++) {
      audit.listener().agreed(unfinished.get(i).tile(), rows.get(i));
    }
    return new AuditResult.Sound(signed, edge);
  }

  private AuditResult pause(Edge edge) {
    for (var grown : edge.unfinished()) {
      var tile = HashTile.at(grown.level(), grown.n(), head.size()).orElseThrow();
      compare(grown, tile, files.read(tile));
    }
    if (proof(edge.size(), edge.root()) instanceof Disproven disproven) {
      var damage = new Unconnected(edge.size(), head.size(), disproven.toString());
      throw new DamagedException(damage);
    }
    return new AuditResult.Paused(signed, edge);
  }

  /// Ends the run where the source's own tiles lead to the signed root and yet have another past.
  /// If they do not lead there, the walk will find out why.
  private void refuseFork(TreeSize size, Hash root) {
    if (size.compareTo(head.size()) > 0) {
      throw new DamagedException(new Shrunk(size, head.size()));
    }
    if (proof(size, root) instanceof Disproven
        && Merkle.root(head.size(), subtrees()).equals(head.root())) {
      var rewritten = Merkle.root(size, new TileSubtrees(size, files));
      throw new DamagedException(new Forked(size, root, head.size(), head.root(), rewritten));
    }
  }

  private ProofResult proof(TreeSize size, Hash root) {
    return ConsistencyProof.of(size, head.size(), subtrees())
        .verify(size, root, head.size(), head.root());
  }

  /// - **known:** hashes made here; the tile may hold more
  private static void compare(GrownTile known, HashTile tile, byte[] served) {
    var stated = Hash.listOf(served, tile.width());
    for (int i = 0; i < known.hashes().size(); i++) {
      var computed = known.hashes().get(i);
      if (!stated.get(i).equals(computed)) {
        throw new DamagedException(new WrongHash(tile, i, stated.get(i), computed));
      }
    }
  }

  private void refuseWrongEntry(
      EntryTile bundle, HashTile tile, List<Hash> leaves, List<Hash> stated) {
    for (int i = 0; i < leaves.size(); i++) {
      var computed = leaves.get(i);
      if (!computed.equals(stated.get(i))) {
        var index = new LeafIndex(bundle.first().value() + i);
        var culprit = culprit(index, stated.get(i), computed);
        throw new DamagedException(new WrongEntry(index, tile, stated.get(i), computed, culprit));
      }
    }
  }

  private Culprit culprit(LeafIndex index, Hash stated, Hash computed) {
    try {
      var proof = InclusionProof.of(index, head.size(), subtrees());
      if (proof.verify(stated, index, head.size(), head.root()).isProven()) {
        return Culprit.ENTRY;
      }
      return proof.verify(computed, index, head.size(), head.root()).isProven()
          ? Culprit.TILE
          : Culprit.UNKNOWN;
    } catch (DamagedException _) {
      // There is more damage on the way to the root; the first is the one to tell.
      return Culprit.UNKNOWN;
    }
  }

  private TileSubtrees subtrees() {
    return new TileSubtrees(head.size(), files);
  }

  private Checkpoint earlier() {
    var earlier = audit.earlier();
    if (earlier == null) {
      return new Checkpoint(head.origin(), TreeSize.ZERO, Hash.EMPTY_ROOT);
    }
    if (!earlier.checkpoint().origin().equals(head.origin())) {
      throw new IllegalArgumentException(
          "a checkpoint of '%s' tells nothing about '%s'"
              .formatted(earlier.checkpoint().origin(), head.origin()));
    }
    return earlier.checkpoint();
  }

  /// A slice ends with a bundle, because a bundle is what is read.
  private long end() {
    long size = head.size().value();
    var limit = audit.limit();
    if (limit == null || limit.value() >= size) {
      return size;
    }
    long rest = limit.value() % TilePath.FULL_WIDTH;
    long missing = rest == 0 ? 0 : TilePath.FULL_WIDTH - rest;
    return limit.value() + Math.min(missing, size - limit.value());
  }
}
