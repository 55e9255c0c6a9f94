/// Plumbing shared by the services: event codec, inbox, outbox, problem documents, clock, ids,
/// title access.
@NullMarked
package dev.picturelock.kit;

import org.jspecify.annotations.NullMarked;
