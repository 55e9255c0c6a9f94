package dev.picturelock.localstack.kafka;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/// How far the consumers of one name have read.
public record ConsumerGroup(String bootstrapServers, String name) {

  /// Lets the group read everything once more that its topics still have; returns the number of
  /// partitions.
  ///
  /// The broker takes new offsets only for a group without members. Those of a killed process stay
  /// members for some seconds, so they are expelled; a living one would come back.
  ///
  /// - **Errors:** [IllegalArgumentException] where no group of this name has ever read;
  ///   [ExecutionException] where the broker refuses, for instance because somebody joined
  public int setBack() throws ExecutionException, InterruptedException {
    var servers =
        Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (var admin = Admin.create(servers)) {
      var read =
          admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata().get().keySet();
      if (read.isEmpty()) {
        throw new IllegalArgumentException(
            "no group '%s' has read anything; those that have: %s".formatted(name, groups(admin)));
      }
      var earliest =
          read.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.earliest()));
      var beginning =
          admin.listOffsets(earliest).all().get().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      found -> new OffsetAndMetadata(found.getValue().offset())));
      if (hasMembers(admin)) {
        admin
            .removeMembersFromConsumerGroup(name, new RemoveMembersFromConsumerGroupOptions())
            .all()
            .get();
      }
      admin.alterConsumerGroupOffsets(name, beginning).all().get();
      return beginning.size();
    }
  }

  private boolean hasMembers(Admin admin) throws ExecutionException, InterruptedException {
    return admin.describeConsumerGroups(List.of(name)).all().get().values().stream()
        .anyMatch(group -> !group.members().isEmpty());
  }

  private static String groups(Admin admin) throws ExecutionException, InterruptedException {
    var names = new TreeSet<String>();
    admin.listGroups().all().get().stream().map(GroupListing::groupId).forEach(names::add);
    return String.join(", ", names);
  }
}
