package dev.picturelock.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a figure says nothing without: the machine, its system, the JDK and the versions measured.
public record Surroundings(
    String machine, String system, String jdk, String project, String parts) {
  private static final long MEBIBYTE = 1L << 20;

  public static Surroundings here() {
    var versions = versions();
    return new Surroundings(
        thisMachine(), thisSystem(), thisJdk(), thisProject(versions), theParts(versions));
  }

  /// The header of a run; lines begin with `#` so that they can stay above a table of figures.
  public void print(PrintStream out, String benchmark) {
    var at = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    out.println("# " + benchmark + " at " + at);
    out.println("# machine  " + machine);
    out.println("# system   " + system);
    out.println("# JDK      " + jdk);
    out.println("# project  " + project);
    out.println("# parts    " + parts);
    out.println();
  }

  private static String thisMachine() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return "%d cores, %d MiB, %s, load average %.1f before the run"
        .formatted(
            system.getAvailableProcessors(),
            system.getTotalMemorySize() / MEBIBYTE,
            processor(),
            system.getSystemLoadAverage());
  }

  private static String processor() {
    var cpuinfo = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(cpuinfo)) {
      return said("sysctl", "-n", "machdep.cpu.brand_string").orElse("unknown processor");
    }
    try (var lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String thisSystem() {
    return String.join(
        " ",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"));
  }

  private static String thisJdk() {
    return System.getProperty("java.vendor.version", System.getProperty("java.vm.name"))
        + ", "
        + System.getProperty("java.vm.version");
  }

  private static String thisProject(Properties versions) {
    var root = System.getProperty("picturelock.root", ".");
    var commit =
        said("git", "-C", root, "describe", "--always", "--dirty=, with changes").orElse("unknown");
    return "Picturelock " + versions.getProperty("Picturelock") + ", commit " + commit;
  }

  private static String theParts(Properties versions) {
    return new TreeSet<>(versions.stringPropertyNames())
        .stream()
            .filter(name -> !name.equals("Picturelock"))
            .map(name -> name + " " + versions.getProperty(name))
            .collect(Collectors.joining(", "));
  }

  private static Properties versions() {
    var versions = new Properties();
    try (var in = Surroundings.class.getResourceAsStream("versions.properties")) {
      versions.load(Objects.requireNonNull(in, "versions.properties is missing from the build"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }

  /// The first line a program prints; empty where there is no such program or it fails.
  private static Optional<String> said(String... command) {
    try {
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? said.lines().findFirst() : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
