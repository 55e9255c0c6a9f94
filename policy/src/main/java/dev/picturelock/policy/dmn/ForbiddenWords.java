package dev.picturelock.policy.dmn;

import java.util.Optional;
import java.util.regex.Pattern;

/// Words that no expression of a pack may hold, however they are put to use.
///
/// - **external** begins a function written in Java: a pack must not be able to call code
/// - **now**, **today**: the same facts would not get the same decision tomorrow
///
/// A word is refused wherever it stands alone, because what may follow it has too many spellings to
/// list: blanks, comments, conditions, an index. Only between quotes it is a text like any other.
final class ForbiddenWords {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{N}_])(?:(external)|now|today)(?![\\p{L}\\p{N}_])");
  private static final Pattern BETWEEN_QUOTES = Pattern.compile("\"[^\"]*\"");
  // Where one of these stands, an engine may see other texts begin and end than we do: it drops
  // what it cannot read without a word. Such an expression is searched whole, its texts included.
  private static final Pattern DOUBTFUL = Pattern.compile("\\\\|//|/\\*|\\v");

  private ForbiddenWords() {}

  /// What is wrong with the expression, if anything.
  static Optional<String> in(String expression) {
    var bare = expression.strip();
    if (!DOUBTFUL.matcher(bare).find()) {
      bare = BETWEEN_QUOTES.matcher(bare).replaceAll("\"\"");
    }
    var word = WORD.matcher(bare);
    if (!word.find()) {
      return Optional.empty();
    }
    return Optional.of(
        word.group(1) == null
            ? "the time of day is not allowed, a decision must be the same for ever"
            : "a function outside FEEL is not allowed");
  }
}
