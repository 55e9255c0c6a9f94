package dev.picturelock.benchmarks;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts beans together by their constructors, as the container of the service does; it lets a part
/// of the service run without the rest of it. One bean for each class, made when it is asked for.
public final class Assembly {
  private final List<Object> beans = new ArrayList<>();

  public Assembly with(Object bean) {
    beans.add(bean);
    return this;
  }

  /// Makes a class that other packages do not see, and with it what it needs.
  public Assembly with(String className) {
    try {
      return with(make(Class.forName(className)));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the service has no " + className + " any more", e);
    }
  }

  public <T> T get(Class<T> type) {
    return type.cast(
        beans.stream().filter(type::isInstance).findFirst().orElseGet(() -> kept(make(type))));
  }

  private Object kept(Object bean) {
    beans.add(bean);
    return bean;
  }

  private Object make(Class<?> type) {
    var constructor =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(one -> !one.isSynthetic())
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("nobody gave a " + type.getName() + " to use"));
    var arguments = Arrays.stream(constructor.getParameterTypes()).map(this::get).toArray();
    return made(constructor, arguments);
  }

  private static Object made(Constructor<?> constructor, Object[] arguments) {
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(constructor + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
