package dev.picturelock.provenance;

import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An interface of which a test needs little: one function answers every call.
public final class Fake {
  private Fake() {}

  /// What a call comes to.
  @FunctionalInterface
  public interface Answer {
    @Nullable Object to(String method, List<?> arguments);
  }

  public static <T> T of(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) ->
                answer.to(method.getName(), arguments == null ? List.of() : List.of(arguments))));
  }

  /// One that nobody may call.
  public static <T> T unused(Class<T> type) {
    return of(
        type,
        (method, _) -> {
          throw new AssertionError("nobody calls " + type.getSimpleName() + "." + method);
        });
  }
}
