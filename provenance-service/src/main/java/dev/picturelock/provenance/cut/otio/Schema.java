package dev.picturelock.provenance.cut.otio;

import java.util.Set;
import java.util.regex.Pattern;

/// What an object says it is: `Clip.2` is version 2 of `Clip`.
record Schema(String name, int version) {

  private static final Pattern SHAPE = Pattern.compile("([A-Za-z_][\\w.-]{0,99})\\.([0-9]{1,6})");

  static Schema of(At object) {
    var written = object.object().member("OTIO_SCHEMA");
    var parts = SHAPE.matcher(written.textOr(""));
    if (!parts.matches()) {
      throw written.want("a schema like 'Clip.2'");
    }
    return new Schema(parts.group(1), Integer.parseInt(parts.group(2)));
  }

  /// A newer version may mean something else by the same fields, so it is refused, never guessed
  /// at.
  static Schema known(At object, Set<Schema> known) {
    var schema = of(object);
    if (!known.contains(schema)) {
      var names = known.stream().map(Schema::toString).sorted().toList();
      throw object.member("OTIO_SCHEMA").want("one of " + String.join(", ", names));
    }
    return schema;
  }

  @Override
  public String toString() {
    return name + "." + version;
  }
}
