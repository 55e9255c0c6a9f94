package dev.picturelock.endtoend;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts the stack for the first test class that wants it and stops it after the last; the [Walk]
/// and the [Production] too are made once for all.
final class StackExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Set.of(RunningStack.class, Walk.class, Production.class)
        .contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var store = context.getRoot().getStore(Namespace.create(StackExtension.class));
    var wanted = parameter.getParameter().getType();
    if (wanted == Production.class) {
      var stack = stack(store);
      return store.computeIfAbsent(Production.class, _ -> new Production(stack), Production.class);
    }
    return wanted == Walk.class ? walk(store) : stack(store);
  }

  private static RunningStack stack(Store store) {
    return store.computeIfAbsent(Running.class, _ -> Running.start(), Running.class).stack();
  }

  private static Walk walk(Store store) {
    var stack = stack(store);
    return store.computeIfAbsent(Walked.class, _ -> Walked.of(stack), Walked.class).walk().get();
  }

  /// A failed start too is remembered: what cannot be started is not tried once for each class.
  private record Running(RunningStack running, @Nullable RuntimeException failure)
      implements AutoCloseable {

    static Running start() {
      var stack = RunningStack.withoutDemo();
      try {
        stack.startAfresh();
        return new Running(stack, null);
      } catch (RuntimeException e) {
        return new Running(stack, e);
      }
    }

    RunningStack stack() {
      if (failure != null) {
        throw failure;
      }
      return running;
    }

    @Override
    public void close() {
      running.stop();
    }
  }

  private record Walked(Supplier<Walk> walk) {

    static Walked of(RunningStack stack) {
      try {
        var walk = new Walk(stack);
        return new Walked(() -> walk);
      } catch (RuntimeException | AssertionError e) {
        return new Walked(() -> {
          throw new AssertionError("the walk ended early: " + e.getMessage(), e);
        });
      }
    }
  }
}
