package dev.picturelock.provenance.lineage;

import dev.picturelock.contracts.event.ActionClosed;
import dev.picturelock.contracts.event.ApprovalExpired;
import dev.picturelock.contracts.event.ApprovalGranted;
import dev.picturelock.contracts.event.ApprovalRefused;
import dev.picturelock.contracts.event.ApprovalRevoked;
import dev.picturelock.contracts.event.AssetClassified;
import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.AssetWithdrawn;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.ConsentRecorded;
import dev.picturelock.contracts.event.ConsentRevoked;
import dev.picturelock.contracts.event.CutImported;
import dev.picturelock.contracts.event.CutLocked;
import dev.picturelock.contracts.event.DisclosureErased;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.event.Input;
import dev.picturelock.contracts.event.LogConflictFound;
import dev.picturelock.contracts.event.LogRotated;
import dev.picturelock.contracts.event.PackageBound;
import dev.picturelock.contracts.event.ReviewEscalated;
import dev.picturelock.contracts.event.ReviewInfoRequested;
import dev.picturelock.contracts.event.ReviewOpened;
import dev.picturelock.contracts.event.ReviewSubject;
import dev.picturelock.contracts.event.TermsSnapshot;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.contracts.event.TitlePolicyPackChanged;
import dev.picturelock.contracts.event.ToolRegistered;
import dev.picturelock.contracts.event.ToolTermsRecorded;
import dev.picturelock.contracts.event.UseAmended;
import dev.picturelock.contracts.event.UseClassified;
import dev.picturelock.contracts.event.UseReported;
import dev.picturelock.provenance.lineage.Changes.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns an event into what it adds to the graph: a pure function, the same for live events and for
/// a replay of the ledger.
public final class Projection {
  private final Event event;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  private Projection(Event event) {
    this.event = event;
  }

  public static Changes of(Event event, long position) {
    var projection = new Projection(event);
    var state = projection.project();
    return new Changes(event, position, projection.nodes, projection.edges, state);
  }

  private State project() {
    return switch (event.fact()) {
      case TitleOpened opened -> {
        var id = Node.id("title", opened.title());
        node(id, Map.of("name", opened.name(), "policyPack", opened.policyPack()));
        edge(id, Node.id("policy-pack", opened.policyPack()), "judgedBy");
        yield new State.Nothing();
      }
      case TitlePolicyPackChanged changed -> {
        var id = Node.id("title", changed.title());
        node(id, Map.of("policyPack", changed.to()));
        edge(id, Node.id("policy-pack", changed.to()), "judgedBy");
        yield new State.Nothing();
      }
      case ToolRegistered tool -> {
        node(
            Node.id("tool", tool.tool()), attributes("name", tool.name(), "vendor", tool.vendor()));
        yield new State.Nothing();
      }
      case ToolTermsRecorded recorded -> {
        terms(recorded.terms());
        edge(
            Node.id("tool", recorded.tool()),
            Node.id("terms", recorded.terms().terms()),
            "hadTerms");
        yield new State.Nothing();
      }
      case UseReported use ->
          use(use.use(), use.version(), use.description(), use.tool(), use.terms());
      case UseAmended use ->
          use(use.use(), use.version(), use.description(), use.tool(), use.terms());
      case AssetRegistered asset -> registered(asset);
      case AssetWithdrawn withdrawn ->
          new State.Withdrawn(
              new AssetRef(withdrawn.asset(), withdrawn.version()), withdrawn.reason());
      case UseClassified classified ->
          classified(ReviewSubject.of(classified.use()), classified.classification());
      case AssetClassified classified ->
          classified(
              ReviewSubject.of(classified.asset(), classified.use()), classified.classification());
      case ReviewOpened opened -> {
        node(Node.id("review", opened.review()), Map.of("tier", opened.tier().name()));
        edge(subject(opened.subject()), Node.id("review", opened.review()), "reviewedIn");
        yield new State.ReviewChanged(
            opened.review(), opened.subject().path(), "OPEN", opened.openActions());
      }
      case ReviewEscalated _,
          CutLocked _,
          PackageBound _,
          LogConflictFound _,
          LogRotated _,
          DisclosureErased _ ->
          new State.Nothing();
      case ReviewInfoRequested asked ->
          new State.ReviewChanged(
              asked.review(), asked.subject().path(), "INFO_REQUESTED", List.of());
      case ActionClosed closed -> actionClosed(closed);
      case ApprovalGranted granted -> granted(granted);
      case ApprovalRefused refused ->
          new State.ReviewChanged(refused.review(), refused.subject().path(), "REFUSED", List.of());
      case ApprovalRevoked revoked ->
          ended(revoked.approval().toString(), revoked.subject(), "REVOKED");
      case ApprovalExpired expired ->
          ended(expired.approval().toString(), expired.subject(), "EXPIRED");
      case ConsentRecorded consent -> {
        node(Node.id("consent", consent.consent()), Map.of("type", consent.type()));
        person(consent.person());
        edge(Node.id("consent", consent.consent()), Node.id("person", consent.person()), "givenBy");
        yield new State.ConsentChanged(
            consent.consent(),
            "RECORDED",
            consent.type(),
            consent.person(),
            consent.validFrom(),
            consent.validTo());
      }
      case ConsentRevoked revoked ->
          new State.ConsentChanged(
              revoked.consent(), "REVOKED", null, revoked.person(), null, null);
      case CutImported cut -> {
        node(Node.id("cut", cut.cut()), attributes("name", cut.name(), "format", cut.format()));
        yield new State.Nothing();
      }
    };
  }

  private State use(
      String use,
      int version,
      @Nullable String description,
      @Nullable String tool,
      @Nullable TermsSnapshot terms) {
    var id = Node.use(use, version);
    node(
        id,
        attributes(
            "use",
            use,
            "version",
            version,
            "description",
            description,
            "reportedBy",
            event.actor()));
    if (tool != null) {
      edge(id, Node.id("tool", tool), "wasAssociatedWith");
    }
    if (terms != null) {
      terms(terms);
      edge(id, Node.id("terms", terms.terms()), "underTerms");
    }
    if (version > 1) {
      edge(id, Node.use(use, version - 1), "wasRevisionOf");
    }
    return new State.Nothing();
  }

  private State registered(AssetRegistered asset) {
    var id = Node.asset(asset.asset(), asset.version());
    node(
        id,
        attributes(
            "asset", asset.asset(),
            "version", asset.version(),
            "mediaType", asset.mediaType(),
            "contribution", asset.contribution(),
            "sha256", asset.digests().sha256(),
            "c4", asset.digests().c4(),
            "shot", asset.shot(),
            "registeredBy", event.actor()));
    if (asset.digests().sha256() != null) {
      edge(Node.digest(asset.digests().sha256()), id, "identifies");
    }
    var madeBy = generated(asset, id);
    asset
        .inputs()
        .forEach(
            input -> edge(madeBy, input(input), madeBy.equals(id) ? "wasDerivedFrom" : "used"));
    if (asset.use() != null) {
      edge(id, Node.use(asset.use().use(), asset.use().version()), "reportedUnder");
    }
    for (var person : asset.persons()) {
      person(person);
      edge(id, Node.id("person", person), "depicts");
    }
    asset.consents().forEach(consent -> edge(id, Node.id("consent", consent), "leansOn"));
    return new State.Registered(asset);
  }

  /// The id of what the inputs went into: the generation where there is one, else the asset.
  private String generated(AssetRegistered asset, String assetId) {
    var generation = asset.generation();
    if (generation == null) {
      return assetId;
    }
    var id = Node.id("generation", event.id());
    node(
        id,
        attributes(
            "tool", generation.tool(),
            "toolVersion", generation.toolVersion(),
            "model", generation.model(),
            "modelVersion", generation.modelVersion(),
            "parameters", generation.parameters(),
            "startedAt", generation.startedAt(),
            "endedAt", generation.endedAt()));
    edge(assetId, id, "wasGeneratedBy");
    edge(id, Node.id("tool", generation.tool()), "wasAssociatedWith");
    if (generation.model() != null) {
      node(Node.id("model", generation.model()), Map.of("name", generation.model()));
      edge(id, Node.id("model", generation.model()), "usedModel");
    }
    if (asset.terms() != null) {
      terms(asset.terms());
      edge(id, Node.id("terms", asset.terms().terms()), "underTerms");
    }
    return id;
  }

  private String input(Input input) {
    if (input.asset() != null) {
      return Node.asset(input.asset(), Optional.ofNullable(input.version()).orElse("?"));
    }
    if (input.sha256() != null) {
      return Node.digest(input.sha256());
    }
    var id = Node.id("source", input.source());
    node(id, attributes("source", input.source(), "kind", input.kind(), "rights", input.rights()));
    return id;
  }

  private State classified(ReviewSubject about, Classification classification) {
    var id = Node.id("classification", event.id());
    var pack = classification.policyPack();
    node(
        id,
        attributes(
            "tier", classification.tier().name(),
            "requiredActions", classification.requiredActions(),
            "rules", classification.rules().stream().map(FiredRule::id).toList(),
            "factsSha256", classification.factsSha256()));
    var packId = Node.id("policy-pack", pack.id() + "@" + pack.version());
    node(packId, attributes("sha256", pack.sha256()));
    edge(subject(about), id, "classifiedAs");
    edge(id, packId, "decidedBy");
    return new State.Classified(about.path(), classification);
  }

  private State actionClosed(ActionClosed closed) {
    var id = Node.id("evidence", event.id());
    node(
        id,
        attributes(
            "action", closed.action(),
            "kind", closed.evidence().kind(),
            "reference", closed.evidence().reference(),
            "sha256", closed.evidence().sha256(),
            "closedBy", event.actor()));
    edge(Node.id("review", closed.review()), id, "closedBy");
    if (closed.evidence().consent() != null) {
      edge(id, Node.id("consent", closed.evidence().consent()), "leansOn");
    }
    return new State.ReviewChanged(
        closed.review(), closed.subject().path(), "OPEN", closed.openActions());
  }

  private State granted(ApprovalGranted granted) {
    var id = Node.id("approval", granted.approval());
    node(
        id,
        attributes(
            "scope", granted.scope(),
            "approvedBy", event.actor(),
            "approvedAt", event.time(),
            "statement", granted.statement(),
            "conditions", granted.conditions(),
            "validUntil", granted.validUntil()));
    edge(subject(granted.subject()), id, "approvedBy");
    var use = granted.subject().use();
    if (use != null && granted.scope().equals("use")) {
      edge(Node.use(use.use(), use.version()), id, "approvedBy");
    }
    edge(id, Node.id("review", granted.review()), "decidedIn");
    return new State.ApprovalChanged(
        granted.approval(),
        granted.subject().path(),
        use == null ? null : use.use(),
        "GRANTED",
        granted.scope(),
        granted.factsSha256(),
        granted.validUntil());
  }

  private State ended(String approval, ReviewSubject subject, String status) {
    node(Node.id("approval", approval), Map.of("status", status, "endedBy", event.actor()));
    return new State.ApprovalChanged(
        UUID.fromString(approval),
        subject.path(),
        subject.use() == null ? null : subject.use().use(),
        status,
        null,
        null,
        null);
  }

  private void terms(TermsSnapshot terms) {
    node(
        Node.id("terms", terms.terms()),
        attributes(
            "effectiveFrom", terms.effectiveFrom(),
            "storesOrTrains", terms.storesOrTrains(),
            "enterpriseAgreement", terms.enterpriseAgreement(),
            "licenceTier", terms.licenceTier(),
            "documentSha256", terms.documentSha256()));
  }

  private void person(String pseudonym) {
    node(Node.id("person", pseudonym), Map.of());
  }

  private static String subject(ReviewSubject subject) {
    var asset = subject.asset();
    if (asset != null) {
      return Node.asset(asset.asset(), asset.version());
    }
    var use = subject.use();
    return use == null ? "unknown:" : Node.use(use.use(), use.version());
  }

  private void node(String id, Map<String, Object> attributes) {
    nodes.add(new Node(id, Node.kindOf(id), event.id(), attributes));
  }

  private void edge(String from, String to, String relation) {
    edges.add(new Edge(from, to, relation, event.id()));
  }

  /// Pairs of name and value; absent values are left out.
  private static Map<String, Object> attributes(@Nullable Object... pairs) {
    var attributes = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      var value = pairs[i + 1];
      if (value != null) {
        attributes.put(String.valueOf(pairs[i]), value);
      }
    }
    return attributes;
  }
}
