package dev.darkroom.benchmark.reader;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFOutOfRangeException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.data.Iterator;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * TensorFlow's {@code TFRecordDataset}. Records are counted and measured by TensorFlow as well, 128
 * at a time, so that none of its time is Java's: one by one it would be several times slower.
 */
final class TensorFlowReader implements Contender, AutoCloseable {
  private static final long BATCH = 128;
  private static final long BUFFER_BYTES = 256 << 10;

  private final Graph graph = new Graph();
  private final Output<TString> file;
  private final Op begin;
  private final Output<TInt32> records;
  private final Output<TInt32> bytes;
  private final Session session;

  TensorFlowReader() {
    Ops tf = Ops.create(graph);
    List<Class<? extends TType>> types = List.of(TString.class);
    List<Shape> batched = List.of(Shape.of(Shape.UNKNOWN_SIZE));
    file = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar())).asOutput();
    // The first version of the operation, which is Python's choice too: the second, which Ops
    // offers, loses an input when an iterator is made of it.
    Output<TType> dataset =
        graph
            .opBuilder("TFRecordDataset", "dataset", tf.scope())
            .addInput(file)
            .addInput(tf.constant("").asOutput())
            .addInput(tf.constant(BUFFER_BYTES).asOutput())
            .build()
            .output(0);
    Operand<?> batches =
        tf.data.batchDataset(dataset, tf.constant(BATCH), tf.constant(false), types, batched);
    Iterator iterator = tf.data.iterator("", "records", types, batched);
    begin = tf.data.makeIterator(batches, iterator);
    Output<TString> batch =
        tf.data
            .iteratorGetNextSync(iterator, types, batched)
            .components()
            .get(0)
            .asOutput()
            .expect(TString.class);
    records = tf.shape.size(tf.shape(batch)).asOutput();
    bytes = tf.reduceSum(tf.strings.stringLength(batch), tf.constant(new int[] {0})).asOutput();
    session =
        new Session(
            graph,
            ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(1)
                .setInterOpParallelismThreads(-1)
                .build());
  }

  @Override
  public String name() {
    return "TensorFlow";
  }

  @Override
  public Reading read(String uri) {
    Reading.Stopwatch watch = new Reading.Stopwatch();
    long allRecords = 0;
    long allBytes = 0;
    try (TString name = TString.scalarOf(uri)) {
      session.runner().feed(file, name).addTarget(begin).run().close();
    }
    try {
      while (true) {
        try (Result batch = session.runner().fetch(records).fetch(bytes).run()) {
          allRecords += ((TInt32) batch.get(0)).getInt();
          allBytes += ((TInt32) batch.get(1)).getInt();
        }
      }
    } catch (TFOutOfRangeException end) {
      return watch.stop(allRecords, allBytes);
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
