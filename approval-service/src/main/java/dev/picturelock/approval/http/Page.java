package dev.picturelock.approval.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list; `next` is the cursor of the page after, absent on the last one.
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }
}
