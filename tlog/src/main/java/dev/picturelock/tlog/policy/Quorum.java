package dev.picturelock.tlog.policy;

import dev.picturelock.tlog.note.VerifierKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which cosignatures are enough (c2sp.org/tlog-policy, defining the quorum).
public sealed interface Quorum {

  /// Whether cosignatures by these keys are enough.
  boolean isMetBy(Set<VerifierKey> cosigners);

  /// The witnesses that can count towards it, in the order of the policy.
  List<KnownWitness> witnesses();

  /// What is not there yet, in words; empty when it is met.
  String lack(Set<VerifierKey> cosigners);

  /// No cosignature is asked for.
  record None() implements Quorum {
    @Override
    public boolean isMetBy(Set<VerifierKey> cosigners) {
      return true;
    }

    @Override
    public List<KnownWitness> witnesses() {
      return List.of();
    }

    @Override
    public String lack(Set<VerifierKey> cosigners) {
      return "";
    }
  }

  /// What a group can be made of.
  sealed interface Member extends Quorum {}

  /// The one witness.
  record One(KnownWitness witness) implements Member {
    @Override
    public boolean isMetBy(Set<VerifierKey> cosigners) {
      return cosigners.contains(witness.key());
    }

    @Override
    public List<KnownWitness> witnesses() {
      return List.of(witness);
    }

    @Override
    public String lack(Set<VerifierKey> cosigners) {
      return isMetBy(cosigners) ? "" : witness.name();
    }
  }

  /// At least `threshold` of the members; `any` is 1, `all` is the number of members.
  record Group(String name, int threshold, List<Member> members) implements Member {
    public Group {
      members = List.copyOf(members);
      if (threshold < 1 || threshold > members.size()) {
        throw new IllegalArgumentException(
            "cannot ask for %d of %d members".formatted(threshold, members.size()));
      }
    }

    @Override
    public boolean isMetBy(Set<VerifierKey> cosigners) {
      return met(cosigners).count() >= threshold;
    }

    @Override
    public List<KnownWitness> witnesses() {
      return members.stream().flatMap(member -> member.witnesses().stream()).toList();
    }

    /// Such as `X-and-Y (1 of 2, lacks X-witnesses (1 of 2, lacks X2, X3))`.
    @Override
    public String lack(Set<VerifierKey> cosigners) {
      long met = met(cosigners).count();
      return met >= threshold
          ? ""
          : members.stream()
              .map(member -> member.lack(cosigners))
              .filter(lack -> !lack.isEmpty())
              .collect(
                  Collectors.joining(
                      ", ", "%s (%d of %d, lacks ".formatted(name, met, threshold), ")"));
    }

    private Stream<Member> met(Set<VerifierKey> cosigners) {
      return members.stream().filter(member -> member.isMetBy(cosigners));
    }
  }
}
