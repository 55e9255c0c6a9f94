package dev.picturelock.contracts.event;

/// A title (production) was opened under a policy pack.
///
/// - **policyPack** `id@version`; events written before packs were pinned name the id alone
@EventType(value = "picturelock.title.opened.v1", topic = Topic.INTAKE)
public record TitleOpened(String title, String name, String policyPack) implements Fact {}
