package dev.darkroom.transforms.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.OutputForm;
import dev.darkroom.transforms.image.spec.OutputFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TfdsMetadataTest {
  @Test
  void datasetInfoIsWhatTfdsOpensTheFolderBy() {
    String info =
        TfdsMetadata.datasetInfo(
            "flowers",
            Schema.TFDS,
            List.of(
                new TfdsMetadata.SplitInfo("train", List.of(3L, 0L), 1234),
                new TfdsMetadata.SplitInfo("test", List.of(5_000_000_000L), 1L << 40)));

    assertEquals(
        """
        {
          "name" : "flowers",
          "version" : "1.0.0",
          "fileFormat" : "tfrecord",
          "supervisedKeys" : {
            "input" : "image",
            "output" : "label"
          },
          "splits" : [ {
            "name" : "train",
            "filepathTemplate" : "{DATASET}-{SPLIT}-{SHARD_X_OF_Y}.{FILEFORMAT}",
            "shardLengths" : [ "3", "0" ],
            "numBytes" : "1234"
          }, {
            "name" : "test",
            "filepathTemplate" : "{DATASET}-{SPLIT}-{SHARD_X_OF_Y}.{FILEFORMAT}",
            "shardLengths" : [ "5000000000" ],
            "numBytes" : "1099511627776"
          } ]
        }
        """,
        info);
  }

  @Test
  void datasetInfoOfFlowersIsSupervisedByTheClass() {
    assertEquals(
        """
        {
          "name" : "f",
          "version" : "1.0.0",
          "fileFormat" : "tfrecord",
          "supervisedKeys" : {
            "input" : "image",
            "output" : "class"
          },
          "splits" : [ ]
        }
        """,
        TfdsMetadata.datasetInfo("f", Schema.FLOWERS, List.of()));
  }

  @Test
  void featuresOfTfds() {
    assertEquals(
        """
        {
          "pythonClassName" : "tensorflow_datasets.core.features.features_dict.FeaturesDict",
          "featuresDict" : {
            "features" : {
              "image" : {
                "pythonClassName" : "tensorflow_datasets.core.features.image_feature.Image",
                "image" : {
                  "shape" : {
                    "dimensions" : [ "224", "192", "3" ]
                  },
                  "dtype" : "uint8",
                  "encodingFormat" : "jpeg"
                }
              },
              "label" : {
                "pythonClassName" : "tensorflow_datasets.core.features.class_label_feature.ClassLabel",
                "classLabel" : {
                  "numClasses" : "5"
                }
              },
              "file_name" : {
                "pythonClassName" : "tensorflow_datasets.core.features.text_feature.Text",
                "text" : { }
              }
            }
          }
        }
        """,
        TfdsMetadata.features(Schema.TFDS, form(192, 224), 5));
  }

  @Test
  void featuresOfFlowers() {
    assertEquals(
        """
        {
          "pythonClassName" : "tensorflow_datasets.core.features.features_dict.FeaturesDict",
          "featuresDict" : {
            "features" : {
              "image" : {
                "pythonClassName" : "tensorflow_datasets.core.features.image_feature.Image",
                "image" : {
                  "shape" : {
                    "dimensions" : [ "224", "192", "3" ]
                  },
                  "dtype" : "uint8",
                  "encodingFormat" : "jpeg"
                }
              },
              "class" : {
                "pythonClassName" : "tensorflow_datasets.core.features.class_label_feature.ClassLabel",
                "classLabel" : {
                  "numClasses" : "5"
                }
              },
              "label" : {
                "pythonClassName" : "tensorflow_datasets.core.features.text_feature.Text",
                "text" : { }
              },
              "size" : {
                "pythonClassName" : "tensorflow_datasets.core.features.tensor_feature.Tensor",
                "tensor" : {
                  "shape" : {
                    "dimensions" : [ "2" ]
                  },
                  "dtype" : "int64",
                  "encoding" : "none"
                }
              },
              "one_hot_class" : {
                "pythonClassName" : "tensorflow_datasets.core.features.tensor_feature.Tensor",
                "tensor" : {
                  "shape" : {
                    "dimensions" : [ "5" ]
                  },
                  "dtype" : "float32",
                  "encoding" : "none"
                }
              }
            }
          }
        }
        """,
        TfdsMetadata.features(Schema.FLOWERS, form(192, 224), 5));
  }

  /** What differs from image to image is left open. */
  @Test
  void anyFormLeavesSizeAndFormatOpen() {
    String features =
        TfdsMetadata.features(
            Schema.TFDS, OutputForm.of(224, 192, Fit.INSIDE, true, OutputFormat.ORIGINAL), 5);
    assertTrue(features.contains("[ \"-1\", \"-1\", \"3\" ]"), features);
    assertFalse(features.contains("encodingFormat"), features);
  }

  private static OutputForm form(int width, int height) {
    return OutputForm.of(width, height, Fit.COVER, true, OutputFormat.JPEG);
  }
}
