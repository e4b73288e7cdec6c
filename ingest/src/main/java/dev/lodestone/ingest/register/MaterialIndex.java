package dev.lodestone.ingest.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code materials.csv}: a header {@code id} and one material folder a line. */
final class MaterialIndex {

    static final String NAME = "materials.csv";

    private MaterialIndex() {}

    static List<String> read(InputStream in) throws IOException {
        List<String> ids = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            if (header == null || !header.strip().equals("id")) {
                throw new RegisterException(List.of(NAME + ": expected the single column 'id', found '" + header + "'"));
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String id = line.strip();
                if (id.isEmpty() || ids.contains(id)) {
                    continue;
                }
                if (!Row.isId(id)) {
                    throw new RegisterException(List.of(NAME + ": not a material's folder: '" + id + "'"));
                }
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }
}
