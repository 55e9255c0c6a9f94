package dev.picturelock.provenance.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's driver; every call that goes to the server passes by [Fault].
public final class FaultyDriver implements Driver {
  private final Driver real =
      ServiceLoader.load(Driver.class, FaultyDriver.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .filter(driver -> driver.getClass().getName().startsWith("org.postgresql."))
          .findFirst()
          .orElseThrow();

  /// Made by the connection pool.
  public FaultyDriver() {}

  @Override
  public @Nullable Connection connect(String url, Properties settings) throws SQLException {
    var connection = real.connect(url, settings);
    return connection == null ? null : watched(connection);
  }

  private static Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) ->
            method.getName().equals("commit")
                ? Fault.call("commit", connection, () -> invoke(connection, method, arguments))
                : watched(connection, arguments, invoke(connection, method, arguments)));
  }

  /// What a connection gives out: statements are watched too.
  private static @Nullable Object watched(
      Connection connection, @Nullable Object @Nullable [] asked, @Nullable Object given) {
    var sql = asked != null && asked.length > 0 && asked[0] instanceof String text ? text : "";
    return switch (given) {
      case PreparedStatement statement ->
          proxy(PreparedStatement.class, statement(sql, connection, statement));
      case Statement statement -> proxy(Statement.class, statement(sql, connection, statement));
      case null, default -> given;
    };
  }

  private static Call statement(String sql, Connection connection, Statement statement) {
    var name = sql.lines().findFirst().orElse("statement");
    return (method, arguments) ->
        method.getName().startsWith("execute")
            ? Fault.call(name, connection, () -> invoke(statement, method, arguments))
            : invoke(statement, method, arguments);
  }

  private interface Call {
    @Nullable Object to(Method method, @Nullable Object @Nullable [] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            FaultyDriver.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> call.to(method, arguments)));
  }

  private static @Nullable Object invoke(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return real.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties settings) throws SQLException {
    return real.getPropertyInfo(url, settings);
  }

  @Override
  public int getMajorVersion() {
    return real.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return real.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return real.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("org.postgresql");
  }
}
