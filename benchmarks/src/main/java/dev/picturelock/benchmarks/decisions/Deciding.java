package dev.picturelock.benchmarks.decisions;

import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.contracts.policy.PolicyPackName;
import dev.picturelock.policy.NormalisedFacts;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.dmn.PackLoader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Deciding sets of facts by one thread, in the ways the names say.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
public class Deciding {

  /// Without memory: normalised facts, the whole and each stage through the engine, united.
  @Benchmark
  public Classification distinct(Forgetful forgetful, FactSets sets) {
    return forgetful.pack.classify(sets.nextNormalised());
  }

  /// The same, and completing, sorting and hashing the stated facts before.
  @Benchmark
  public Classification distinctAsStated(Forgetful forgetful, FactSets sets) {
    return forgetful.pack.classify(sets.nextStated());
  }

  /// With memory: normalised facts that were decided before.
  @Benchmark
  public Classification repeated(Remembering remembering, FactSets sets) {
    return remembering.pack.classify(sets.nextNormalised());
  }

  /// The same, and completing, sorting and hashing the stated facts before.
  @Benchmark
  public Classification repeatedAsStated(Remembering remembering, FactSets sets) {
    return remembering.pack.classify(sets.nextStated());
  }

  /// The engine alone, used as its manual shows it: to compare with.
  @Benchmark
  public List<DMNResult> engineAlone(Engine engine, FactSets sets) {
    var results = new ArrayList<DMNResult>();
    for (var step : sets.nextNormalised().steps()) {
      var context = engine.runtime.newContext();
      context.set("facts", step.values());
      results.add(engine.runtime.evaluateAll(engine.model, context));
    }
    return results;
  }

  /// Completing, sorting and hashing the stated facts, and nothing else.
  @Benchmark
  public NormalisedFacts normalisingAlone(FactSets sets) {
    return NormalisedFacts.of(sets.nextStated());
  }

  private static PolicyPack pack(int remembered) {
    return new PackLoader(PolicyPackFiles.builtIn(), remembered)
        .load(PolicyPackName.parse("netflix-genai-2025-08@1.0.0").orElseThrow());
  }

  /// The shipped pack, told to remember nothing.
  @State(Scope.Benchmark)
  public static class Forgetful {
    final PolicyPack pack = pack(0);
  }

  /// The shipped pack with room for every set; all are met once before the clock runs.
  @State(Scope.Benchmark)
  public static class Remembering {
    final PolicyPack pack = pack(2 * FactSets.DISTINCT);

    @Setup
    public void meetAll(FactSets sets) {
      sets.normalised.forEach(pack::classify);
    }
  }

  /// The decision model of the shipped pack in an engine as it comes.
  @State(Scope.Benchmark)
  public static class Engine {
    final DMNRuntime runtime;
    final DMNModel model;

    public Engine() {
      var file = new ByteArrayInputStream(pack(0).dmn().bytes());
      var resource = ResourceFactory.newInputStreamResource(file, "UTF-8");
      resource.setSourcePath("policy.dmn");
      this.runtime =
          DMNRuntimeBuilder.fromDefaults()
              .buildConfiguration()
              .fromResources(List.of(resource))
              .getOrElseThrow(IllegalStateException::new);
      this.model = runtime.getModels().getFirst();
    }
  }
}
