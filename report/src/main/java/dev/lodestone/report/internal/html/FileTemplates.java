package dev.lodestone.report.internal.html;

import dev.lodestone.report.internal.html.TemplateFiles.TextFile;
import freemarker.cache.TemplateLoader;
import java.io.Reader;
import java.io.StringReader;

/** Lets FreeMarker find its templates among our files, and only those that escape what they place. */
final class FileTemplates implements TemplateLoader {

    private static final String ESCAPING_SUFFIX = ".ftlh";

    private final TemplateFiles files;

    FileTemplates(TemplateFiles files) {
        this.files = files;
    }

    @Override
    public Object findTemplateSource(String name) {
        return name.endsWith(ESCAPING_SUFFIX) ? files.findText(name).orElse(null) : null;
    }

    @Override
    public long getLastModified(Object source) {
        return 0;
    }

    @Override
    public Reader getReader(Object source, String encoding) {
        return new StringReader(((TextFile) source).text());
    }

    @Override
    public void closeTemplateSource(Object source) {
        // nothing is open: a source is the text itself
    }
}
