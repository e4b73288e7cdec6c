package dev.lodestone.bench.briefing;

import dev.lodestone.report.PaperRenderer;
import dev.lodestone.report.SamplePages;
import dev.lodestone.report.view.Page;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.openpdf.text.pdf.PdfReader;

/**
 * Tagged PDFs a second, in the long run: two threads make the sample briefing of the tests for ten seconds, after ten to warm up; then the
 * same without its last section, which is a page shorter.
 */
public final class PdfRate {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int THREADS = 2;
    private static final long SECONDS = 10;

    private PdfRate() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        PaperRenderer renderer = PaperRenderer.withDefaults();
        Page whole = SamplePages.japan();
        measure(renderer, whole);
        measure(renderer, withoutLastSection(whole));
    }

    private static Page withoutLastSection(Page page) {
        return new Page(
                page.id(), page.template(), page.lang(), page.fileBase(), page.kicker(), page.title(), page.dek(), page.dateLine(), page.verdict(),
                page.keyFigures(), page.opening(), page.sections().subList(0, page.sections().size() - 1), page.notes(), page.explanations(),
                page.meta(), page.navigation(), page.downloads());
    }

    private static void measure(PaperRenderer renderer, Page page) throws InterruptedException, IOException {
        run(renderer, page);
        long used = cpuNanos();
        long start = System.nanoTime();
        int made = run(renderer, page);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = (cpuNanos() - used) / 1e6 / made;
        try (PdfReader reader = new PdfReader(renderer.pdf(page, DAY))) {
            System.out.printf(
                    Locale.ROOT, "%.1f PDFs of %d pages a second on %d threads, %.0f ms CPU each%n", made / seconds, reader.getNumberOfPages(), THREADS, cpu);
        }
    }

    private static int run(PaperRenderer renderer, Page page) throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    renderer.pdf(page, DAY);
                    made.incrementAndGet();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return made.get();
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
