package dev.lodestone.report.internal.html;

import dev.lodestone.report.ReportException;
import dev.lodestone.report.view.Page;
import freemarker.core.Environment;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;

/**
 * FreeMarker, set so that a page is whole or not at all: everything is escaped, nothing depends on the machine's locale or zone,
 * templates reach no class, and a failure says where.
 */
public final class TemplateEngine {

    private final TemplateFiles files;
    private final Configuration configuration;
    private final Map<String, Map<String, String>> words = new ConcurrentHashMap<>();
    private final FrameParts frame;

    public TemplateEngine(TemplateFiles files) {
        this.files = files;
        this.configuration = configure(files);
        this.frame = new FrameParts(files);
    }

    public String html(Page page) {
        return place(page, Target.HTML);
    }

    public String printXhtml(Page page) {
        return place(page, Target.PRINT);
    }


    private String place(Page page, Target target) {
        Map<String, String> bundle = words.computeIfAbsent(page.lang(), lang -> TextBundle.load(files, lang));
        Map<String, Object> model = new PageModel(page, target, bundle, frame).toMap();
        String name = page.template().fileName();
        Writer out = new PageText();
        try {
            Template template = configuration.getTemplate(name);
            template.process(model, out);
        } catch (ParseException e) {
            throw broken(e, name);
        } catch (TemplateNotFoundException | MalformedTemplateNameException e) {
            throw new ReportException("no such template", label(name, name), 0, 0, e);
        } catch (TemplateException e) {
            throw broken(e, name);
        } catch (StackOverflowError e) {
            throw new ReportException("it calls or includes itself without end, or what it includes does", label(name, name), 0, 0, e);
        } catch (EndlessPageException e) {
            throw broken(e.place(), name);
        } catch (IOException e) {
            // a template that could not be parsed is remembered, and told again as one that cannot be read
            throw faultBehind(e, name).orElseGet(() -> new ReportException("cannot be read: " + e.getMessage(), name, 0, 0, e));
        }
        String text = out.toString();
        if (text.isBlank()) {
            throw new ReportException("places nothing: a page needs some text", label(name, name), 0, 0, null);
        }
        return text;
    }

    private ReportException broken(ParseException e, String name) {
        return new ReportException(
                oneLine(e.getEditorMessage()), label(e.getTemplateName(), name), e.getLineNumber(), e.getColumnNumber(), e);
    }

    private ReportException broken(TemplateException e, String name) {
        return faultBehind(e, name).orElseGet(() -> atItsPlace(e, name));
    }

    /** An included template's own fault is told where it is, not where it was included. */
    private Optional<ReportException> faultBehind(Exception e, String name) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ParseException included) {
                return Optional.of(broken(included, name));
            }
            if (cause instanceof ReportException ours) {
                return Optional.of(ours);
            }
        }
        return Optional.empty();
    }

    private ReportException atItsPlace(TemplateException e, String name) {
        return new ReportException(
                oneLine(e.getMessageWithoutStackTop()),
                label(e.getTemplateSourceName(), name),
                number(e.getLineNumber()),
                number(e.getColumnNumber()),
                e);
    }

    private static Configuration configure(TemplateFiles files) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new FileTemplates(files));
        configuration.setLocalizedLookup(false);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        return configuration;
    }

    /** How messages call a template: a user's file by its path, ours by its name. */
    private String label(String template, String fallback) {
        String name = template == null ? fallback : template;
        return files.findText(name).map(TemplateFiles.TextFile::label).orElse(name);
    }

    /** The text of a page, as long as it is one that somebody may open: a loop without end is stopped where it runs. */
    private static final class PageText extends StringWriter {

        private static final int MOST_CHARACTERS = 64_000_000;

        PageText() {
            super(64 * 1024);
        }

        @Override
        public void write(char[] text, int from, int length) {
            check();
            super.write(text, from, length);
        }

        @Override
        public void write(String text) {
            check();
            super.write(text);
        }

        @Override
        public void write(String text, int from, int length) {
            check();
            super.write(text, from, length);
        }

        private void check() {
            if (getBuffer().length() > MOST_CHARACTERS) {
                throw new EndlessPageException(new TemplateException(
                        "the page is longer than " + MOST_CHARACTERS / 1_000_000 + " million characters; does a loop end?", Environment.getCurrentEnvironment()));
            }
        }
    }

    /** Carries the place of a template at which a page had grown beyond any use. */
    private static final class EndlessPageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient TemplateException place;

        EndlessPageException(TemplateException place) {
            super(place);
            this.place = place;
        }

        TemplateException place() {
            return place;
        }
    }

    private static int number(Integer place) {
        return place == null ? 0 : place;
    }

    /** FreeMarker explains at length; the first paragraph says what is wrong. */
    private static String oneLine(String message) {
        if (message == null) {
            return "cannot be placed";
        }
        // Where FreeMarker looked is told as our class; the name that it looked for is enough.
        String told = message.replaceFirst("(?s)\\s+The name was interpreted by this TemplateLoader:.*", "");
        String[] paragraphs = told.strip().split("\\R\\s*\\R|\\R----", 2);
        return paragraphs[0].strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
