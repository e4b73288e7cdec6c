package dev.lodestone.ingest.register;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Registers of one's own laid over others: a file of one's own replaces that of the same name, materials of one's own come last. */
record LayeredSource(RegisterSource own, RegisterSource others) implements RegisterSource {

    @Override
    public List<String> materials() throws IOException {
        Set<String> folders = new LinkedHashSet<>(others.materials());
        folders.addAll(own.materials());
        return List.copyOf(folders);
    }

    @Override
    public Optional<InputStream> open(String name) throws IOException {
        Optional<InputStream> mine = own.open(name);
        return mine.isPresent() ? mine : others.open(name);
    }

    @Override
    public boolean isBeneath(String name) throws IOException {
        return !own.list().contains(name);
    }

    @Override
    public List<String> list() throws IOException {
        return own.list();
    }
}
