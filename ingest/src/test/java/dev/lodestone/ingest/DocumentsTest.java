package dev.lodestone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.LayoutLibrary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say of this module is so. */
class DocumentsTest {

    @TempDir
    Path classes;

    @Test
    void formatsListEveryShippedLayoutWithItsStatus() throws IOException {
        String formats = Files.readString(Path.of("..", "docs", "FORMATS.md"));

        for (Layout layout : LayoutLibrary.shipped().layouts()) {
            String status = layout.status() == Layout.Status.SEEN ? "seen" : "from documentation";
            assertThat(formats.lines().filter(line -> line.startsWith("| [" + layout.id() + "]"))).singleElement().asString().endsWith("| " + status + " |");
            assertThat(formats).contains("## " + layout.id() + "\n");
        }
    }

    @Test
    void indexNamesEveryLayoutFile() throws IOException {
        Path folder = Path.of("src", "main", "resources", "dev", "lodestone", "ingest", "layouts");
        try (var files = Files.list(folder)) {
            List<String> yaml = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).sorted().toList();
            assertThat(Files.readAllLines(folder.resolve("index.txt"))).containsExactlyInAnyOrderElementsOf(yaml);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReadTradeStatistics", "AddUpCodes"})
    void theReadmesExamplesCompile(String name) throws IOException {
        String source = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md"))).results()
                .map(example -> example.group(1))
                .filter(example -> example.contains("public class " + name + " "))
                .findFirst()
                .orElseThrow();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> options = List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));

        boolean compiled = ToolProvider.getSystemJavaCompiler().getTask(null, null, diagnostics, options, null, List.of(file)).call();

        assertThat(diagnostics.getDiagnostics()).isEmpty();
        assertThat(compiled).isTrue();
        assertThat(classes.resolve(name + ".class")).exists();
    }
}
