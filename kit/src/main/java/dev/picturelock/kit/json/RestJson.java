package dev.picturelock.kit.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The mapper that answers are written with.
class RestJson {
  @Produces
  @Singleton
  @Alternative
  @Priority(10)
  @Unremovable
  ObjectMapper mapper() {
    return JsonPolicy.strict();
  }
}
