package dev.picturelock.endtoend;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;

/// Goes through the folder of a server that works and removes files meanwhile.
class WorkingFolderVisitor extends SimpleFileVisitor<Path> {
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
    if (why instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw why;
  }
}
