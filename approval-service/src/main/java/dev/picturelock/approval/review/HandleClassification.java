package dev.picturelock.approval.review;

import dev.picturelock.approval.stream.ApprovalStream;
import dev.picturelock.contracts.event.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/// Opens a review for what needs one.
///
/// A later classification of the same thing takes the place of an undecided review. What an
/// approved use covers is kept as covered and not announced: should the approval be revoked, its
/// review opens then.
@ApplicationScoped
public class HandleClassification {
  private static final Logger LOG = Logger.getLogger(HandleClassification.class);

  private final Reviews reviews;
  private final Coverage coverage;
  private final Announcer announcer;
  private final ApprovalStream stream;

  HandleClassification(
      Reviews reviews, Coverage coverage, Announcer announcer, ApprovalStream stream) {
    this.reviews = reviews;
    this.coverage = coverage;
    this.announcer = announcer;
    this.stream = stream;
  }

  @Transactional(TxType.MANDATORY)
  public void handle(List<Event> events) {
    // Always in the same order, so that two batches can never wait for one another.
    var titles = new TreeSet<String>();
    events.forEach(event -> titles.add(event.titleId()));
    titles.forEach(stream::lock);
    events.forEach(this::handle);
  }

  private void handle(Event event) {
    var classified = Classified.of(event);
    var opening = Opening.open(classified);
    supersede(classified);
    opening.ifPresent(review -> open(review, event));
  }

  private void supersede(Classified classified) {
    for (var older : reviews.supersededBy(classified)) {
      reviews.save(older.to(new ReviewState.Superseded(classified.event())));
      LOG.infof("review superseded id=%s by=%s", older.id(), classified.event());
    }
  }

  private void open(Review review, Event cause) {
    var about = review.about();
    var covering = coverage.find(about);
    if (covering.isPresent()) {
      reviews.save(review.to(new ReviewState.Covered(covering.get().id())));
      return;
    }
    reviews.save(review);
    announcer.opened(review, cause, "review.opened");
    LOG.infof(
        "review opened id=%s title=%s subject=%s tier=%s",
        review.id(), about.titleId(), about.subject().path(), about.classification().tier());
  }
}
