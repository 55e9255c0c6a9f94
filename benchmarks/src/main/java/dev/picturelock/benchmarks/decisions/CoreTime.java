package dev.picturelock.benchmarks.decisions;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// Operations for each second that a core worked for the process, collecting garbage and compiling
/// included.
///
/// What a clock on the wall shows is less on a machine that does other things beside.
public final class CoreTime implements InternalProfiler {
  static final String LABEL = "per second of a core";

  private static final double NANOS = 1e9;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long before;

  @Override
  public String getDescription() {
    return "operations " + LABEL;
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = system.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double seconds = (system.getProcessCpuTime() - before) / NANOS;
    double each = result.getMetadata().getAllOps() / seconds;
    return List.of(new ScalarResult(LABEL, each, "ops/s", AggregationPolicy.AVG));
  }
}
