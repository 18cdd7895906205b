package dev.darkroom.transforms.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MemoryBudgetTest {
  private static final long TOTAL = 100L << 30;
  private static final long HUNDREDTH = TOTAL / 100;

  private final MemoryBudget budget = new MemoryBudget(TOTAL);

  @Test
  void imagesThatFitTogetherDoNotWait() {
    share(60);
    share(40);
  }

  @Test
  void anImageThatNeedsMoreThanThereIsGetsItAlone() throws InterruptedException {
    MemoryBudget.Share first = share(10);
    Taker huge = new Taker(300);
    huge.awaitWaiting();
    first.giveBack();
    huge.awaitGranted();
  }

  @Test
  void nobodyOvertakes() throws InterruptedException {
    MemoryBudget.Share first = share(60);
    Taker huge = new Taker(300);
    huge.awaitWaiting();
    Taker behind = new Taker(40);
    behind.awaitWaiting();
    first.giveBack();
    huge.awaitGranted();
    behind.awaitWaiting();
    huge.share.giveBack();
    behind.awaitGranted();
  }

  @Test
  void whatIsGivenBackIsThereForSeveral() throws InterruptedException {
    MemoryBudget.Share first = share(100);
    List<Taker> takers = List.of(new Taker(50), new Taker(50));
    for (Taker taker : takers) {
      taker.awaitWaiting();
    }
    first.giveBack();
    for (Taker taker : takers) {
      taker.awaitGranted();
    }
  }

  @Test
  void onlyWhatIsNotCoveredIsAskedFor() {
    share(300);
    MemoryBudget.Share share = budget.share();
    assertTrue(share.covers(MemoryBudget.SMALL));
    assertFalse(share.covers(MemoryBudget.SMALL + 1));
    MemoryBudget.Share granted = new MemoryBudget(TOTAL).share();
    granted.await(HUNDREDTH);
    assertTrue(granted.covers(HUNDREDTH));
    assertFalse(granted.covers(HUNDREDTH + 1));
    granted.giveBack();
    assertFalse(granted.covers(HUNDREDTH));
  }

  @Test
  void whoAsksForMoreHasGivenBack() {
    MemoryBudget.Share share = share(60);
    share.await(70 * HUNDREDTH);
    share(30);
  }

  @Test
  void whatAGivenUpImageTakesStaysTakenButHoldsNobodyUp() throws InterruptedException {
    MemoryBudget.Share hangs = share(60);
    hangs.giveUp();
    MemoryBudget.Share alone = share(50);
    Taker beside = new Taker(30);
    beside.awaitWaiting();
    alone.giveBack();
    beside.awaitGranted();
    Taker another = new Taker(30);
    another.awaitWaiting();
    hangs.giveBack();
    another.awaitGranted();
    another.share.giveBack();
    new Taker(300).awaitWaiting();
  }

  @Test
  void whoIsGivenUpBeforeItTookAnythingCountsForNothing() throws InterruptedException {
    budget.share().giveUp();
    share(60);
    new Taker(50).awaitWaiting();
  }

  @Test
  void halfAHeapIsForImages() throws InterruptedException {
    MemoryBudget half = MemoryBudget.ofHeap(2 * TOTAL);
    half.share().await(TOTAL - 1);
    half.share().await(1);
    Taker third = new Taker(half, 1);
    third.awaitWaiting();
    assertEquals(1, third.granted.getCount());
  }

  private MemoryBudget.Share share(int hundredths) {
    MemoryBudget.Share share = budget.share();
    share.await(hundredths * HUNDREDTH);
    return share;
  }

  /** Takes memory on a thread of its own. */
  private final class Taker {
    private final MemoryBudget.Share share;
    private final CountDownLatch granted = new CountDownLatch(1);
    private final Thread thread;

    Taker(int hundredths) {
      this(budget, hundredths * HUNDREDTH);
    }

    Taker(MemoryBudget from, long bytes) {
      share = from.share();
      thread = new Thread(() -> take(bytes));
      thread.setDaemon(true);
      thread.start();
    }

    private void take(long bytes) {
      share.await(bytes);
      granted.countDown();
    }

    void awaitWaiting() {
      while (thread.getState() != Thread.State.WAITING) {
        assertTrue(thread.isAlive(), "it was granted");
        Thread.onSpinWait();
      }
    }

    void awaitGranted() throws InterruptedException {
      granted.await();
    }
  }
}
