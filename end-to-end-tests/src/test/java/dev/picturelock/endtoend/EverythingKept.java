package dev.picturelock.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Every byte that a stack keeps, wherever it is: asked of the broker and of the database
/// themselves, so that what is added later is read too.
///
/// - **Topics:** all of them, also the broker's own; keys, values and headers
/// - **Tables:** all of all schemas of all databases, but the catalogues of PostgreSQL
/// - **Files** beside the stores of those two: logs, process ids, whatever is there
final class EverythingKept {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int ROWS = 500;
  private static final byte[] NOTHING = {};

  private final RunningStack stack;

  EverythingKept(RunningStack stack) {
    this.stack = stack;
  }

  /// Takes bytes and where they are; of every place, even an empty one, at least none.
  interface Reader {
    void read(String place, byte[] bytes);
  }

  void read(Reader reader) {
    try {
      topics(reader);
      tables(reader);
      files(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException | ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The files of PostgreSQL as they lie on the disk, its write-ahead log and rows that were
  /// deleted among them.
  void databaseFiles(Reader reader) {
    try {
      files(stack.data().resolve("postgres"), reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void topics(Reader reader) throws ExecutionException, InterruptedException {
    var broker = Map.<String, Object>of("bootstrap.servers", stack.kafka());
    var partitions = new ArrayList<TopicPartition>();
    try (var admin = Admin.create(broker)) {
      var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
      names.forEach(topic -> reader.read("topic " + topic, NOTHING));
      admin
          .describeTopics(names)
          .allTopicNames()
          .get()
          .forEach((topic, description) ->
              description
                  .partitions()
                  .forEach(partition ->
                      partitions.add(new TopicPartition(topic, partition.partition()))));
    }
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(broker, bytes, bytes)) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(record -> read(record, reader));
      }
    }
  }

  private static void read(ConsumerRecord<byte[], byte[]> record, Reader reader) {
    var place = "topic " + record.topic();
    if (record.key() != null) {
      reader.read(place, record.key());
    }
    if (record.value() != null) {
      reader.read(place, record.value());
    }
    for (var header : record.headers()) {
      reader.read(place, header.key().getBytes(StandardCharsets.UTF_8));
      if (header.value() != null) {
        reader.read(place, header.value());
      }
    }
  }

  private void tables(Reader reader) throws SQLException {
    for (var database : texts("postgres", "SELECT datname FROM pg_database WHERE datallowconn")) {
      var tables =
          texts(
              database,
              """
              SELECT format('%I.%I', n.nspname, c.relname)
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'm', 'f')
                AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
              """);
      try (var connection = connect(database)) {
        connection.setAutoCommit(false);
        for (var table : tables) {
          table(connection, database, table, reader);
        }
      }
    }
  }

  private static void table(Connection connection, String database, String table, Reader reader)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(ROWS);
      var rows = statement.executeQuery("SELECT * FROM " + table);
      var places = new ArrayList<String>();
      for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
        var name = rows.getMetaData().getColumnName(column);
        places.add("table %s.%s.%s".formatted(database, table, name));
      }
      places.forEach(place -> reader.read(place, NOTHING));
      while (rows.next()) {
        for (int column = 1; column <= places.size(); column++) {
          reader.read(places.get(column - 1), cell(rows, column));
        }
      }
    }
  }

  /// Bytes as they are, anything else as its text.
  private static byte[] cell(ResultSet rows, int column) throws SQLException {
    if (rows.getMetaData().getColumnTypeName(column).equals("bytea")) {
      var bytes = rows.getBytes(column);
      return bytes == null ? NOTHING : bytes;
    }
    var text = rows.getString(column);
    return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
  }

  private List<String> texts(String database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      var texts = new ArrayList<String>();
      var rows = statement.executeQuery(sql);
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        stack.jdbcUrl(database), "postgres", stack.postgresPassword());
  }

  private void files(Reader reader) throws IOException {
    var stores = List.of(stack.data().resolve("postgres"), stack.data().resolve("kafka"));
    for (var store : list(stack.data())) {
      if (!stores.contains(store)) {
        files(store, reader);
      }
    }
  }

  private void files(Path folder, Reader reader) throws IOException {
    Files.walkFileTree(
        folder,
        new WorkingFolderVisitor() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
            if (its.isRegularFile()) {
              try {
                reader.read("file " + stack.data().relativize(file), Files.readAllBytes(file));
              } catch (NoSuchFileException gone) {
                return visitFileFailed(file, gone);
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
