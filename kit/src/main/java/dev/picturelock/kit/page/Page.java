package dev.picturelock.kit.page;

import dev.picturelock.contracts.text.Shown;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// - **next** cursor of the page that follows; absent on the last one
public record Page<T>(List<T> items, @Nullable String next) {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;
  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,8}");

  public Page {
    items = List.copyOf(items);
  }

  /// - **found** up to one more than `limit`, which tells that there is a next page
  /// - **key** what the following page continues after
  public static <T> Page<T> of(List<T> found, int limit, Function<T, String> key) {
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    var items = found.subList(0, limit);
    return new Page<>(items, Cursor.encode(key.apply(items.getLast())));
  }

  /// How many items a page may have: what was asked for, 100 when nothing was, 1,000 at most.
  ///
  /// - **Errors:** [ProblemException] INVALID_PARAMETER when it is no whole number above 0
  public static int limit(@Nullable String asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    if (!WHOLE.matcher(asked).matches()) {
      throw new ProblemException(
          ProblemType.INVALID_PARAMETER,
          "limit: want a whole number from 1 to " + MAX_LIMIT + ", got '" + Shown.of(asked) + "'");
    }
    return Math.min(Integer.parseInt(asked), MAX_LIMIT);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> view) {
    return new Page<>(items.stream().<R>map(view).toList(), next);
  }
}
