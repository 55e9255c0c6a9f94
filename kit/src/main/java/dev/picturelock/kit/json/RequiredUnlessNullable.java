package dev.picturelock.kit.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.Executable;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A record component is required in JSON unless it is `@Nullable`, a collection or a map (whose
/// records turn absence into empty). Nothing inside a collection or a map may be null.
class RequiredUnlessNullable extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1;

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    return isRequired(member) ? Boolean.TRUE : null;
  }

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    if (isRequired(annotated)) {
      return JsonSetter.Value.forValueNulls(Nulls.FAIL);
    }
    return isContainer(annotated)
        ? JsonSetter.Value.forContentNulls(Nulls.FAIL)
        : JsonSetter.Value.empty();
  }

  private static boolean isContainer(Annotated annotated) {
    var raw = annotated.getRawType();
    return annotated instanceof AnnotatedParameter
        && (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw));
  }

  private static boolean isRequired(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter parameter)
        || !parameter.getDeclaringClass().isRecord()) {
      return false;
    }
    var raw = parameter.getRawType();
    if (Collection.class.isAssignableFrom(raw)
        || Map.class.isAssignableFrom(raw)
        || raw == Optional.class) {
      return false;
    }
    var executable = (Executable) parameter.getOwner().getAnnotated();
    return !executable.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
        Nullable.class);
  }
}
