package dev.picturelock.contracts.event;

/// A title was moved to another policy pack; what was judged before stays judged by the old one.
///
/// - **from**, **to** `id@version`
@EventType(value = "picturelock.title.policy-pack-changed.v1", topic = Topic.INTAKE)
public record TitlePolicyPackChanged(String title, String from, String to) implements Fact {}
