package dev.picturelock.testkit;

import java.util.function.Supplier;

/// Something that is made at most once in a JVM, although Quarkus loads the classes of a test
/// several times. Its description is kept where every class loader sees it: a system property.
final class OncePerJvm {

  /// An object that all class loaders share.
  private static final Object LOCK = Runtime.getRuntime();

  private OncePerJvm() {}

  static String get(String name, Supplier<String> make) {

    synchronized (LOCK) {
      var known = System.getProperty("picturelock.test." + name);
      if (known != null) {
        return known;
      }
      var made = make.get();
      System.setProperty("picturelock.test." + name, made);
      return made;
    }
  }

  /// 1, 2, 3 … over all class loaders.
  static int next(String counter) {
    synchronized (LOCK) {
      int next = Integer.getInteger("picturelock.test.next." + counter, 0) + 1;
      System.setProperty("picturelock.test.next." + counter, Integer.toString(next));
      return next;
    }
  }
}
