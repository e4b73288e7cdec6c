package dev.lodestone.ingest.register;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Registers on the class path. */
final class ClassPathSource implements RegisterSource {

    private final ClassLoader loader;
    private final String root;

    ClassPathSource(ClassLoader loader, String root) {
        this.loader = loader;
        this.root = root;
    }

    @Override
    public List<String> materials() throws IOException {
        InputStream index = open(MaterialIndex.NAME).orElseThrow(
                () -> new RegisterException(List.of(root + "/" + MaterialIndex.NAME + ": not found on the class path")));
        return MaterialIndex.read(index);
    }

    @Override
    public Optional<InputStream> open(String name) {
        return Optional.ofNullable(loader.getResourceAsStream(root + "/" + name));
    }

    @Override
    public List<String> list() {
        return List.of();
    }
}
