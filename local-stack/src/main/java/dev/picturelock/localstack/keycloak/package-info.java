/// Keycloak as a child process with the project's realm.
@NullMarked
package dev.picturelock.localstack.keycloak;

import org.jspecify.annotations.NullMarked;
