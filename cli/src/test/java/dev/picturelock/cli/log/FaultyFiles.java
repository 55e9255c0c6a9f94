package dev.picturelock.cli.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A disk whose machine dies at the n-th operation, before it or in the middle of it, and which
/// then may have forgotten every name that was not made durable.
final class FaultyFiles implements DurableFiles {

  private record Renaming(Path to, Optional<byte[]> before) {}

  private final int deadly;
  private final boolean inTheMiddle;
  private final Deque<Renaming> notDurable = new ArrayDeque<>();
  private int operations;

  FaultyFiles(int deadly, boolean inTheMiddle) {
    this.deadly = deadly;
    this.inTheMiddle = inTheMiddle;
  }

  static FaultyFiles immortal() {
    return new FaultyFiles(Integer.MAX_VALUE, false);
  }

  static final class DeathException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  boolean survived() {
    return operations < deadly;
  }

  /// Undoes renamings, newest first, that no longer need to be there after a loss of power.
  void losePower(BooleanSupplier isLost) throws IOException {
    while (!notDurable.isEmpty()) {
      var renaming = notDurable.pop();
      if (isLost.getAsBoolean()) {
        if (renaming.before().isPresent()) {
          Files.write(renaming.to(), renaming.before().get());
        } else {
          Files.deleteIfExists(renaming.to());
        }
      }
    }
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    count();
    DISK.makeFolder(folder);
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    try {
      count();
    } catch (DeathException e) {
      if (inTheMiddle) {
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      }
      throw e;
    }
    Files.write(file, bytes);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    count();
    var before = Files.exists(to) ? Optional.of(Files.readAllBytes(to)) : Optional.<byte[]>empty();
    notDurable.push(new Renaming(to, before));
    DISK.move(from, to);
  }

  @Override
  public void force(Path folder) throws IOException {
    count();
    notDurable.removeIf(renaming -> folder.equals(renaming.to().getParent()));
  }

  @Override
  public void delete(Path file) throws IOException {
    count();
    DISK.delete(file);
  }

  private void count() throws DeathException {
    operations++;
    if (operations >= deadly) {
      throw new DeathException();
    }
  }
}
