package dev.lodestone.ingest.internal.container;

import dev.lodestone.ingest.InputSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that looks into a file, says which of its contents are on disk, and reads them when it is told to. */
final class Spooling {

    private Spooling() {}

    public static void main(String[] args) throws IOException {
        try (Container container = Container.of(InputSource.ofPath(Path.of(args[0])))) {
            System.out.println("looked");
            System.in.read();
            for (Content content : container.contents()) {
                System.out.println(content.member() + " " + (content.file().isPresent() ? Files.size(content.file().get()) : 0));
            }
        }
    }
}
