package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.spec.ChromaSubsampling;
import dev.darkroom.transforms.image.spec.ImageSpec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.NodeList;

/** Encodes progressive JPEG with Huffman tables made for the image. */
final class ProgressiveWriter {
  private static final String TREE = "javax_imageio_jpeg_image_1.0";

  private final float quality;
  private final String luminanceSamples;

  ProgressiveWriter(ImageSpec spec) {
    this.quality = spec.jpegQuality() / 100f;
    this.luminanceSamples = spec.chromaSubsampling() == ChromaSubsampling.NONE ? "1" : "2";
  }

  byte[] write(BufferedImage image) {
    return Encoders.write(ImageFormat.JPEG, (writer, out) -> write(image, writer, out));
  }

  private void write(BufferedImage image, ImageWriter writer, ImageOutputStream out)
      throws IOException {
    JPEGImageWriteParam param = new JPEGImageWriteParam(Locale.ROOT);
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality);
    param.setOptimizeHuffmanTables(true);
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
    IIOMetadata metadata = writer.getDefaultImageMetadata(type, param);
    setSampling(metadata);
    writer.setOutput(out);
    writer.write(null, new IIOImage(image, null, metadata), param);
  }

  private void setSampling(IIOMetadata metadata) throws IOException {
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(TREE);
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      IIOMetadataNode component = (IIOMetadataNode) components.item(i);
      component.setAttribute("HsamplingFactor", i == 0 ? luminanceSamples : "1");
      component.setAttribute("VsamplingFactor", i == 0 ? luminanceSamples : "1");
    }
    metadata.setFromTree(TREE, root);
  }
}
