package dev.picturelock.benchmarks.ledger;

import static java.util.Objects.requireNonNull;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Transactions without a container: one connection, which everybody is given and nobody closes.
final class OneConnection implements DataSource, TransactionSynchronizationRegistry, AutoCloseable {
  private final Connection connection;
  private final Connection given;
  private final List<Synchronization> synchronizations = new ArrayList<>();
  private final Map<Object, @Nullable Object> resources = new HashMap<>();

  OneConnection(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    this.connection = connection;
    this.given =
        (Connection)
            Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("close")) {
                    return null;
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw requireNonNull(e.getCause());
                  }
                });
  }

  /// Commits what was done since the last commit.
  void commit() throws SQLException {
    connection.commit();
    var waiting = List.copyOf(synchronizations);
    synchronizations.clear();
    resources.clear();
    waiting.forEach(one -> one.afterCompletion(Status.STATUS_COMMITTED));
  }

  @Override
  public Connection getConnection() {
    return given;
  }

  @Override
  public Connection getConnection(String user, String password) {
    return given;
  }

  @Override
  public void registerInterposedSynchronization(Synchronization synchronization) {
    synchronizations.add(synchronization);
  }

  @Override
  public Object getTransactionKey() {
    return this;
  }

  @Override
  public void putResource(Object key, @Nullable Object value) {
    resources.put(key, value);
  }

  @Override
  public @Nullable Object getResource(Object key) {
    return resources.get(key);
  }

  @Override
  public int getTransactionStatus() {
    return Status.STATUS_ACTIVE;
  }

  @Override
  public void setRollbackOnly() {
    throw new UnsupportedOperationException("a measurement that fails ends");
  }

  @Override
  public boolean getRollbackOnly() {
    return false;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("org.postgresql");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("nothing is wrapped");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
