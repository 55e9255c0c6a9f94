package dev.picturelock.contracts.event;

/// A dated snapshot of a tool's terms was recorded; assets made later are judged by it.
@EventType(value = "picturelock.tool.terms-recorded.v1", topic = Topic.INTAKE)
public record ToolTermsRecorded(String tool, TermsSnapshot terms) implements Fact {}
