package dev.picturelock.localstack.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `{{name}}` stands for: addresses, tokens of accounts, values kept from answers.
final class Variables {

  private static final Pattern NAME = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9-]*)}}");

  private final Map<String, String> values;
  private final Function<Account, String> tokens;

  Variables(Map<String, String> addresses, Function<Account, String> tokens) {
    this.values = new HashMap<>(addresses);
    this.tokens = tokens;
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).or(() -> Account.find(name).map(tokens));
  }

  void keep(String name, String value) {
    values.put(name, value);
  }

  /// - **Errors:** [IllegalStateException] for a name that nothing stands behind
  String fill(String text) {
    return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(get(name.group(1))));
  }

  private String get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("nothing is known as {{" + name + "}}"));
  }

  /// The names a text refers to.
  static List<String> names(String text) {
    return NAME.matcher(text).results().map(found -> found.group(1)).distinct().toList();
  }
}
