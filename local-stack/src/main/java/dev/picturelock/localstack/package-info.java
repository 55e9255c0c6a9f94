/// The embedded default: PostgreSQL, Kafka, Keycloak and the services as processes of one machine.
@NullMarked
package dev.picturelock.localstack;

import org.jspecify.annotations.NullMarked;
