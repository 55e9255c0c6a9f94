package dev.picturelock.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.kit.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void aFullPageNamesTheNextOne() {
    var page = Page.of(List.of("a", "b", "ü"), 2, item -> item);

    assertThat(page.items()).containsExactly("a", "b");
    assertThat(Cursor.decode(page.next())).isEqualTo("b");
  }

  @Test
  void theLastPageNamesNone() {
    assertThat(Page.of(List.of("a", "b"), 2, item -> item).next()).isNull();
  }

  @Test
  void refusesACursorThatIsNotOurs() {
    for (var cursor : List.of("%", "_w", "AA")) {
      assertThatThrownBy(() -> Cursor.decode(cursor))
          .as(cursor)
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void boundsWhatIsAskedFor() {
    assertThat(Page.limit(null)).isEqualTo(100);
    assertThat(Page.limit("7")).isEqualTo(7);
    assertThat(Page.limit("999999999")).isEqualTo(1_000);
    for (var limit : List.of("", "0", "-1", "abc", "1.5", "9999999999")) {
      assertThatThrownBy(() -> Page.limit(limit)).as(limit).isInstanceOf(ProblemException.class);
    }
  }
}
