package dev.picturelock.provenance.verify;

import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.InclusionProof;
import dev.picturelock.tlog.merkle.LeafIndex;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.NoteSigner;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.TileSubtrees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The receipts of a cut whose events are in two logs of a title, file by file.
///
/// - **reason** why the key was changed
/// - **statementBy** who signed that the second log follows
/// - **ended** at which size the first log ended, as the second one says
record SampleCut(String reason, List<NoteSigner> statementBy, int ended) {

  static final int SIZE = 5;
  static final Ed25519Signer FIRST = SampleLog.LOG;
  static final Ed25519Signer SECOND =
      Ed25519Signer.ofSeed(SampleLog.ORIGIN + "/2", SampleLog.seed(6));

  static SampleCut whole() {
    return new SampleCut("SCHEDULED", List.of(FIRST, SECOND), SIZE);
  }

  static String id(int number) {
    return "01a1a0b1-297a-71d0-9755-%012d".formatted(number);
  }

  static byte[] event(int number) {
    return utf8("{\"id\":\"" + id(number) + "\"}");
  }

  Map<String, byte[]> files() {
    var first = IntStream.range(0, SIZE).mapToObj(SampleCut::event).toList();
    var rotation = rotation(checkpoint(first.subList(0, ended), FIRST).checkpoint());
    var second = List.of(rotation, event(6), event(7), event(8));
    var files = new LinkedHashMap<String, byte[]>();
    files.put("logs/1/checkpoint", checkpoint(first, FIRST).toBytes());
    files.put("logs/1/key", utf8(FIRST.verifierKey().format() + "\n"));
    files.put("checkpoint", checkpoint(second, SECOND).toBytes());
    files.put("key", utf8(SECOND.verifierKey().format() + "\n"));
    files.put("rotation.json", rotation);
    files.put("rotation.tlog-proof", receipt(second, 0, SECOND));
    files.put("events/" + id(3) + ".json", event(3));
    files.put("receipts/" + id(3) + ".tlog-proof", receipt(first, 3, FIRST));
    files.put("events/" + id(7) + ".json", event(7));
    files.put("receipts/" + id(7) + ".tlog-proof", receipt(second, 2, SECOND));
    files.put(
        "elements.json",
        utf8(
            "{\"events\":[\"%s\"],\"elements\":[{\"index\":0,\"events\":[\"%s\"]},{\"index\":1}]}"
                .formatted(id(3), id(7))));
    return files;
  }

  static byte[] zip(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static SignedCheckpoint checkpoint(List<byte[]> entries, NoteSigner signer) {
    var edge = Edge.EMPTY.append(entries.stream().map(Hash::leaf).toList()).edge();
    var tree = new Checkpoint(signer.verifierKey().name(), edge.size(), edge.root());
    return SignedCheckpoint.sign(tree, signer);
  }

  static byte[] receipt(List<byte[]> entries, int index, NoteSigner signer) {
    var grown = Edge.EMPTY.append(entries.stream().map(Hash::leaf).toList());
    var subtrees = new TileSubtrees(grown.size(), _ -> grown.tiles().getFirst().bytes());
    var proof = InclusionProof.of(new LeafIndex(index), grown.size(), subtrees);
    return new Receipt(new LeafIndex(index), proof, checkpoint(entries, signer)).toBytes();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] rotation(Checkpoint end) {
    var next = SECOND.verifierKey();
    var text =
        "picturelock log rotation v1\n%s%s\n%s\n".formatted(end.text(), next.name(), next.format());
    var statement = Note.sign(text, statementBy).format().replace("\n", "\\n");
    return utf8(
        """
        {"type":"picturelock.log.rotated.v1","data":{"previous":{"verifierKey":"%s"},\
        "statement":"%s","reason":"%s"}}\
        """
            .formatted(FIRST.verifierKey().format(), statement, reason));
  }
}
