package dev.picturelock.tlog.policy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.note.RawPublicKey;
import dev.picturelock.tlog.note.SignatureType;
import dev.picturelock.tlog.note.VerifierKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one policy file, line by line; used once.
///
/// Names are octets and nothing more, so the file is read as ISO 8859-1, which keeps octets apart
/// and loses none. What is shown to people is then read as UTF-8.
final class PolicyParser {

  // "strongly recommended that an implementation supports at least up to 32" of each. A note holds
  // no more than 100 signatures, and all witnesses must fit below one checkpoint.
  private static final int MAX_WITNESSES = 64;
  private static final int MAX_LINES = 1_000;
  private static final int MAX_BYTES = 2_000_000;
  private static final Pattern WHITESPACE = Pattern.compile("[ \t]+");
  private static final String NONE = "none";

  private final List<KnownLog> logs = new ArrayList<>();
  private final List<KnownWitness> witnesses = new ArrayList<>();
  private final Set<RawPublicKey> logKeys = new HashSet<>();
  private final Set<RawPublicKey> witnessKeys = new HashSet<>();
  private final Map<String, Quorum.Member> defined = new HashMap<>();
  private final Set<String> grouped = new HashSet<>();
  private @Nullable Quorum quorum;

  Policy parse(byte[] file) {
    if (file.length > MAX_BYTES) {
      throw new MalformedException("policy", file.length + " bytes, at most 2000000 can be");
    }
    String[] lines = new String(file, ISO_8859_1).split("\n", MAX_LINES + 2);
    if (lines.length > MAX_LINES + 1) {
      throw new MalformedException("policy", "more than 1000 lines");
    }
    for (int i = 0; i < lines.length; i++) {
      try {
        readLine(lines[i], i == lines.length - 1);
      } catch (MalformedException e) {
        throw new MalformedException("policy line " + (i + 1), e.reason());
      }
    }
    if (quorum == null) {
      throw new MalformedException("policy", "no quorum line");
    }
    return new Policy(logs, witnesses, quorum);
  }

  private void readLine(String line, boolean isLast) {
    if (line.chars().anyMatch(c -> c != '\t' && (c < ' ' || c == 0x7f))) {
      throw new MalformedException("character", "control character other than tab and line end");
    }
    // "each line is terminated by ASCII newline": a file that was cut off must not pass for a
    // shorter rule. After the last line end there is nothing.
    if (isLast && !line.isEmpty()) {
      throw new MalformedException("line", "does not end with a line end");
    }
    var items = WHITESPACE.splitAsStream(line).filter(item -> !item.isEmpty()).toList();
    if (items.isEmpty() || items.getFirst().startsWith("#")) {
      return;
    }
    switch (items.getFirst()) {
      case "log" -> readLog(items);
      case "witness" -> readWitness(items);
      case "group" -> readGroup(items);
      case "quorum" -> readQuorum(items);
      default ->
          throw new MalformedException(
              "keyword", "want log, witness, group or quorum, got " + show(items.getFirst()));
    }
  }

  /// `log <vkey> [<url>]`
  private void readLog(List<String> items) {
    checkCount(items, 2, 3, "log <vkey> [<url>]");
    var key = verifierKey(items.get(1));
    if (key.type() == SignatureType.ED25519_COSIGNATURE) {
      throw new MalformedException("log", "its key is that of a witness");
    }
    if (!logKeys.add(key.publicKey())) {
      throw new MalformedException("log", "its public key is on an earlier line");
    }
    logs.add(new KnownLog(key, items.size() == 3 ? text(items.get(2)) : null));
  }

  /// `witness <name> <vkey> [<url>]`
  private void readWitness(List<String> items) {
    checkCount(items, 3, 4, "witness <name> <vkey> [<url>]");
    var key = verifierKey(items.get(2));
    if (!key.type().isCosignature()) {
      throw new MalformedException("witness", "its key is not one for cosignatures");
    }
    if (!witnessKeys.add(key.publicKey())) {
      throw new MalformedException("witness", "its public key is on an earlier line");
    }
    if (witnesses.size() == MAX_WITNESSES) {
      throw new MalformedException("witness", "more than 64 of them");
    }
    var witness =
        new KnownWitness(text(items.get(1)), key, items.size() == 4 ? text(items.get(3)) : null);
    define(items.get(1), new Quorum.One(witness));
    witnesses.add(witness);
  }

  /// `group <name> all|any|<k> <name>...`
  private void readGroup(List<String> items) {
    checkCount(items, 4, Integer.MAX_VALUE, "group <name> all|any|<k> <name>...");
    var members = new ArrayList<Quorum.Member>();
    for (String name : items.subList(3, items.size())) {
      members.add(lookUp(name));
      // "Each defined name can be listed as a group member at most once."
      if (!grouped.add(name)) {
        throw new MalformedException("group", show(name) + " is already a member of a group");
      }
    }
    int threshold = threshold(items.get(2), members.size());
    define(items.get(1), new Quorum.Group(text(items.get(1)), threshold, members));
  }

  /// `quorum <name>`
  private void readQuorum(List<String> items) {
    checkCount(items, 2, 2, "quorum <name>");
    if (quorum != null) {
      throw new MalformedException("quorum", "there is an earlier quorum line");
    }
    quorum = items.get(1).equals(NONE) ? new Quorum.None() : lookUp(items.get(1));
  }

  private void define(String name, Quorum.Member member) {
    if (name.equals(NONE)) {
      throw new MalformedException("name", "'none' cannot be defined");
    }
    if (defined.putIfAbsent(name, member) != null) {
      throw new MalformedException("name", show(name) + " is already defined");
    }
  }

  private Quorum.Member lookUp(String name) {
    var member = defined.get(name);
    if (member == null) {
      throw new MalformedException("name", show(name) + " is not defined on an earlier line");
    }
    return member;
  }

  private static int threshold(String k, int members) {
    return switch (k) {
      case "any" -> 1;
      case "all" -> members;
      default -> {
        long number = CanonicalText.decimal("threshold", k);
        if (number < 1 || number > members) {
          throw new MalformedException(
              "threshold", "want 1 to %d, got %d".formatted(members, number));
        }
        yield (int) number;
      }
    };
  }

  private static void checkCount(List<String> items, int least, int most, String form) {
    if (items.size() < least || items.size() > most) {
      throw new MalformedException(items.getFirst(), "want '" + form + "'");
    }
  }

  private static VerifierKey verifierKey(String octets) {
    return VerifierKey.parse(CanonicalText.utf8("verifier key", octets.getBytes(ISO_8859_1)));
  }

  private static String text(String octets) {
    return new String(octets.getBytes(ISO_8859_1), UTF_8);
  }

  private static String show(String octets) {
    return CanonicalText.quote(text(octets));
  }
}
