package dev.picturelock.provenance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/// The module in a page of a real browser that no policy restrains.
final class VerifierInBrowser implements AutoCloseable {

  private static final String ASK =
      """
      async (json) => {
        const { verify, UnusableInputError } = await import('/verify/verifier.mjs');
        const bytes = (text) => Uint8Array.from(atob(text), (octet) => octet.charCodeAt(0));
        const answers = [];
        for (const { receipt, event, key, policy, anchor, logOfLogsKey } of JSON.parse(json)) {
          try {
            const result = await verify({ receipt: bytes(receipt), event: bytes(event), key,
              policy: policy && bytes(policy), anchor: anchor && bytes(anchor), logOfLogsKey });
            answers.push(result.verified ? 'verified'
              : result.failedStep ?? `unchecked ${result.uncheckedStep}`);
          } catch (error) {
            answers.push(error instanceof UnusableInputError ? `unusable ${error.input}` : String(error));
          }
        }
        return answers;
      }
      """;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InstalledBrowser browser;
  private final VerifyFiles files;
  private final Page page;

  private VerifierInBrowser(InstalledBrowser browser, VerifyFiles files) {
    this.browser = browser;
    this.files = files;
    page = browser.newPage();
    page.navigate(files.url("/empty.html"));
  }

  static VerifierInBrowser orSkip() {
    var browser = InstalledBrowser.orSkip();
    try {
      return new VerifierInBrowser(browser, new VerifyFiles());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    files.close();
    browser.close();
  }

  /// What a script makes of a value as JSON.
  Object evaluate(String script, Object value) {
    try {
      return page.evaluate(script, JSON.writeValueAsString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `verified`, the step that fails, `unchecked` with the step or `unusable` with the input.
  @SuppressWarnings("unchecked") // the script answers with texts
  List<String> says(List<Question> questions) {
    return (List<String>) evaluate(ASK, questions.stream().map(Question::forBrowser).toList());
  }

  /// The answers, which are those of `tlog`.
  List<String> assertSameAnswers(List<Question> questions) {
    var answers = says(questions);

    var java = questions.stream().map(Question::answerOfJava).toList();
    var differences =
        IntStream.range(0, java.size())
            .filter(i -> !java.get(i).equals(answers.get(i)))
            .mapToObj(i ->
                "Java: %s, browser: %s, for %s"
                    .formatted(java.get(i), answers.get(i), questions.get(i).forBrowser()))
            .toList();
    assertThat(differences).isEmpty();
    return answers;
  }
}
