package dev.picturelock.localstack.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A step file: a title and an introduction, then steps, each under a line `### <what it does>`.
record Chapter(String file, String title, List<Step> steps) {

  private static final String STEP = "### ";
  private static final String COMMENT = "#";

  Chapter {
    steps = List.copyOf(steps);
  }

  /// Every step file of the folder, in the order of their names.
  static List<Chapter> readAll(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var chapters = new ArrayList<Chapter>();
      for (var file : files.filter(file -> file.toString().endsWith(".http")).sorted().toList()) {
        chapters.add(parse(file.toFile().getName(), Files.readAllLines(file)));
      }
      return List.copyOf(chapters);
    }
  }

  static Chapter parse(String file, List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().startsWith(COMMENT)) {
      throw new IllegalArgumentException(file + ": want '# <title>' in the first line");
    }
    var title = lines.getFirst().substring(COMMENT.length()).strip();
    var steps = new ArrayList<Step>();
    int begin = next(lines, 0);
    while (begin < lines.size()) {
      int end = next(lines, begin + 1);
      steps.add(step(file + ":" + (begin + 1), lines.subList(begin, end)));
      begin = end;
    }
    return new Chapter(file, title, steps);
  }

  private static Step step(String where, List<String> lines) {
    try {
      return new StepReader(where, lines).read(lines.getFirst().substring(STEP.length()).strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
    }
  }

  private static int next(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && !lines.get(at).startsWith(STEP)) {
      at++;
    }
    return at;
  }
}
