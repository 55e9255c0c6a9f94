package dev.picturelock.contracts.event;

/// A title (production) was opened under a policy pack.
@EventType(value = "picturelock.title.opened.v1", topic = Topic.INTAKE)
public record TitleOpened(String title, String name, String policyPack) implements Fact {}
